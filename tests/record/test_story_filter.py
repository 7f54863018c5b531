"""Which story is meant, and which rows of a view belong to it."""

from __future__ import annotations

import pytest

from onrecord.errors import SeveralNames, UsageError
from onrecord.record.story_filter import meant_story, select_rows, story_of_article

_FERRY = {"id": "ab12ffff00000000", "name": "Kerrow · ferry · Maud Ellis", "articles": ["a", "b"]}
_PORT = {"id": "cd34ffff00000000", "name": "Kérrow · port strike", "articles": ["c"]}
_STORIES = [_FERRY, _PORT]


@pytest.mark.parametrize("typed", ["ab12", "ab12ffff00000000", "ferry", "maud KERROW"])
def test_a_story_is_meant_by_id_or_words(typed: str) -> None:
    """The beginning of its id, or words of its name in any order, case and accent."""
    assert meant_story(_STORIES, typed) is _FERRY


def test_several_stories_are_listed_and_none_is_chosen() -> None:
    """What fits several is an error with all of them; what fits none is one too."""
    with pytest.raises(SeveralNames) as several:
        meant_story(_STORIES, "kerrow")
    assert several.value.counts == {_FERRY["id"]: 2, _PORT["id"]: 1}
    with pytest.raises(UsageError, match="no story"):
        meant_story(_STORIES, "vineyard")


@pytest.mark.parametrize(
    ("view", "inside", "outside"),
    [
        ("articles", {"id": "a"}, {"id": "c"}),
        ("search", {"article": "b"}, {"article": "c"}),
        ("news", {"article": "b"}, {"article": "c"}),
        ("figures", {"article": "b"}, {"article": "c"}),
        (
            "timeline",
            {"support": [{"article": "c"}, {"article": "a"}]},
            {"support": [{"article": "c"}]},
        ),
        ("quotes", {"wordings": [{"article": "a"}]}, {"wordings": [{"article": "c"}]}),
        ("series", {"points": [{"article": "a"}]}, {"points": [{"article": "c"}]}),
        ("origins", {"articles": [{"article": "a"}]}, {"articles": [{"article": "c"}]}),
        (
            "differences",
            {"left": {"article": "a"}, "right": {"article": "b"}},
            {"left": {"article": "a"}, "right": {"article": "c"}},
        ),
        ("who", {"id": "e1"}, {"id": "e2"}),
    ],
)
def test_rows_of_every_view_are_selected(
    view: str, inside: dict[str, object], outside: dict[str, object]
) -> None:
    """A row stays when an article of the story tells it; a difference when both sides do."""
    entities = [
        {"id": "e1", "mentions": [{"article": "a"}]},
        {"id": "e2", "mentions": [{"article": "c"}]},
    ]
    assert select_rows(view, [inside, outside], _FERRY, entities=entities) == [inside]


def test_every_article_has_its_story() -> None:
    """The story of an article can be looked up."""
    assert story_of_article(_STORIES) == {"a": _FERRY["id"], "b": _FERRY["id"], "c": _PORT["id"]}
