"""The example story in every form: what comes out is what the plain text gives."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[1] / "scripts"
sys.path.insert(0, str(SCRIPTS))

import make_forms  # noqa: E402
from forms.story import PlainArticle, read_story  # noqa: E402


@pytest.fixture(scope="module")
def story() -> tuple[PlainArticle, ...]:
    return read_story()


@pytest.fixture(scope="module")
def found(
    story: tuple[PlainArticle, ...], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[make_forms.Difference]]:
    """All differences, by form."""
    folder = tmp_path_factory.mktemp("forms")
    make_forms.make_forms(folder, story)
    by_form = defaultdict(list)
    for difference in make_forms.compare_forms(folder, story):
        by_form[difference.form].append(difference)
    return by_form


def test_story_has_articles_of_all_kinds(story: tuple[PlainArticle, ...]) -> None:
    """What the forms are made from has headlines, outlets, days, authors and raw pastes."""
    assert len(story) >= 10
    assert all(article.read().headline for article in story)
    assert sum(bool(article.outlet) for article in story) >= 8


@pytest.mark.parametrize("form", make_forms.FORMS)
def test_form(form: str, found: dict[str, list[make_forms.Difference]]) -> None:
    """Every article comes out with the text, roles and fields of its plain text, but for what
    `DIFFERENCES` says of the form."""
    allowed = make_forms.DIFFERENCES.get(form, {})
    assert [d for d in found[form] if (d.article, d.what) not in allowed] == []


@pytest.mark.parametrize("form", make_forms.DIFFERENCES)
def test_no_difference_is_claimed_in_vain(
    form: str, found: dict[str, list[make_forms.Difference]]
) -> None:
    """What `DIFFERENCES` says does differ."""
    differing = {(d.article, d.what) for d in found[form]}
    assert set(make_forms.DIFFERENCES[form]) <= differing
