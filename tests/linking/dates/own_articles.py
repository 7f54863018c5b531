"""Articles of a country that is none, its holders of offices, and what they give of their date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest

from onrecord.analysis.analyze import analyze
from onrecord.lexicon import known_since, office_holders
from onrecord.linking.dates import own_titles
from onrecord.linking.dates.own import own_dates
from onrecord.settings import Settings
from onrecord.values.article import Article, Dating, Paragraph
from onrecord.values.datings import DateEvidence, OwnDates
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import Basis, Role

SOURCE = "https://list.example/offices"
OFFICES: dict[str, Any] = {
    "offices": [
        {
            "office": "President of Estermark",
            "titles": ["President"],
            "leads": True,
            "source": SOURCE,
            "holders": "\n".join(
                [
                    "Ada Rooke; Rooke; 2001-03-01; 2009-02-28",
                    "Bo Lundt; Lundt; 2009-03-01; 2015-05-31",
                    "Cy Marlow; Marlow; 2015-06-01; ",
                ]
            ),
        },
        {
            "office": "Prime Minister of Estermark",
            "titles": ["Prime Minister", "Premier"],
            "leads": True,
            "source": SOURCE,
            "holders": "\n".join(
                [
                    "Dag Hallam; Hallam; 2003-01-01; 2005-12-31",
                    "Eve Tarnow; Tarnow; 2006-01; 2008",
                    "Dag Hallam; Hallam; 2013-01-01; 2014-12-31",
                ]
            ),
        },
        {
            "office": "Vice President of Estermark",
            "titles": ["Vice President"],
            "source": SOURCE,
            "holders": "\n".join(
                [
                    "Fay Osgood; Osgood; 2005-01-01; 2007-12-31",
                ]
            ),
        },
    ]
}
KNOWN: dict[str, Any] = {
    "source": "https://names.example/",
    "names": [
        [["Storm Hedda"], "2006-09-04", "Storm_Hedda"],
        [["Thessel Accord", "Accord of Thessel"], "2011-02-01", "Thessel_Accord"],
    ],
}
_CACHED: tuple[Callable[..., Any], ...] = (
    *(office_holders.terms, office_holders.successors, office_holders.longest_form),
    *(known_since.known_names, own_titles._titles_by_last_word, own_titles._known_first),
)


@contextmanager
def own_lists() -> Iterator[None]:
    """The lists of this country in place of those of the package, and back again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(office_holders, "load_data", lambda _: OFFICES)
        patch.setattr(known_since, "load_data", lambda _: KNOWN)
        forget()
        yield
    forget()


def forget() -> None:
    """Let the lists be read again."""
    for cached in _CACHED:
        cached.cache_clear()  # type: ignore[attr-defined]


def article(*parts: str | tuple[Role, str], published: Dating | None = None) -> Article:
    """An article of paragraphs: those without a role are body, the first of them the lede."""
    text = ""
    paragraphs: list[Paragraph] = []
    for part in parts:
        first = not any(p.role is Role.LEDE for p in paragraphs)
        role, words = (Role.LEDE if first else Role.BODY, part) if isinstance(part, str) else part
        start = len(text)
        text += words + "\n\n"
        paragraphs.append(Paragraph(start, len(text), role, "test"))
    return Article(
        id="0123456789abcdef",
        name="a.txt",
        media_type="text/plain",
        sha256="",
        text=text,
        paragraphs=tuple(paragraphs),
        language="en",
        published=published or Dating(),
    )


def own_of(of: Article) -> OwnDates:
    """What the article gives by itself."""
    (analysis,) = analyze([of], Settings())
    return own_dates(of, analysis)


def evidence(*parts: str | tuple[Role, str]) -> dict[str, DateEvidence]:
    """The evidence of an article, each piece by the name of its reason."""
    return {one.why.partition(":")[0]: one for one in own_of(article(*parts)).evidence}


def bounds(*parts: str | tuple[Role, str]) -> dict[str, tuple[str | None, str | None]]:
    """The first and last day of each piece of evidence, by the name of its reason."""
    return {name: ends(one.possible.days) for name, one in evidence(*parts).items()}


def ends(days: DayInterval) -> tuple[str | None, str | None]:
    """First and last day as ISO days."""
    first, last = days.first, days.last
    return (first.isoformat() if first else None, last.isoformat() if last else None)


def stated(first: str, last: str | None = None, why: str = "stated-line", **more: Any) -> Dating:
    """A date as it stands on an article."""
    days = DayInterval(date.fromisoformat(first), date.fromisoformat(last or first))
    return Dating(days, **({"basis": Basis.STATED, "why": why} | more))
