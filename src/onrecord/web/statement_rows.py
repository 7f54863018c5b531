"""The rows of statements: when it was said, in which words, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.values.vocabulary import AttributionKind, Stance
from onrecord.web.agreement import Reports
from onrecord.web.chains import Chains
from onrecord.web.datewords import DateWords, interval_words
from onrecord.web.gauge import Gauge, gauge
from onrecord.web.index import RecordIndex, SourceTag, language, source_tag
from onrecord.web.quotes import Quote, quote_parts
from onrecord.web.statement_feet import SaidFeet, SaidFoot
from onrecord.web.statement_sources import Teller, list_tellers, told_by
from onrecord.web.statements import UNRESOLVED, Statement, Voice, voice_key
from onrecord.web.tellers import Tellers
from onrecord.web.utterances import Utterances
from onrecord.web.wordings import Compared, Comparison, Wordings

type Json = Mapping[str, Any]

_MOST_FEET = 12
_MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Within:
    """A statement that stands within another, or another that holds it."""

    name: str
    """Name of its voice, or computed words."""
    printed: bool
    """The name is printed words."""
    kind: str
    stance: str
    href: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the same words stand; the words themselves where the row compares them."""

    words: Quote | None
    feet: tuple[SaidFoot, ...]


@dataclass(frozen=True, slots=True)
class Unsure:
    """A statement that may be of the same utterance, and what speaks for it."""

    source: SourceTag
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One statement of a voice, closed and opened."""

    key: str
    when: DateWords
    expression: str
    """The printed words that date it; empty where the page may not show them."""
    basis: str
    """What else dates it: `occasion`, `publication`; empty where an expression does."""
    language: str | None
    gauge: Gauge
    stance: str
    """`negated` or `hypothetical`; else empty."""
    quote: Quote
    is_indirect: bool
    kind: str
    """`direct, named`."""
    source: str
    """The printed source, where it was not resolved."""
    comparisons: tuple[Comparison, ...]
    """Its wordings: the first printing with each other one."""
    wordings: int
    reports: str
    """`2 origins, 2 articles, 2 wordings`."""
    is_single: bool
    """One article prints it once."""
    tellers: tuple[Teller, ...]
    more: int
    """Articles that are not named."""
    told: Reports | None
    """The tellers as the record counts them; then it stands for the two above."""
    stories: str
    with_names: tuple[str, ...]
    """Those who said it too."""
    others: tuple[str, ...]
    """Other speakers that some printing has."""
    organisations: tuple[str, ...]
    """For whom the speaker speaks."""
    evidence: tuple[Evidence, ...]
    """Where it stands; of wordings that differ each with its words."""
    more_feet: int
    inner: tuple[Within, ...]
    """What it holds of others' words."""
    unsure: tuple[Unsure, ...]
    """Other statements that may be of the same utterance."""
    outer: Within | None
    """Who reports it; then its words stand there, and this row only leads to them."""


