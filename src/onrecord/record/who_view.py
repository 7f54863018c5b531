"""People, organisations and places with all that is printed of their names: rows of `onrecord who`.

Everything is read in one walk over the articles, each once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from onrecord.record.article_places import ArticlePlaces
from onrecord.record.articles_meant import rows_of_story
from onrecord.record.name_search import find_names
from onrecord.record.names_meant import named_in, speakers_of
from onrecord.record.quotes_filter import standing_alone
from onrecord.record.utterances import group_utterances
from onrecord.values.findings import Mention
from onrecord.values.vocabulary import AttributionKind

if TYPE_CHECKING:
    from onrecord.record.compile import Record

type Json = Mapping[str, Any]
type Row = dict[str, Any]


def who_of(
    record: Record,
    *,
    name: str | None = None,
    type: Collection[str] = (),
    unsure: bool = False,
    top: int | None = None,
    story: str | None = None,
) -> list[Row] | None:
    """The entities of a record, those first that most articles name; None where none were looked
    for.

    Args:
        record: the record.
        name: only those that somebody may mean by this, as people type names.
        type: only of these types.
        unsure: only those that may be the same as another one.
        top: at most so many.
        story: only those that an article of this story names.

    Raises:
        UsageError: no story is called so.
        SeveralNames: several are.
    """
    entities: Sequence[Json] | None = record.tail["entities"]
    if entities is None:
        return None
    entities = rows_of_story(record, "entities", entities, story)
    found = [
        entity
        for entity in (entities if name is None else find_names(entities, name))
        if (not type or entity["type"] in type) and (entity["unsure"] or not unsure)
    ]
    found.sort(key=lambda entity: (-len(_articles(entity)), -len(entity["mentions"])))
    return _rows(record, found[:top])


def _rows(record: Record, entities: Sequence[Json]) -> list[Row]:
    looked_for = "attributions" in record.head["looked_for"]
    attributions = list(record.attributions()) if looked_for else []
    said = _said(standing_alone(attributions), record.tail["variants"] or ())
    about = named_in(attributions, entities)
    names = {entity["id"]: entity["name"] for entity in record.tail["entities"]}
    printed = _printed(record, entities)
    places = ArticlePlaces(record.summaries)
    days = {summary.id: summary.published for summary in record.summaries}
    return [
        {
            "id": entity["id"],
            "name": entity["name"],
            "type": entity["type"],
            "articles": len(_articles(entity)),
            "mentions": len(entity["mentions"]),
            "forms": _counts(printed[entity["id"]].forms),
            "titles": _counts(printed[entity["id"]].titles),
            "descriptions": _counts(printed[entity["id"]].descriptions),
            "first": _end(entity["mentions"][:1], places, days),
            "last": _end(entity["mentions"][-1:], places, days),
            "said": said[entity["id"]].as_dict() if looked_for else None,
            "named_by_others": len(about[entity["id"]]) if looked_for else None,
            "why": [dict(why) for why in entity["why"]],
            "unsure": [
                {"entity": other["entity"], "name": names.get(other["entity"]), "why": other["why"]}
                for other in entity["unsure"]
            ],
        }
        for entity in entities
    ]


def _articles(entity: Json) -> set[str]:
    return {mention["article"] for mention in entity["mentions"]}


def _counts(counted: Counter[str]) -> list[Row]:
    """Printed words with how often they are, most frequent first."""
    order = sorted(counted, key=lambda words: (-counted[words], words))
    return [{"text": words, "count": counted[words]} for words in order]


@dataclass(slots=True)
class _Printed:
    """What is printed of an entity."""

    forms: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    descriptions: Counter[str] = field(default_factory=Counter)


def _printed(record: Record, entities: Iterable[Json]) -> Mapping[str, _Printed]:
    by_article: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for entity in entities:
        for mention in entity["mentions"]:
            by_article[mention["article"]][mention["start"], mention["end"]] = entity["id"]
    found: dict[str, _Printed] = defaultdict(_Printed)
    for article, places in by_article.items():
        text = record.lookups.article(article).text
        for (start, end), id_ in places.items():
            found[id_].forms[_line(text[start:end])] += 1
        for mention in record.lookups.analysis(article).mentions:
            named = places.get((mention.span.start, mention.span.end))
            if named is not None:
                _note(found[named], mention, text)
    return found


def _note(printed: _Printed, mention: Mention, text: str) -> None:
    if mention.title is not None:
        printed.titles[_line(mention.title.slice(text))] += 1
    if mention.description is not None:
        printed.descriptions[_line(mention.description.slice(text))] += 1


def _line(words: str) -> str:
    return " ".join(words.split())


def _end(mentions: Sequence[Json], places: ArticlePlaces, days: Mapping[str, Any]) -> Row | None:
    """Where a name stands first or last, in article order, and when that was published."""
    if not mentions:
        return None
    (mention,) = mentions
    published = days[mention["article"]]
    return {
        "article": mention["article"],
        "start": mention["start"],
        "end": mention["end"],
        "place": places.place(mention),
        "label": places.label(mention["article"]),
        "published_first": published.first.isoformat() if published.first else None,
        "published_last": published.last.isoformat() if published.last else None,
    }


@dataclass(slots=True)
class _Said:
    """Utterances of one entity, each counted by its first printing."""

    kinds: Counter[str] = field(default_factory=Counter)

    def as_dict(self) -> Row:
        """All of them, and how many of each kind."""
        kinds = {kind.value: self.kinds[kind.value] for kind in AttributionKind}
        return {"utterances": sum(kinds.values()), **kinds}


def _said(attributions: Sequence[Json], variants: Iterable[Json]) -> Mapping[str, _Said]:
    found: dict[str, _Said] = defaultdict(_Said)
    for group in group_utterances(attributions, variants):
        for id_ in dict.fromkeys(speaker for one in group for speaker in speakers_of(one)):
            found[id_].kinds[group[0]["kind"]] += 1
    return found
