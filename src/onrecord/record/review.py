"""What waits for a person: questions, each with what its answer settles and the line to type.

The command line and the page ask the same questions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from onrecord.record.day_words import day_words, read_days
from onrecord.record.entry_words import entry_status, entry_when
from onrecord.record.possible_days import count_days, few_days, possible_words, read_weekdays
from onrecord.record.questions import KIND_WORDS, Question, QuestionKind
from onrecord.record.review_counts import (
    entries_of_unknown_outlet,
    entries_to_date,
    waiting_expressions,
)
from onrecord.record.review_figures import OpenFigures
from onrecord.record.review_likely import LikelyNews, likely_days, likely_news
from onrecord.record.review_lines import article_name, names_of_several
from onrecord.record.review_pairs import OpenPairs, Place, cut_out
from onrecord.values.decisions import What
from onrecord.values.vocabulary import Basis, EventStatus

if TYPE_CHECKING:
    from onrecord.record.compile import Record

type Json = Mapping[str, Any]

_MOST_CHOICES = 9
"""As many as there are keys for them."""
_OPEN_ORDER = "order-of-day-and-month-open"
_UNKNOWN = "unknown"
_KINDS = tuple(QuestionKind)

__all__ = ["KIND_WORDS", "Question", "QuestionKind", "open_questions", "questions_of"]


def open_questions(
    record: Json, *, likely: Mapping[str, Sequence[LikelyNews]] | None = None
) -> list[Question]:
    """The questions of a record, those first whose answers settle most.

    What a person answered with `unknown`, and entries that a person noted or hid, are not asked
    again.

    Args:
        record: the record as its JSON; `articles`, `times`, `timeline`, `attributions`, `entities`,
            `unsure_variants`, `figures`, `series`, `differences` and `decisions` are read, and may
            be iterators, null or missing.
        likely: by id of an article, those that likely tell the same news; their days are choices.
    """
    record = {**record, "decisions": list(record.get("decisions") or ())}
    pairs, figures = OpenPairs.of(record), OpenFigures.of(record)
    wanted = _together(pairs.places(), figures.places())
    pile = _Pile(
        articles=[_light(article, wanted) for article in record.get("articles") or ()],
        timeline=list(record.get("timeline") or ()),
        waiting=waiting_expressions(record.get("times") or ()),
        decisions=record["decisions"],
        likely=likely or {},
    )
    found = [
        *pile.questions_on_articles(),
        *pairs.questions(pile.by_id, pile.shared),
        *figures.questions(pile.by_id),
        *pile.questions_on_entries(),
    ]
    return sorted(found, key=lambda q: (-q.settles, _KINDS.index(q.kind)))


def questions_of(record: Record) -> list[Question]:
    """The open questions of a compiled record; see `open_questions`."""
    attributions = record.attributions() if "attributions" in record.head["looked_for"] else ()
    figures = record.figures() if record.tail.get("series") else ()
    parts = {"articles": record.articles(), "times": record.times(), "attributions": attributions}
    return open_questions({**record.tail, **parts, "figures": figures}, likely=likely_news(record))


def _together(*places: Mapping[str, Iterable[Place]]) -> Mapping[str, Iterable[Place]]:
    found: dict[str, set[Place]] = defaultdict(set)
    for each in places:
        for article, wanted in each.items():
            found[article].update(wanted)
    return found


def _light(article: Json, wanted: Mapping[str, Iterable[Place]]) -> Json:
    """An article without its text and findings, so that a pile of any size can be looked at, with
    the words at some places (`cut_out`)."""
    names = ("id", "name", "names", "label", "headline", "outlet", "agency", "language", "analysed")
    return {name: article.get(name) for name in names} | {
        "published": article.get("published") or {},
        "cut_out": cut_out(article, wanted.get(article["id"], ())),
    }


@dataclass(slots=True, kw_only=True)
class _Pile:
    articles: Sequence[Json]
    timeline: Sequence[Json]
    waiting: Mapping[str, frozenset[tuple[int, int]]]
    decisions: Sequence[Json]
    likely: Mapping[str, Sequence[LikelyNews]]
    by_id: Mapping[str, Json] = field(init=False)
    shared: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.shared = names_of_several(
            article["names"] or [article["name"]] for article in self.articles
        )
        self.by_id = {article["id"]: article for article in self.articles}

    # --- articles ---

    def questions_on_articles(self) -> Iterable[Question]:
        """Dates, outlets, and what was not analysed."""
        to_date = entries_to_date(self.timeline, self.waiting)
        to_name = entries_of_unknown_outlet(self.timeline)
        outlets = self._usual_outlets()
        unnamed = self._decided_unknown(What.OUTLET)
        for article in self.articles:
            yield from self._on_date(article, to_date[article["id"]])
            if not article["outlet"] and article["id"] not in unnamed:
                yield self._on_article(
                    article,
                    QuestionKind.OUTLET,
                    what=What.OUTLET.value,
                    value="OUTLET",
                    choices=outlets,
                    articles=1,
                    entries=0 if article["agency"] else to_name[article["id"]],
                )
            if article["analysed"] is False:
                language = f"language {article['language'] or 'und'}"
                yield self._on_article(article, QuestionKind.ANALYSED, known=language)

    def _on_date(self, article: Json, entries: int) -> Iterable[Question]:
        published = article["published"]
        days, weekdays = read_days(published), read_weekdays(published)
        if days.exact or published.get("basis") == Basis.DECIDED:
            return
        kind, known = QuestionKind.PUBLISHED, ""
        choices: tuple[str, ...] = ()
        if days.known and _OPEN_ORDER in (published.get("why") or "") and days.first and days.last:
            kind, choices = QuestionKind.ORDER, (days.first.isoformat(), days.last.isoformat())
            known = f"{day_words(days.first)}, {day_words(days.last)}"
        elif days.known:
            kind, known = QuestionKind.INTERVAL, possible_words(days, weekdays)
            if (count_days(days, weekdays) or _MOST_CHOICES + 1) <= _MOST_CHOICES:
                choices = tuple(day.isoformat() for day in few_days(days, weekdays))
        likely = () if kind is QuestionKind.ORDER else tuple(self.likely.get(article["id"], ()))
        choices = tuple(dict.fromkeys((*likely_days(likely), *choices)))
        yield self._on_article(
            article,
            kind,
            first=days.first,
            last=days.last,
            known=known,
            likely=likely,
            choices=choices,
            evidence=tuple(published.get("evidence") or ()),
            what=What.PUBLISHED.value,
            value="YYYY-MM-DD",
            articles=1,
            expressions=len(self.waiting.get(article["id"], ())),
            entries=entries,
        )

    def _on_article(self, article: Json, kind: QuestionKind, **more: Any) -> Question:
        place = more.pop("place", None)
        name = article_name(article["name"], article["id"], self.shared)
        return Question(
            kind=kind,
            article=article["id"],
            name=article["name"],
            label=article["label"] or article["name"],
            headline=article["headline"],
            on=name if place is None else f"{name}:{place}",
            **more,
        )

    def _usual_outlets(self) -> tuple[str, ...]:
        """The outlets of the pile, those with most articles first."""
        counts = Counter(article["outlet"] for article in self.articles if article["outlet"])
        usual = sorted(counts, key=lambda outlet: (-counts[outlet], outlet))
        return tuple(usual[:_MOST_CHOICES])

    def _decided_unknown(self, what: What) -> frozenset[str]:
        last = {
            decision["on"]["article"]: decision["value"]
            for decision in self.decisions
            if decision["what"] == what
        }
        return frozenset(article for article, value in last.items() if value == _UNKNOWN)

    # --- entries ---

    def questions_on_entries(self) -> Iterable[Question]:
        """Events that were to come, whose day has passed without a later report of them."""
        latest = max(
            (day for article in self.articles if (day := read_days(article["published"]).first)),
            default=None,
        )
        as_of = f"; latest article {day_words(latest)}" if latest else ""
        for entry in self.timeline:
            article = self.by_id.get(entry["sentence"]["article"])
            if article is None or not _has_no_outcome(entry) or _is_answered(entry):
                continue
            days = read_days(entry)
            yield self._on_article(
                article,
                QuestionKind.LATER,
                entry=entry["id"],
                first=days.first,
                last=days.last,
                known=f"{entry_status(entry)}, {entry_when(entry)}{as_of}",
                evidence=(entry["sentence"],),
                what=What.NOTE.value,
                value="NOTE",
                place=entry["sentence"]["start"],
                entries=1,
            )


def _has_no_outcome(entry: Json) -> bool:
    if entry["status"] not in (EventStatus.SCHEDULED, EventStatus.ANTICIPATED):
        return False
    return entry["later_report"] is None and bool(entry["later_report_sought"])


def _is_answered(entry: Json) -> bool:
    return bool(entry.get("note") or entry.get("hidden"))
