"""The sentences that report an entry of the timeline, each with its source and its chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.record.entry_words import best_support
from onrecord.web.chains import Chain, Chains
from onrecord.web.datewords import interval_words
from onrecord.web.entries import Json
from onrecord.web.index import RecordIndex, SourceTag, published, source_tag
from onrecord.web.quotes import Quote, quote

MOST = 8
"""Most different sentences shown under an entry; the others are counted."""
_MOST_FEET = 12
"""Most sources shown of one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """Where a sentence stands and how its days were computed."""

    source: SourceTag
    role: str
    start: int
    end: int
    cite: str
    """The source line that goes with copied words."""
    status: str
    """Where it differs from the entry's: `reported as scheduled`."""
    said_by: str | None
    """Who is said to have said it, as printed (empty where the page may not show the words);
    None where nobody is."""
    chain: Chain | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence, with all articles that print the same words."""

    words: Quote
    feet: tuple[Foot, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Others:
    """The sentences of an entry other than the quoted one."""

    copies: tuple[Foot, ...]
    """Where the words of the quoted sentence stand again."""
    more_copies: int
    evidence: tuple[Evidence, ...]
    more: int
    """Sentences that are not listed."""


class Witness:
    """Reads the supporting sentences of entries as the page may show them."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self._chains = Chains(index)

    def quote(self, support: Json) -> Quote:
        """The words of a sentence; marked in it are those that tell the event, or its date."""
        place = (support["start"], support["end"])
        marked = [(at[0], at[1]) for key in ("clause", "time") if (at := support.get(key))]
        return quote(self._index, support["article"], place, marked or [place])

    def words(self, anchor: Json) -> str:
        """The words of an anchor on one line, where the page may show all of them."""
        return self._chains.shown(anchor["article"], anchor["start"], anchor["end"])

    def others(self, entry: Json, best: Json) -> Others:
        """The sentences other than the quoted one, equal ones together."""
        groups: dict[str, list[Json]] = {_same(best): []}
        for support in _listed(entry, best):
            groups.setdefault(_same(support), []).append(support)
        copies = groups.pop(_same(best))
        return Others(
            copies=self._feet(copies[:_MOST_FEET], entry["status"]),
            more_copies=max(0, len(copies) - _MOST_FEET),
            evidence=tuple(self.evidence(group, entry["status"]) for group in groups.values()),
            more=len(entry["support"]) - 1 - len(copies) - sum(map(len, groups.values())),
        )

    def evidence(self, supports: Sequence[Json], status: str = "") -> Evidence:
        """Sentences of equal words as one piece of evidence."""
        feet = self._feet(supports[:_MOST_FEET], status)
        return Evidence(self.quote(supports[0]), feet, len(supports) - len(feet))

    def _feet(self, supports: Sequence[Json], status: str) -> tuple[Foot, ...]:
        """The feet of equal sentences; a chain that says the same again is left out."""
        feet: list[Foot] = []
        chain = None
        for support in supports:
            foot = self.foot(support, status)
            feet.append(replace(foot, chain=None) if foot.chain == chain else foot)
            chain = foot.chain
        return tuple(feet)

    def foot(self, support: Json, status: str) -> Foot:
        """Source, role and characters of a sentence, and the chain of what dates it."""
        index, article = self._index, support["article"]
        own = index.by_id[article]
        number = index.paragraph(article, support["start"])
        differs = support.get("status") not in (None, "", status)
        time = support.get("time")
        return Foot(
            source=source_tag(index, article, support["start"]),
            role=own["paragraphs"][number]["role"] if number is not None else "",
            start=support["start"],
            end=support["end"],
            cite=_cite(own, support),
            status=f"reported as {support['status']}" if status and differs else "",
            said_by=self._said_by(support),
            chain=self._chains.of(article, *time) if time else None,
        )

    def _said_by(self, support: Json) -> str | None:
        place = support.get("source")
        return self._chains.shown(support["article"], place[0], place[1]) if place else None


def _listed(entry: Json, best: Json) -> list[Json]:
    """The supporting sentences that the page lists beside the quoted one."""
    texts = {_same(best)}
    listed = []
    for support in entry["support"]:
        if all(support[key] == best[key] for key in ("article", "start", "end")):
            continue
        if _same(support) not in texts and len(texts) > MOST:
            continue
        texts.add(_same(support))
        listed.append(support)
    return listed


def _quoted_others(entry: Json, best: Json) -> Iterator[Json]:
    """The first of each group of equal sentences, which is the one whose words are shown."""
    seen = {_same(best)}
    for support in _listed(entry, best):
        if _same(support) not in seen:
            seen.add(_same(support))
            yield support


def quoted_sentences(index: RecordIndex) -> Iterator[Json]:
    """The sentences that the timeline quotes, those of the weightiest entries first."""
    entries = _by_weight(index)
    yield from map(best_support, entries)
    yield from (anchor for entry in entries if (anchor := entry.get("later_report")))


def other_sentences(index: RecordIndex) -> Iterator[Json]:
    """The sentences that the timeline has beside these, in the same order."""
    for entry in _by_weight(index):
        yield from _quoted_others(entry, best_support(entry))


def _by_weight(index: RecordIndex) -> list[Json]:
    return sorted(index.timeline.entries, key=lambda entry: -float(entry["weight"]))


def _same(support: Json) -> str:
    return " ".join(support["text"].split())


def _cite(article: Json, support: Json) -> str:
    days = published(article)
    basis = (article.get("published") or {}).get("basis") or "unknown"
    when = f"published {interval_words(days).words} ({basis})" if days.known else ""
    parts = (article.get("outlet"), article["name"], when)
    place = f"characters {support['start']:,}–{support['end']:,}"
    return " · ".join(str(part) for part in (*parts, place) if part)