class StatementRows:
    """Makes the rows of the statements of a record."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self._chains = Chains(index)
        self._utterances = Utterances(index.by_id)
        self._wordings = Wordings(index, self._utterances)
        self._feet = SaidFeet(index, self._chains)
        self._tellers = Tellers(index.record)
        self._unsure: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for pair in index.record.get("unsure_variants") or ():
            self._unsure[pair["left"]].append((pair["right"], pair["why"]))
            self._unsure[pair["right"]].append((pair["left"], pair["why"]))
        self.has_wordings = False
        """Whether a row so far has wordings that differ."""

    def row(self, statement: Statement, voice: Voice) -> StatementRow:
        """The row of a statement in the list of a voice."""
        index, dated_by = self._index, statement.dated_by
        first = statement.members[0]
        compared = self._wordings.compare(statement)
        self.has_wordings = self.has_wordings or len(compared.groups) > 1
        tellers, more = list_tellers(index, self._tellers, statement)
        time = dated_by.get("time")
        said = dated_by.get("said") or {}
        return StatementRow(
            key=statement.key,
            when=interval_words(statement.days),
            expression=self.words(dated_by["article"], time),
            basis="" if time and said.get("basis") == "expression" else said.get("basis") or "",
            language=language(index.by_id[dated_by["article"]]),
            gauge=gauge(statement.days),
            stance=_stance(statement),
            quote=self._quote(statement),
            is_indirect=not statement.is_quoted,
            kind=_kinds(statement),
            source=self._source(first) if voice.sourcing == UNRESOLVED[0] else "",
            comparisons=compared.comparisons,
            wordings=len(compared.groups),
            reports=_reports(statement, len(compared.groups)),
            is_single=len(statement.members) == 1 and len(statement.places) == 1,
            tellers=tellers,
            more=more,
            told=told_by(index, statement),
            stories=index.stories.tags(statement.places),
            with_names=self._names(first.get("co_speakers") or ()),
            others=self._others(statement),
            organisations=_organisations(statement, voice),
            evidence=tuple(self._evidence(statement, compared)),
            more_feet=max(0, len(statement.members) - _MOST_FEET),
            inner=tuple(map(self._within, index.said.within.get(statement.id, ()))),
            unsure=self._unsure_of(statement),
            outer=self._outer(statement),
        )

    def words(self, article: str, place: Sequence[int] | None) -> str:
        """The words at a place on one line, where the page may show all of them."""
        return self._chains.shown(article, place[0], place[1]) if place else ""

    def _quote(self, statement: Statement) -> Quote:
        """The words of the first printing that the page may show, those of others marked."""
        quotes = (self._printed(statement, member) for member in statement.members)
        shown = (quote for quote in quotes if quote.pieces)
        return next(shown, Quote(pieces=(), cut_before=False, cut_after=False, language=None))

    def _printed(self, statement: Statement, member: Json) -> Quote:
        inner = []
        for held in self._index.said.within.get(statement.id, ()):
            for one in held.members:
                if one["article"] == member["article"]:
                    look = "iq" if one["kind"] == AttributionKind.DIRECT else "iq i"
                    inner += [((s, e), look) for s, e in one["content"]]
        parts = self._utterances.parts(member)
        return quote_parts(self._index, member["article"], parts, inner)

    def _evidence(self, statement: Statement, compared: Compared) -> Iterator[Evidence]:
        """The printings, those of equal words together."""
        room = _MOST_FEET
        groups = compared.groups if compared.comparisons else ()
        for printings in groups:
            members = [member for printing in printings for member in printing.members][:room]
            if members:
                room -= len(members)
                parts = [p for one in printings[0].members for p in self._utterances.parts(one)]
                words = quote_parts(self._index, members[0]["article"], parts)
                yield Evidence(words, tuple(self._feet.feet(members)))
        if not groups:
            yield Evidence(None, tuple(self._feet.feet(statement.members[:room])))

    def _source(self, attribution: Json) -> str:
        return self.words(attribution["article"], attribution.get("source"))

    def _names(self, entities: Sequence[str]) -> tuple[str, ...]:
        names = (self._index.said.names.get(entity) for entity in entities)
        return tuple(name for name in names if name)[:_MOST_NAMES]

    def _others(self, statement: Statement) -> tuple[str, ...]:
        """Named speakers of printings that attribute it to another than the statement's voice."""
        keys = (voice_key(member) for member in statement.members)
        other = dict.fromkeys(k[1] for k in keys if k[0] == "entity" and k != statement.voice)
        return self._names(list(other))

    def _within(self, statement: Statement) -> Within:
        name, printed = self._name(statement)
        return Within(name, printed, _kinds(statement), _stance(statement), f"#{statement.key}")

    def _unsure_of(self, statement: Statement) -> tuple[Unsure, ...]:
        """What may be of the same utterance and stands elsewhere on the page."""
        said = self._index.said
        found: dict[str, Unsure] = {}
        for member in statement.members:
            for other, why in self._unsure.get(member["id"], ()):
                known = said.by_id.get(said.of.get(other, ""))
                if known is not None and known.id != statement.id and known.id not in found:
                    tag = source_tag(self._index, known.members[0]["article"])
                    found[known.id] = Unsure(replace(tag, href=f"#{known.key}"), why)
        return tuple(found.values())[:_MOST_NAMES]

    def _outer(self, statement: Statement) -> Within | None:
        outer = self._index.said.by_id.get(statement.outer or "")
        return self._within(outer) if outer is not None else None

    def _name(self, statement: Statement) -> tuple[str, bool]:
        """What names the voice of a statement; whether these are printed words."""
        first = statement.members[0]
        if first.get("speaker"):
            return self._index.said.names.get(first["speaker"], first["speaker"]), True
        words = self.words(first["article"], first.get("description") or first.get("source"))
        return (words, True) if words else ("somebody", False)


def _stance(statement: Statement) -> str:
    """How it is told where no printing tells it as said."""
    stances = [str(m.get("stance") or Stance.SAID) for m in statement.members]
    return "" if Stance.SAID in stances else stances[0]


def _kinds(statement: Statement) -> str:
    """`direct, named`; each word once, in the order of the printings."""
    kinds = dict.fromkeys(str(member["kind"]) for member in statement.members)
    sourcings = dict.fromkeys(str(m["sourcing"]) for m in statement.members)
    return ", ".join((" / ".join(kinds), " / ".join(s for s in sourcings if s != "none"))).rstrip(
        ", "
    )


def _reports(statement: Statement, wordings: int) -> str:
    told = statement.agreement
    articles = int(told["articles"]) if told else statement.articles
    counts = [(statement.origins, "origin"), (articles, "article")]
    counts += [(wordings, "wording")] if wordings > 1 else []
    return ", ".join(f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in counts)


def _organisations(statement: Statement, voice: Voice) -> tuple[str, ...]:
    found = (
        str(m["organisation_name"])
        for m in statement.members
        if m.get("organisation_name") and m.get("organisation") != voice.entity
    )
    names = [name for name in dict.fromkeys(found) if name not in voice.names]
    return tuple(names[:_MOST_NAMES])
