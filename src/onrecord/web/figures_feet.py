"""Where a figure stands, who gives it, and how its number, scope and days were read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.web.chains import Chain, Chains, weekday_words
from onrecord.web.datewords import interval_words, read_days
from onrecord.web.figures_words import reading, unusual_mood
from onrecord.web.index import RecordIndex, SourceTag, published, source_tag

type Json = Mapping[str, Any]

_SCOPES = ("place", "owner", "part")


@dataclass(frozen=True, slots=True)
class Scope:
    """One side of what a figure covers; `words` are printed."""

    name: str
    words: str
    inferred: bool
    """Taken from another sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFoot:
    """The foot of one printing; words that the page may not show are empty."""

    key: str
    """HTML id."""
    source: SourceTag
    role: str
    start: int
    end: int
    cite: str
    kind: str
    mood: str
    said_by: str | None
    """Who is said to have said it; empty where the page may not show the words, None where
    nobody is."""
    words: str
    """The figure as printed."""
    why: str
    value: str
    scopes: tuple[Scope, ...]
    chain: Chain | None
    """How the days were computed."""
    as_of: str


class FigureFeet:
    """Makes the feet of a record's figures."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self.chains = Chains(index)
        self._said = {one["id"]: one for one in index.said.attributions}

    def foot(self, figure: Json) -> FigureFoot:
        """The foot of a figure."""
        index, article = self._index, figure["article"]
        number = index.paragraph(article, figure["start"])
        paragraphs = index.by_id[article]["paragraphs"]
        return FigureFoot(
            key=index.figures.keys.get(figure["id"], ""),
            source=source_tag(index, article, figure["start"]),
            role=paragraphs[number]["role"] if number is not None else "",
            start=figure["start"],
            end=figure["end"],
            cite=self._cite(figure),
            kind=figure["kind"],
            mood=figure["modality"],
            said_by=self.said_by(figure),
            words=self.words(article, (figure["start"], figure["end"])),
            why=str(figure.get("why") or ""),
            value=reading(figure),
            scopes=tuple(self._scopes(figure)),
            chain=self._chain(figure),
            as_of=weekday_words(read_days(figure["as_of"])),
        )

    def words(self, article: str, place: tuple[int, int] | None) -> str:
        """The words at a place on one line, where the page may show all of them."""
        return self.chains.shown(article, place[0], place[1]) if place else ""

    def printed_number(self, figure: Json) -> str:
        """The number with its bound word as printed, without what is counted."""
        number = figure.get("number") or (figure["start"], figure["end"])
        place = (min(figure["start"], number[0]), number[1])
        return self.words(figure["article"], place)

    def expression(self, figure: Json) -> str:
        """The expression that tells its days, as printed."""
        time = figure.get("time")
        return self.words(figure["article"], (time[0], time[1])) if time else ""

    def said_by(self, figure: Json) -> str | None:
        """Who gives it; None where the article tells it by itself."""
        one = self._said.get(figure.get("attribution") or "")
        if one is None:
            return None
        name = self._index.said.names.get(one.get("speaker") or "", "")
        source = one.get("source")
        return name or (self.words(one["article"], (source[0], source[1])) if source else "")

    def _scopes(self, figure: Json) -> Iterator[Scope]:
        places = figure.get("scope_at") or {}
        inferred = figure.get("inferred") or ()
        if "counted" in inferred and figure.get("counted"):
            yield Scope("counted", str(figure["counted"]), inferred=True)
        for name in _SCOPES:
            value = (figure.get("scope") or {}).get(name)
            if value:
                own = places.get(name)
                words = self.words(figure["article"], (own[0], own[1])) if own else ""
                yield Scope(name, words or str(value), name in inferred)

    def _chain(self, figure: Json) -> Chain | None:
        time = figure.get("time")
        found = self.chains.of(figure["article"], time[0], time[1]) if time else None
        if found is not None or figure["as_of"].get("basis") != "publication":
            return found
        dating = self._index.by_id[figure["article"]]
        days = published(dating)
        said = interval_words(days).words if days.known else "unknown"
        return Chain(
            words="",
            rule="publication",
            anchor=f"published {said}",
            printed=False,
            by_hand=(dating.get("published") or {}).get("basis") == "decided",
            value=weekday_words(read_days(figure["as_of"])),
        )

    def _cite(self, figure: Json) -> str:
        article = self._index.by_id[figure["article"]]
        days = published(article)
        basis = (article.get("published") or {}).get("basis") or "unknown"
        when = f"published {interval_words(days).words} ({basis})" if days.known else ""
        place = f"characters {figure['start']:,}–{figure['end']:,}"
        parts = (article.get("outlet"), article["name"], when, place)
        return " · ".join(str(part) for part in parts if part)


def note_of(figure: Json) -> str:
    """The figure as read, for the margin of its article: number, kind, days."""
    days = read_days(figure["as_of"])
    mood = unusual_mood(figure["modality"])
    outcome = figure.get("outcome") or ""
    when = interval_words(days).words if days.known else ""
    parts = (reading(figure), figure["kind"], outcome, mood, when)
    return ", ".join(str(part) for part in parts if part)
