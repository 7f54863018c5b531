"""The questions that wait for a person: what each is about, what it settles, the line to type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from onrecord.record.review_lines import shell_word
from onrecord.values.decisions import What

if TYPE_CHECKING:
    from onrecord.record.review_likely import LikelyNews

type Json = Mapping[str, Any]


class QuestionKind(StrEnum):
    """What a question is about."""

    PUBLISHED = "published"
    INTERVAL = "published-interval"
    ORDER = "day-month-order"
    OUTLET = "outlet"
    NAMES = "names"
    WORDINGS = "wordings"
    SPEAKER = "speaker"
    FIGURES = "figures"
    LATER = "later-report"
    ANALYSED = "not-analysed"


KIND_WORDS: Mapping[QuestionKind, str] = {
    QuestionKind.PUBLISHED: "published: unknown",
    QuestionKind.INTERVAL: "published: several days possible",
    QuestionKind.ORDER: "published: order of day and month open",
    QuestionKind.OUTLET: "outlet: unknown",
    QuestionKind.NAMES: "names: same or different",
    QuestionKind.WORDINGS: "wordings: same or different",
    QuestionKind.SPEAKER: "speaker: unresolved",
    QuestionKind.FIGURES: "figures: same or different",
    QuestionKind.LATER: "later report: none found",
    QuestionKind.ANALYSED: "kept, searchable, not analysed",
}
"""What is not known, by kind."""

PAIR_KINDS = frozenset({QuestionKind.NAMES, QuestionKind.WORDINGS, QuestionKind.FIGURES})
"""What compares two things; answered with same, different or undecided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing that waits for a person."""

    kind: QuestionKind
    article: str
    """Id; of an entry the article of its quoted sentence, of a pair that of its left side."""
    name: str
    label: str
    """Of the article; of a pair the two names, the speaker, or what is counted."""
    headline: str | None
    entry: str | None = None
    """Id of the timeline entry, where it is about one."""
    first: date | None = None
    last: date | None = None
    """The days that are possible; of an entry its days."""
    known: str = ""
    """What is known, in computed words: `16 Fridays, 1 May – 14 Aug 2020`."""
    evidence: tuple[Json, ...] = ()
    """Anchors of the words that this rests on."""
    likely: tuple[LikelyNews, ...] = ()
    """Articles that likely tell the same news, where it is about a day; they settle nothing."""
    choices: tuple[str, ...] = ()
    """Answers that fit, at most nine: days in ISO, or outlets of the pile."""
    expressions: int = 0
    """Time expressions that the answer would date."""
    entries: int = 0
    """Timeline entries that the answer would change."""
    articles: int = 0
    """Articles that the answer would change."""
    mentions: int = 0
    """Mentions of the less frequent of two names."""
    attributions: int = 0
    """Attributions whose speaker or wordings the answer would change."""
    figures: int = 0
    """Figures that the answer would bring into another series."""
    what: str = ""
    """What a decision would be about; empty where none settles it."""
    on: str = ""
    """NAME or NAME:START for the decision, not quoted; the left side of a pair, or an id."""
    value: str = ""
    """Stands for the answer: `YYYY-MM-DD`, `OUTLET`, `NOTE`; the right side of a pair."""

    @property
    def settles(self) -> int:
        """How much the answer settles: all that is counted, together."""
        counted = (self.articles, self.expressions, self.entries, self.mentions)
        return sum(counted) + self.attributions + self.figures

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from every other question of a record."""
        return (self.kind.value, self.article, self.entry or "", self.on, self.value)

    @property
    def settles_words(self) -> str:
        """`1 article, 5 time expressions, 2 timeline entries`; nouns that count none left out."""
        counts = (
            (self.articles, "article", "articles"),
            (self.expressions, "time expression", "time expressions"),
            (self.entries, "timeline entry", "timeline entries"),
            (self.mentions, "mention", "mentions"),
            (self.attributions, "attribution", "attributions"),
            (self.figures, "figure", "figures"),
        )
        return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts if n)

    def command(self, file: str = "FILE") -> str:
        """The line to type for a record file, with a placeholder for the answer; of a pair that
        which says `same`, of figures that cannot both hold `different`; empty where no decision
        settles it."""
        if not self.what:
            return ""
        value = shell_word(self.value) if self.kind in PAIR_KINDS else self.value
        return f"onrecord decide {shell_word(file)} {self.what} {shell_word(self.on)} {value}"

    def commands(self, file: str = "FILE") -> tuple[str, ...]:
        """The lines to choose from: of a pair that for `same` and that for `different`."""
        lines = [self.command(file)]
        if self.kind in PAIR_KINDS:
            other = What.SAME if self.what == What.DIFFERENT else What.DIFFERENT
            lines.append(replace(self, what=other.value).command(file))
        return tuple(filter(None, lines))

    def as_dict(self, file: str = "FILE") -> dict[str, Any]:
        """The question as a plain mapping, for JSON and tables."""
        return {
            "kind": self.kind.value,
            "settles": self.settles,
            "articles": self.articles,
            "expressions": self.expressions,
            "entries": self.entries,
            "mentions": self.mentions,
            "attributions": self.attributions,
            "figures": self.figures,
            "article": self.article,
            "name": self.name,
            "label": self.label,
            "headline": self.headline,
            "entry": self.entry,
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
            "known": self.known,
            "choices": list(self.choices),
            "evidence": [dict(anchor) for anchor in self.evidence],
            "likely": [one.as_dict() for one in self.likely],
            "command": self.command(file),
        }
