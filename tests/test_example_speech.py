"""The example story: who said what, in which wordings, and who is who, as its answer key says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onrecord.api import open_record

STORY = Path(__file__).parents[1] / "src" / "onrecord" / "example" / "story"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The record of the example story."""
    handle = open_record(tmp_path_factory.mktemp("story") / "corrin.db")
    handle.add(STORY)
    return handle.to_dict()


def spoken(record: dict[str, Any], words: str) -> list[dict[str, Any]]:
    """The outermost attributions whose content holds the words, white space made plain."""
    texts = {a["id"]: a["text"] for a in record["articles"]}
    found = []
    for one in record["attributions"]:
        said = " … ".join(texts[one["article"]][s:e] for s, e in one["content"])
        if words in " ".join(said.split()) and one["within"] is None:
            found.append(one)
    return found


def name_of(record: dict[str, Any], one: dict[str, Any]) -> str:
    """The name of the article that an attribution stands in."""
    return next(a["name"] for a in record["articles"] if a["id"] == one["article"])


def are_one(record: dict[str, Any], *attributions: dict[str, Any]) -> bool:
    """Whether some attributions are printings of one utterance."""
    ids = {one["id"] for one in attributions}
    return any(ids <= set(variant["attributions"]) for variant in record["variants"])


def test_two_translations_of_one_answer(record: dict[str, Any]) -> None:
    """Pellick spoke in dialect; both outlets translated."""
    [first] = spoken(record, "asking for the water to come down slowly")
    [second] = spoken(record, "ask only that the water comes down slowly")
    assert first["speaker"] == second["speaker"] is not None
    assert first["speaker_name"] == "Joran Pellick"
    assert are_one(record, first, second)


def test_a_part_of_a_sentence_and_the_whole(record: dict[str, Any]) -> None:
    """`run a dam by committee` is a part of what the other outlet has whole."""
    found = spoken(record, "run a dam by committee")
    assert len(found) == 2
    assert are_one(record, *found)
    assert {one["speaker_name"] for one in found} == {"Ilse Hadran"}


def test_the_unnamed_official(record: dict[str, Any]) -> None:
    """One official in two outlets, in one cut in two by the cue; never a name."""
    quoted = spoken(record, "on three desks in the autumn of 2019")
    assert [name_of(record, one) for one in quoted] == [
        "gazette-talks.html",
        "haldmoor-herald-talks.txt",
    ]
    for one in quoted:
        assert (one["sourcing"], one["kind"], one["speaker"]) == ("unnamed", "direct", None)
        assert one["speaker_name"] == "the official"
        assert one["condition"] is not None
    assert sorted(len(one["content"]) for one in quoted) == [1, 2]
    assert are_one(record, *quoted)


def test_the_same_words_through_another_outlet(record: dict[str, Any]) -> None:
    """The interview's words and those that another outlet took from it, which says so."""
    found = [one for one in spoken(record, "I have the receipt.") if one["kind"] == "direct"]
    assert [name_of(record, one) for one in found] == [
        "gazette-khodrova-interview.html",
        "standard_letter.txt",
    ]
    assert found[1]["speaker_name"] == "Yelena Khodrova"
    asked = {frozenset((p["left"], p["right"])) for p in record["unsure_variants"]}
    assert are_one(record, *found) or frozenset(one["id"] for one in found) in asked
    letter = [
        one for one in record["attributions"] if name_of(record, one) == "standard_letter.txt"
    ]
    assert any("Harbour Gazette" in (one["through"] or "") for one in letter)


def test_two_spellings_are_one_person(record: dict[str, Any]) -> None:
    """Khodrova and Hodrova, with the same given name and office."""
    people = [e for e in record["entities"] if e["type"] == "person"]
    [one] = [e for e in people if "Yelena Khodrova" in (e["name"], *e["aliases"])]
    assert {"Khodrova", "Yelena Hodrova"} <= {one["name"], *one["aliases"]}
    assert one["why"]


def test_every_place_gives_its_words(record: dict[str, Any]) -> None:
    """Anchors of variants, mentions of entities, places of attributions: all inside, in order."""
    texts = {a["id"]: a["text"] for a in record["articles"]}
    for one in record["attributions"]:
        ends = [end for part in one["content"] for end in part]
        assert ends == sorted(ends)
        assert ends[-1] <= len(texts[one["article"]])
    for variant in record["variants"]:
        for difference in variant["differences"]:
            for side in (difference["left"], difference["right"]):
                if side is not None:
                    there = texts[side["article"]][side["start"] : side["end"]]
                    assert there == side["text"] != ""
    for entity in record["entities"]:
        forms = {form.casefold() for form in (entity["name"], *entity["aliases"])}
        for mention in entity["mentions"]:
            words = texts[mention["article"]][mention["start"] : mention["end"]]
            printed = " ".join(words.split()).casefold()
            assert any(form in printed or printed in form for form in forms)
