"""Why something is read as a figure, and why figures stand in one series or apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.explain.asked import Asked
from onrecord.explain.of_agreement import agreement_reasons
from onrecord.explain.reasons import Reason, anchor_words, where
from onrecord.record.compile import Record
from onrecord.record.figures_view import figure_id
from onrecord.store.file import RecordFile
from onrecord.values.article import Article
from onrecord.values.days import DayInterval
from onrecord.values.figure_days import figure_days
from onrecord.values.figures import Figure
from onrecord.values.told_days import tell_days

type Json = Mapping[str, Any]

_INFERRED = "from another sentence"


def of_figures(asked: Asked) -> Iterator[Reason]:
    """Why a figure or a series is as it is; nothing where none has the id."""
    if not asked.may_be_id:
        return
    record, compiled = asked.record, asked.compiled
    series = compiled.tail["series"] or ()
    for one in series:
        if asked.fits(one["id"]):
            yield from _series(one, compiled)
            yield from _readings(one, asked)
    if not series:
        return
    for one in compiled.figures():
        if asked.fits(one["id"]):
            article = record.article(one["article"])
            for found in record.analysis(article.id).figures:
                if (found.span.start, found.span.end) == (one["start"], one["end"]):
                    yield from _figure(record, article, found)
            yield from _place_in_series(one["id"], series)


def _readings(one: Json, asked: Asked) -> Iterator[Reason]:
    """By whom each number is reported."""
    for reading in one.get("readings") or ():
        yield Reason(what="reading", value=" = ".join(reading["figures"]))
        yield from agreement_reasons(reading["agreement"], asked.labels)


def figures_at(record: RecordFile, article: Article, start: int) -> Iterator[Reason]:
    """How each part of the figures at a place was read."""
    for one in record.analysis(article.id).figures:
        if one.span.start <= start < one.span.end:
            yield from _figure(record, article, one)


def _figure(record: RecordFile, article: Article, one: Figure) -> Iterator[Reason]:
    yield Reason(
        what="figure",
        value=", ".join(filter(None, (one.kind.value, one.modality.value, one.direction))),
        basis=one.bound.value,
        why=one.why,
        **where(article, one.span),
    )
    yield Reason(what="id", value=figure_id(article.id, one.span))
    yield Reason(what="number", value=_number(one), **where(article, one.number))
    if one.bound_word is not None:
        yield Reason(what="bound", value=one.bound.value, **where(article, one.bound_word))
    if one.unit or one.per:
        yield Reason(what="unit", value=" per ".join(filter(None, (one.unit, one.per))))
    yield from _counted(article, one)
    for name in ("owner", "place", "part"):
        span = getattr(one, name)
        if span is not None:
            inferred = _INFERRED if name in one.inferred else ""
            yield Reason(what=name, value="", basis=inferred, **where(article, span))
    yield _as_of(record, article, one)
    if one.incident is not None:
        yield Reason(what="incident", value=one.cause, **where(article, one.incident))
    if one.attribution is not None:
        yield Reason(what="attribution", value="", **where(article, one.attribution))
    if one.part_of is not None:
        yield Reason(what="part of", value="", **where(article, one.part_of))


def _counted(article: Article, one: Figure) -> Iterator[Reason]:
    """What is counted, as the class by which it is compared: `rocket attack, killed`."""
    words = " ".join((*one.modifiers, one.head)).strip()
    value = ", ".join(filter(None, (words, one.outcome)))
    if value or one.counted is not None:
        inferred = _INFERRED if "counted" in one.inferred else ""
        yield Reason(what="counted", value=value, basis=inferred, **where(article, one.counted))


def _as_of(record: RecordFile, article: Article, one: Figure) -> Reason:
    analysis = record.analysis(article.id)
    told = tell_days(analysis.times, analysis.attributions, article.published.days)
    days = {t.span: result.days for t, result in zip(analysis.times, told.times, strict=True)}
    held, basis = figure_days(one, days, article.published.days)
    return Reason(
        what="as of",
        value=_days(held),
        basis=basis,
        why=f"days: {one.as_of.value}",
        **where(article, one.time),
    )


def _days(days: DayInterval) -> str:
    if not days.known:
        return "unknown"
    return str(days.first) if days.exact else f"{days.first or ''}..{days.last or ''}"


def _number(one: Figure) -> str:
    low, high = (_plain(value) for value in (one.low, one.high))
    return low if low == high else f"{low}..{high}"


def _plain(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else str(value)


def _series(one: Json, compiled: Record) -> Iterator[Reason]:
    figures = {f["id"]: f for f in compiled.figures() if f["id"] in one["points"]}
    yield Reason(
        what="series",
        value=one["label"],
        basis=", ".join(filter(None, (one["kind"], one["modality"]))),
        why=f"reports: {len(one['points'])}",
    )
    for link in one["why"]:
        yield Reason(
            what="joined",
            value=f"{link['left']} = {link['right']}",
            why=link["why"],
            **_words(figures.get(link["right"]), compiled),
        )
    labels = {s["id"]: s["label"] for s in compiled.tail["series"]}
    for near in one["not_joined"]:
        value = f"{near['series']} {labels.get(near['series'], '')}".rstrip()
        yield Reason(what="not joined", value=value, why=near["why"])
    for each in compiled.tail["differences"] or ():
        if each["about"] == one["id"]:
            for side in filter(None, (each["left"], each["right"])):
                yield Reason(
                    what="difference", value=each["reason"], why=each["why"], **anchor_words(side)
                )


def _words(figure: Json | None, compiled: Record) -> dict[str, str]:
    if figure is None:
        return {}
    text = compiled.lookups.article(figure["article"]).text
    return anchor_words({**figure, "text": text[figure["start"] : figure["end"]]})


def _place_in_series(figure: str, series: Iterator[Json] | list[Json]) -> Iterator[Reason]:
    for one in series:
        if figure in one["points"]:
            yield Reason(
                what="series",
                value=f"{one['id']} {one['label']}",
                why="; ".join(w["why"] for w in one["why"] if figure in (w["left"], w["right"])),
            )
