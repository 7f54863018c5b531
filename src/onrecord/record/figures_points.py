"""The figures of a record as rows: the printed words, as of when, who gives them, where they stand.

The articles are read in order, each once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from onrecord.record.article_places import ArticlePlaces
from onrecord.record.quote_words import source_words
from onrecord.values.article import Article
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Sourcing

if TYPE_CHECKING:
    from onrecord.record.compile import Record

type Json = Mapping[str, Any]
type Row = dict[str, Any]


def figure_rows(record: Record, attributions: Mapping[str, Json]) -> list[Row]:
    """The figures of a record in its order, one row each.

    A row has no nested values: scope, days and source stand beside one another. `words` are those
    of the figure, `printed` those of the number with its bound word, `sentence` is the sentence
    that prints it, `source` who gives it (null where nobody is printed), `whole` the words of the
    figure of which it is a part, `at` its ARTICLE:START.

    Args:
        record: the record.
        attributions: its attributions by id.
    """
    rows = _Rows(record, attributions)
    return [
        row
        for article, figures in groupby(record.figures(), key=lambda one: one["article"])
        for row in rows.of_article(article, figures)
    ]


@dataclass(slots=True)
class _Rows:
    record: Record
    attributions: Mapping[str, Json]
    places: ArticlePlaces = field(init=False)
    names: Mapping[str, str] = field(init=False)
    series: Mapping[str, Json] = field(init=False)
    """By id of a figure the series in which it stands."""
    readings: Mapping[str, Json] = field(init=False)
    """By id of a figure the reading to which it belongs: reports that print one number."""
    published: Mapping[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        tail = self.record.tail
        self.places = ArticlePlaces(self.record.summaries)
        self.names = {entity["id"]: entity["name"] for entity in tail["entities"] or ()}
        self.series = {id_: one for one in tail["series"] or () for id_ in one["points"]}
        self.readings = {
            id_: reading
            for one in tail["series"] or ()
            for reading in one.get("readings") or ()
            for id_ in reading["figures"]
        }
        self.published = {one.id: one.published for one in self.record.summaries}

    def of_article(self, id_: str, figures: Iterator[Json]) -> Iterator[Row]:
        article = self.record.lookups.article(id_)
        sentences = self.record.lookups.analysis(id_).sentences
        held = list(figures)
        words = {one["id"]: _line(article, [one["start"], one["end"]]) for one in held}
        for one in held:
            yield self._row(one, article, sentences) | {"whole": words.get(one["part_of"])}

    def _row(self, one: Json, article: Article, sentences: Sequence[Span]) -> Row:
        series, as_of, scope = self.series.get(one["id"]), one["as_of"], one["scope"]
        attribution = self.attributions.get(one["attribution"] or "")
        published = self.published[article.id]
        return {
            "id": one["id"],
            "series": series["id"] if series else None,
            "series_label": series["label"] if series else None,
            "as_of_first": as_of["first"],
            "as_of_last": as_of["last"],
            "as_of_basis": as_of["basis"],
            "expression": _line(article, one["time"]),
            "published_first": published.first.isoformat() if published.first else None,
            "published_last": published.last.isoformat() if published.last else None,
            **{key: one[key] for key in ("low", "high", "bound", "unit", "per", "direction")},
            "counted": one["counted"],
            **{key: scope[key] for key in ("place", "owner", "part")},
            **{key: one[key] for key in ("outcome", "kind", "modality", "part_of")},
            **self._source(attribution, article),
            "outlet": self.places.outlet(article.id),
            "label": self.places.label(article.id),
            "article": article.id,
            "start": one["start"],
            "end": one["end"],
            "at": self.places.place(one),
            "words": _line(article, [one["start"], one["end"]]),
            "printed": _printed(article, one),
            "sentence": _sentence(article, one, sentences),
            "inferred": ", ".join(one["inferred"]),
            **self._reading(one["id"]),
            "why": one["why"],
        }

    def _reading(self, figure: str) -> Row:
        """By how many origins the number is reported; `reading` is the first report of it."""
        reading = self.readings.get(figure)
        if reading is None:
            return {"reading": None, "agreement": None}
        return {"reading": reading["figures"][0], "agreement": reading["agreement"]}

    def _source(self, one: Json | None, article: Article) -> Row:
        if one is None:
            return dict.fromkeys(("attribution", "speaker", "speaker_name", "sourcing", "source"))
        cut = {key: _anchor(article, one[key]) for key in ("source", "description", "condition")}
        outer = self.attributions.get(one["within"] or "")
        told = {
            "told_by": outer["speaker_name"] if outer else None,
            "co_speakers": [self.names.get(id_, id_) for id_ in one["co_speakers"]],
        }
        return {
            "attribution": one["id"],
            "speaker": one["speaker"],
            "speaker_name": one["speaker_name"],
            "sourcing": one["sourcing"],
            "source": "; ".join(source_words({**one, **cut, **told})) if _is_sourced(one) else None,
        }


def _is_sourced(one: Json) -> bool:
    """Whether it is printed who said it."""
    return bool(one["sourcing"] != Sourcing.NONE or one["speaker_name"])


def _anchor(article: Article, place: Sequence[int] | None) -> Row | None:
    return {"text": _line(article, place)} if place else None


def _line(article: Article, place: Sequence[int] | None) -> str | None:
    """The words at a place on one line."""
    return " ".join(article.text[place[0] : place[1]].split()) if place else None


def _printed(article: Article, one: Json) -> str | None:
    """The number with the words before it that belong to the figure: `about 5,200`."""
    start, end = one["number"]
    if one["bound_word"] and one["start"] < start:
        start = one["start"]
    return _line(article, [start, max(end, _end_of_bound(article, one, end))])


def _end_of_bound(article: Article, one: Json, end: int) -> int:
    """Where a bound word ends that stands right behind the number: `500 or more`."""
    behind = article.text[end : one["end"]]
    word = one["bound_word"]
    left = len(behind) - len(behind.lstrip())
    return end + left + len(word) if word and behind.lstrip().startswith(word) else end


def _sentence(article: Article, one: Json, sentences: Sequence[Span]) -> str | None:
    """The sentence that holds a figure, or the sentences over which it runs, on one line."""
    around = [s for s in sentences if s.start < one["end"] and one["start"] < s.end]
    start = min([one["start"], *(s.start for s in around)])
    end = max([one["end"], *(s.end for s in around)])
    return _line(article, [start, end])
