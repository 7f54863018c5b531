"""What was said, by whom, and how each article prints it: the rows of `onrecord quotes`.

`quotes_of` conducts:

1. who is meant, and the attributions that pass (`quotes_filter`);
2. the utterances that these are printings of, with all their printings (`utterances`);
3. a row for each, in order of time.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from onrecord.linking.wordings.alignment import (
    Difference,
    DifferenceKind,
    Printing,
    differences,
)
from onrecord.record.article_places import ArticlePlaces
from onrecord.record.names_meant import Meant
from onrecord.record.quoted_words import shown_at, shown_pieces
from onrecord.record.quotes_filter import QuotesQuery, select_attributions
from onrecord.record.statement_rows import Statements
from onrecord.record.utterances import group_utterances, said_of
from onrecord.values.article import Article
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind

if TYPE_CHECKING:
    from onrecord.record.compile import Record

type Json = Mapping[str, Any]
type Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """Utterances with their wordings."""

    rows: tuple[Row, ...]
    """In order of time, undated last."""
    speakers: tuple[Meant, ...]
    """Who was meant by each name that was asked for."""
    mentioned: Meant | None


def quotes_of(record: Record, query: QuotesQuery) -> Quotes | None:
    """The utterances of a record that pass a query; None where none were looked for.

    An utterance passes when one of its printings does, and it is given with all of them. What a row
    says of speaker, kind, sourcing, stance and words is said by the first printing of those that
    pass, do not stand in the words of another and quote most; `first`, `last` and `basis` by the
    one that says best when it was. `wordings` are its printings, that one first.

    Raises:
        UsageError: the words of `about` are none.
        SeveralNames: a name fits several entities that something is attributed to.
    """
    if "attributions" not in record.head["looked_for"]:
        return None
    # 1. attributions
    everything: Sequence[Json] = list(record.attributions())
    outlets = {s.id: f"{s.outlet or ''} | {s.agency or ''}" for s in record.summaries}
    found = select_attributions(
        everything, record.tail["entities"] or (), query, lookups=record.lookups, outlets=outlets
    )
    passed = {attribution["id"] for attribution in found.attributions}
    # 2. utterances
    groups = group_utterances(everything, record.tail["variants"] or ())
    wanted = [group for group in groups if any(one["id"] in passed for one in group)]
    # 3. rows
    printings = _Printings(record, everything, passed, found.around)
    rows = [printings.row(group) for group in wanted]
    return Quotes(
        rows=tuple(sorted(rows, key=_by_time)), speakers=found.speakers, mentioned=found.mentioned
    )


def _by_time(row: Row) -> tuple[str, str]:
    """Rows stand in article order before, so that equal times keep it."""
    first = row["first"] or row["last"] or "~"
    return first, row["last"] or "~"


@dataclass(slots=True)
class _Printings:
    record: Record
    everything: Sequence[Json]
    passed: Container[str]
    """Ids of the attributions that were asked for."""
    around: Mapping[str, str]
    places: ArticlePlaces = field(init=False)
    names: Mapping[str, str] = field(init=False)
    by_id: Mapping[str, Json] = field(init=False)
    statements: Statements = field(init=False)
    articles: dict[str, Article] = field(default_factory=dict)

    def __post_init__(self) -> None:
        tail = self.record.tail
        self.places = ArticlePlaces(self.record.summaries)
        self.names = {entity["id"]: entity["name"] for entity in tail["entities"] or ()}
        self.by_id = {attribution["id"]: attribution for attribution in self.everything}
        self.statements = Statements(tail)

    def article(self, id_: str) -> Article:
        if id_ not in self.articles:
            self.articles[id_] = self.record.lookups.article(id_)
        return self.articles[id_]

    def row(self, group: Sequence[Json]) -> Row:
        lead = min(group, key=self._behind)
        said, others = said_of(group), [one for one in group if one is not lead]
        wordings = [self.printing_of(one, lead) for one in (lead, *others)]
        printed = [one["id"] for one in (lead, *others)]
        return {
            "id": lead["id"],
            "first": said["first"],
            "last": said["last"],
            "basis": said["basis"],
            "speaker": lead["speaker"],
            "speaker_name": lead["speaker_name"],
            "kind": lead["kind"],
            "sourcing": lead["sourcing"],
            "stance": lead["stance"],
            "words": wordings[0]["words"],
            "articles": len({one["article"] for one in group}),
            "agreement": self.statements.agreement(printed),
            "alike": [self._alike(id_) for id_ in self.statements.others(printed)],
            "wordings": wordings,
        }

    def _alike(self, id_: str) -> Row:
        """What tells the same in other words, or to somebody else."""
        one = self.by_id[id_]
        start, end = one["content"][0][0], one["content"][-1][1]
        pieces = shown_pieces(one, self.article(one["article"]), [])
        return {
            "id": id_,
            "kind": one["kind"],
            "words": "".join(words for words, _ in pieces),
            **self.places.shown({"article": one["article"], "start": start, "end": end}),
        }

    def _behind(self, one: Json) -> tuple[bool, bool, int]:
        """Least for the printing that stands for all: asked for, in nobody else's words, quoted."""
        passed, within = one["id"] in self.passed, bool(one["within"])
        return not passed, within, _QUOTED_FIRST.index(one["kind"])

    def printing_of(self, one: Json, lead: Json) -> Row:
        """One printing: the attribution's own facts with the words at its places.

        `differences` are those to the first printing, word by word; `pieces` are the shown words,
        each with whether the first printing lacks it; `asked_for` says whether it passes the query,
        `around` what its sentence says around it, where the words asked for stand only there.
        """
        article = self.article(one["article"])
        start, end = one["content"][0][0], one["content"][-1][1]
        compared = list(self._differences(lead, one)) if one is not lead else []
        pieces = shown_pieces(one, article, [d.right for d in compared if d.right and _in_words(d)])
        return {
            "id": one["id"],
            "article": one["article"],
            "start": start,
            "end": end,
            "place": self.places.place({"article": one["article"], "start": start}),
            "label": self.places.label(one["article"]),
            "outlet": self.places.outlet(one["article"]),
            "kind": one["kind"],
            "sourcing": one["sourcing"],
            "stance": one["stance"],
            "words": "".join(words for words, _ in pieces),
            "content": [list(part) for part in one["content"]],
            "speaker": one["speaker"],
            "speaker_name": one["speaker_name"],
            "speaker_why": one["speaker_why"],
            "co_speakers": [self.names.get(id_, id_) for id_ in one["co_speakers"]],
            "organisation": one["organisation"],
            "organisation_name": one["organisation_name"],
            "through": one["through"],
            "told_by": self._told_by(one),
            "said": dict(one["said"]),
            **{key: _anchor(article, one[key]) for key in _PLACES},
            "differences": [self._shown(difference, lead, one) for difference in compared],
            "pieces": [list(piece) for piece in pieces],
            "asked_for": one["id"] in self.passed,
            "around": self.around.get(one["id"]),
            "why": one["why"],
        }

    def _told_by(self, one: Json) -> str | None:
        """Name of the speaker in whose words this one stands."""
        outer = self.by_id.get(one["within"] or "")
        return outer["speaker_name"] if outer else None

    def _differences(self, lead: Json, other: Json) -> list[Difference]:
        left, right = self.article(lead["article"]), self.article(other["article"])
        return differences(_printing(lead, left), _printing(other, right))

    def _shown(self, difference: Difference, lead: Json, other: Json) -> Row:
        sides = {}
        for name, one, span in (
            ("left", lead, difference.left),
            ("right", other, difference.right),
        ):
            article = self.article(one["article"])
            said = shown_at(one, article, span) if span else None
            sides[name] = {**_words_at(article, span), "said": said} if span and said else None
        return {**sides, "kind": difference.kind.value}


def _in_words(difference: Difference) -> bool:
    return difference.kind is DifferenceKind.WORDS


_QUOTED_FIRST = (AttributionKind.DIRECT, AttributionKind.MIXED, AttributionKind.INDIRECT)
_PLACES = ("source", "cue", "description", "condition", "time")
"""Places of an attribution whose words are given."""


def _printing(one: Json, article: Article) -> Printing:
    return Printing(article.text, tuple(Span(start, end) for start, end in one["content"]))


def _anchor(article: Article, place: Sequence[int] | None) -> Row | None:
    return _words_at(article, Span(place[0], place[1])) if place else None


def _words_at(article: Article, span: Span) -> Row:
    words = article.text[span.start : span.end]
    return {"article": article.id, "start": span.start, "end": span.end, "text": words}
