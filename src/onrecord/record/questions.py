"""The questions that wait for a person: what each is about, what it settles, the line to type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from onrecord.record.review_lines import shell_word

type Json = Mapping[str, Any]


class QuestionKind(StrEnum):
    """What a question is about."""

    PUBLISHED = "published"
    INTERVAL = "published-interval"
    ORDER = "day-month-order"
    OUTLET = "outlet"
    LATER = "later-report"
    ANALYSED = "not-analysed"


KIND_WORDS: Mapping[QuestionKind, str] = {
    QuestionKind.PUBLISHED: "published: unknown",
    QuestionKind.INTERVAL: "published: several days possible",
    QuestionKind.ORDER: "published: order of day and month open",
    QuestionKind.OUTLET: "outlet: unknown",
    QuestionKind.LATER: "later report: none found",
    QuestionKind.ANALYSED: "kept, searchable, not analysed",
}
"""What is not known, by kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing that waits for a person."""

    kind: QuestionKind
    article: str
    """Id; of an entry the article of its quoted sentence."""
    name: str
    label: str
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
    choices: tuple[str, ...] = ()
    """Answers that fit, at most nine: days in ISO, or outlets of the pile."""
    expressions: int = 0
    """Time expressions that the answer would date."""
    entries: int = 0
    """Timeline entries that the answer would change."""
    articles: int = 0
    """Articles that the answer would change."""
    what: str = ""
    """What a decision would be about; empty where none settles it."""
    on: str = ""
    """NAME or NAME:START for the decision, not quoted."""
    value: str = ""
    """Stands for the answer: `YYYY-MM-DD`, `OUTLET`, `NOTE`."""

    @property
    def settles(self) -> int:
        """How much the answer settles: articles, expressions and entries together."""
        return self.articles + self.expressions + self.entries

    @property
    def settles_words(self) -> str:
        """`1 article, 5 time expressions, 2 timeline entries`; nouns that count none left out."""
        counts = (
            (self.articles, "article", "articles"),
            (self.expressions, "time expression", "time expressions"),
            (self.entries, "timeline entry", "timeline entries"),
        )
        return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts if n)

    def command(self, file: str = "FILE") -> str:
        """The line to type for a record file, with a placeholder for the answer; empty where no
        decision settles it."""
        if not self.what:
            return ""
        return f"onrecord decide {shell_word(file)} {self.what} {shell_word(self.on)} {self.value}"

    def as_dict(self, file: str = "FILE") -> dict[str, Any]:
        """The question as a plain mapping, for JSON and tables."""
        return {
            "kind": self.kind.value,
            "settles": self.settles,
            "articles": self.articles,
            "expressions": self.expressions,
            "entries": self.entries,
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
            "command": self.command(file),
        }
