"""Agency credits: authorship, never attribution, never a photograph's."""

from __future__ import annotations

import pytest

from onrecord.articles.credits import find_agency_credit
from onrecord.values.article import Article
from plain_articles import BODY, LEDE, SECOND, THIRD, read

HEAD = "Council closes the lower road"


def agency(article: Article) -> tuple[str, str, str] | None:
    """Code, printed words and reason."""
    if article.agency is None:
        return None
    assert article.agency.span is not None
    return article.agency.value, article.slice(article.agency.span), article.agency.why


CREDITED = [
    ("dateline", [HEAD, f"TORVIK (Reuters) - {LEDE}", SECOND], ("Reuters", "Reuters", "credit-in-dateline")),
    ("dateline in full", [HEAD, f"(The Associated Press) — {LEDE}", SECOND], ("AP", "The Associated Press", "credit-in-dateline")),
    ("unknown agency in brackets", [HEAD, f"TORVIK (MPA) — {LEDE}", SECOND], ("MPA", "MPA", "credit-in-dateline")),
    ("byline", [HEAD, "By Jane Roe, Associated Press", *BODY], ("AP", "Associated Press", "credit-in-byline")),
    ("short code in the byline", [HEAD, "By JANE ROE, AP", *BODY], ("AP", "AP", "credit-in-byline")),
    ("byline with initials", [HEAD, "By Jane Roe, with MPA", *BODY], ("MPA", "MPA", "credit-in-byline")),
    ("unknown agency by its name", [HEAD, "By Jane Roe, Meridian Press Agency", *BODY], ("Meridian Press Agency",) * 2 + ("credit-in-byline",)),
    ("credit line", [HEAD, *BODY, "(Reuters)"], ("Reuters", "Reuters", "credit-in-credit")),
    ("glued credit", [HEAD, LEDE, SECOND, f"{THIRD} — AFP"], ("AFP", "AFP", "credit-in-credit")),
    ("contributor line", [HEAD, *BODY, "Associated Press writer Jane Roe in Torvik contributed to this report."], ("AP", "Associated Press", "credit-in-contributor")),
    ("dateline before byline", [HEAD, "By Jane Roe, AFP", f"TORVIK (Reuters) - {LEDE}", SECOND], ("Reuters", "Reuters", "credit-in-dateline")),
    ("byline before credit", [HEAD, "By Jane Roe, AFP", *BODY, "(Reuters)"], ("AFP", "AFP", "credit-in-byline")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "expected"), [c[1:] for c in CREDITED], ids=[c[0] for c in CREDITED]
)
def test_credited(lines: list[str], expected: tuple[str, str, str]) -> None:
    """The code of the agency, the printed words at their place, and where it is credited."""
    assert agency(read(*lines)) == expected


UNCREDITED = [
    ("told an agency", [HEAD, *BODY, "The mayor told Reuters on Monday that nobody had asked the town about the wall."]),
    ("an agency reported", [HEAD, "The wall at Torvik broke, the AFP news agency said on Monday, and the road was closed.", *BODY]),
    ("a photograph's credit", [HEAD, "Boats lie below the wall at Torvik on May 3, 2019. (Jane Roe/AP Photo)", *BODY]),
    ("a photograph's label", [HEAD, "Photo: Jane Roe, Reuters", *BODY]),
    ("a station's call sign", [HEAD, f"TORVIK (KXYZ) — {LEDE}", SECOND, THIRD]),
    ("a station with TV", [HEAD, f"TORVIK (WXYZ-TV) — {LEDE}", SECOND, THIRD]),
    ("a handle", [HEAD, *BODY, "Follow her on Twitter at @Reuters"]),
    ("an address", [HEAD, *BODY, "Jane Roe can be reached at jane.roe@reuters.example"]),
    ("tags", [HEAD, *BODY, "Tags: Reuters, AFP, wall"]),
    ("a related headline", [HEAD, *BODY, "Most read", "Reuters opens an office in Alm"]),
    ("no credit at all", [HEAD, "By Jane Roe", f"TORVIK — {LEDE}", SECOND, THIRD]),
]  # fmt: skip


@pytest.mark.parametrize("lines", [c[1] for c in UNCREDITED], ids=[c[0] for c in UNCREDITED])
def test_not_credited(lines: list[str]) -> None:
    """What names an agency without crediting it makes no agency copy."""
    assert agency(read(*lines)) is None


@pytest.mark.parametrize(
    ("authors", "credits", "expected"),
    [
        (("Jane Roe", "Associated Press"), (), ("AP", "author-in-metadata")),
        (("AP",), (), ("AP", "author-in-metadata")),
        (("Meridian Press Agency",), (), ("Meridian Press Agency", "author-in-metadata")),
        ((), ("AP",), ("AP", "credit-in-metadata")),
        ((), ("© 2022 Thomson Reuters",), ("Reuters", "credit-in-metadata")),
        ((), ("A long notice of a house that has no AP course",), None),
        (("jane.roe@reuters.example",), ("@AFP",), None),
        (("Jane Roe",), ("The Valley Gazette",), None),
    ],
)
def test_metadata(
    authors: tuple[str, ...], credits: tuple[str, ...], expected: tuple[str, str] | None
) -> None:
    """Authors count before other credits; a short code only where it is nearly the whole credit."""
    field = find_agency_credit("", (), authors=authors, credits=credits)
    assert (field and (field.value, field.why)) == expected
    assert field is None or field.span is None


@pytest.mark.parametrize(
    "line",
    [
        "The Associated Press contributed to this report.",
        "MPA contributed to this report.",
        "The Gazette's Jane Roe and Reuters contributed to this report.",
    ],
)
def test_help_of_an_agency_is_no_credit(line: str) -> None:
    """An outlet's own report to which an agency contributed is not the agency's copy."""
    assert read(HEAD, *BODY, line).agency is None
