"""Questions about names, wordings and speakers: what the machine is unsure of.

Of the articles only the words at the places that the questions rest on are looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.record.names_meant import speakers_of
from onrecord.record.questions import Question, QuestionKind
from onrecord.record.review_lines import article_name
from onrecord.values.decisions import PAIR_DECISIONS, PairKind, What
from onrecord.values.vocabulary import AttributionKind, EntityType, Sourcing

type Json = Mapping[str, Any]
type Place = tuple[int, int]
"""[start, end) of words."""

VERDICTS = (What.SAME.value, What.DIFFERENT.value, What.UNDECIDED.value)
_MOST_CANDIDATES = 9
"""As many as there are keys for them."""
_NEAREST = 3
"""Candidates that are named beside the question."""
_OPEN_SOURCING = frozenset({Sourcing.NAMED, Sourcing.NONE})
"""Where a speaker with a name is to be expected."""


def cut_out(article: Json, places: Iterable[Place]) -> dict[Place, Json]:
    """By place the anchor of the sentences that hold its words."""
    sentences = article.get("sentences") or ()
    found: dict[Place, Json] = {}
    for start, end in places:
        around = [(s, e) for s, e in sentences if s < end and start < e]
        first = min([start, *(s for s, _ in around)])
        last = max([end, *(e for _, e in around)])
        words = article["text"][first:last]
        found[start, end] = {"article": article["id"], "start": first, "end": last, "text": words}
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPairs:
    """Pairs of names and of wordings that may be one, and attributions without a speaker."""

    names: Sequence[tuple[Json, Json, str]]
    """Two entities, and why they may be one."""
    wordings: Sequence[tuple[Json, Json, str, int]]
    """Two attributions, why they may be of one utterance, and how many printings that settles."""
    speakerless: Sequence[tuple[Json, tuple[str, ...]]]
    """Attributions without a speaker, and the names that may be meant, nearest first."""
    said: Mapping[str, int]
    """Attributions by the id of their speaker."""

    @classmethod
    def of(cls, record: Json) -> OpenPairs:
        """Those of a record; `attributions`, `entities`, `unsure_variants` and `decisions` are
        read."""
        attributions = list(record.get("attributions") or ())
        entities = list(record.get("entities") or ())
        decided = _decided_names(entities, record.get("decisions") or ())
        by_id = {one["id"]: one for one in attributions}
        return cls(
            names=[
                pair for pair in _unsure_names(entities) if _ids(pair[0], pair[1]) not in decided
            ],
            wordings=[
                (by_id[pair["left"]], by_id[pair["right"]], pair["why"], pair["settles"])
                for pair in record.get("unsure_variants") or ()
                if pair["left"] in by_id and pair["right"] in by_id
            ],
            speakerless=list(_speakerless(attributions, entities)),
            said=Counter(id_ for one in attributions for id_ in set(speakers_of(one))),
        )

    def places(self) -> Mapping[str, Collection[Place]]:
        """By article the places whose words are evidence."""
        found: dict[str, set[Place]] = defaultdict(set)
        for left, right, _ in self.names:
            for entity in (left, right):
                found[entity["mentions"][0]["article"]].add(_first_mention(entity))
        for one, other, _, _ in self.wordings:
            for attribution in (one, other):
                found[attribution["article"]].add(_extent(attribution))
        for attribution, _ in self.speakerless:
            found[attribution["article"]].add(_extent(attribution))
        return found

    def questions(
        self, articles: Mapping[str, Json], shared: Collection[str]
    ) -> Iterator[Question]:
        """The questions, in the order of the record.

        Args:
            articles: by id; of each its name, label, headline and `cut_out`.
            shared: names that more than one article has.
        """
        for left, right, why in self.names:
            yield self._on_names(left, right, why, articles, shared)
        for one, other, why, settles in self.wordings:
            yield _on_wordings(one, other, why, settles, articles)
        for attribution, candidates in self.speakerless:
            yield _on_speaker(attribution, candidates, articles)

    def _on_names(
        self,
        left: Json,
        right: Json,
        why: str,
        articles: Mapping[str, Json],
        shared: Collection[str],
    ) -> Question:
        rarer = min((left, right), key=lambda entity: len(entity["mentions"]))
        on, value = (_mention_place(entity, articles, shared) for entity in (left, right))
        return _question(
            QuestionKind.NAMES,
            articles[left["mentions"][0]["article"]],
            label=f"{left['name']} · {right['name']}",
            known=f"{_sort_of(left)} · {_sort_of(right)}; {why}",
            choices=VERDICTS,
            evidence=tuple(
                articles[entity["mentions"][0]["article"]]["cut_out"][_first_mention(entity)]
                for entity in (left, right)
            ),
            mentions=len(rarer["mentions"]),
            attributions=self.said.get(rarer["id"], 0),
            what=What.SAME.value,
            on=on,
            value=value,
        )


def _on_wordings(
    one: Json, other: Json, why: str, settles: int, articles: Mapping[str, Json]
) -> Question:
    return _question(
        QuestionKind.WORDINGS,
        articles[one["article"]],
        label=one["speaker_name"] or other["speaker_name"] or articles[one["article"]]["label"],
        known=why,
        choices=VERDICTS,
        evidence=tuple(
            articles[attribution["article"]]["cut_out"][_extent(attribution)]
            for attribution in (one, other)
        ),
        attributions=settles,
        what=What.SAME.value,
        on=one["id"],
        value=other["id"],
    )


def _on_speaker(
    attribution: Json, candidates: tuple[str, ...], articles: Mapping[str, Json]
) -> Question:
    article = articles[attribution["article"]]
    return _question(
        QuestionKind.SPEAKER,
        article,
        label=article["label"],
        known=f"{attribution['speaker_why']}; near it: {'; '.join(candidates[:_NEAREST])}",
        choices=candidates,
        evidence=(article["cut_out"][_extent(attribution)],),
        attributions=1,
        what=What.SPEAKER.value,
        on=attribution["id"],
        value="NAME",
    )


def _question(kind: QuestionKind, article: Json, **more: Any) -> Question:
    return Question(
        kind=kind,
        article=article["id"],
        name=article["name"],
        headline=article["headline"],
        **{**more, "label": more["label"] or article["name"]},
    )


def _unsure_names(entities: Sequence[Json]) -> Iterator[tuple[Json, Json, str]]:
    """Each pair once, in the order of the record."""
    by_id = {entity["id"]: entity for entity in entities}
    seen: set[frozenset[str]] = set()
    for entity in entities:
        for unsure in entity["unsure"]:
            other = by_id.get(unsure["entity"])
            if other is None or _ids(entity, other) in seen:
                continue
            seen.add(_ids(entity, other))
            yield entity, other, unsure["why"]


def _ids(left: Json, right: Json) -> frozenset[str]:
    return frozenset({left["id"], right["id"]})


def _decided_names(entities: Iterable[Json], decisions: Iterable[Json]) -> set[frozenset[str]]:
    """Ids of the pairs of entities that a person compared, whatever the answer."""
    pairs = [
        (decision["on"], decision["other"])
        for decision in decisions
        if decision["what"] in PAIR_DECISIONS
        and decision["value"] == PairKind.NAME
        and decision.get("other")
    ]
    if not pairs:
        return set()
    at = {
        (mention["article"], mention["start"]): entity["id"]
        for entity in entities
        for mention in entity["mentions"]
    }
    sides = [
        [at.get((side["article"], side.get("start"))) for side in (left, right)]
        for left, right in pairs
    ]
    return {frozenset(id_ for id_ in both if id_ is not None) for both in sides if all(both)}


def _speakerless(
    attributions: Sequence[Json], entities: Iterable[Json]
) -> Iterator[tuple[Json, tuple[str, ...]]]:
    """Quoted words without a speaker in articles that name somebody who may have said them."""
    open_ = [one for one in attributions if _waits_for_speaker(one)]
    wanted = {one["article"] for one in open_}
    people: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for entity in entities:
        if entity["type"] == EntityType.PERSON:
            for mention in entity["mentions"]:
                if mention["article"] in wanted:
                    people[mention["article"]].append((mention["start"], entity["name"]))
    for one in open_:
        start = one["content"][0][0]
        near = sorted(people[one["article"]], key=lambda found: abs(found[0] - start))
        names = list(dict.fromkeys(name for _, name in near))
        if names:
            yield one, tuple(names[:_MOST_CANDIDATES])


def _waits_for_speaker(one: Json) -> bool:
    return (
        one["speaker"] is None
        and one["sourcing"] in _OPEN_SOURCING
        and one["kind"] != AttributionKind.INDIRECT
        and one["within"] is None
        and not one["speaker_why"].startswith("decision: ")
    )


def _first_mention(entity: Json) -> Place:
    mention = entity["mentions"][0]
    return mention["start"], mention["end"]


def _mention_place(entity: Json, articles: Mapping[str, Json], shared: Collection[str]) -> str:
    mention = entity["mentions"][0]
    article = articles[mention["article"]]
    return f"{article_name(article['name'], article['id'], shared)}:{mention['start']}"


def _extent(attribution: Json) -> Place:
    return attribution["content"][0][0], attribution["content"][-1][1]


def _sort_of(entity: Json) -> str:
    count = len(entity["mentions"])
    return f"{entity['type']}, {count} {'mention' if count == 1 else 'mentions'}"
