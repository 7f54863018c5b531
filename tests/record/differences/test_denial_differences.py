"""Denials against the reports of what is denied, and names that are spelled otherwise."""

from __future__ import annotations

from typing import Any

from onrecord.record.differences.denials import denial_differences
from onrecord.record.differences.spellings import spelling_differences
from onrecord.values.spans import Span

_CLAIM = ("Jane Roe", "said", "the ferry company had dumped waste oil in the harbour")
_DENIAL = ("Orrin Vell", "denied", "that the ferry company dumped waste oil in the harbour")


def _told(*said: tuple[str, str, str], speakers: tuple[str, ...] = ("a", "b")) -> list[Any]:
    texts, attributions = {}, []
    for n, (name, cue, content) in enumerate(said):
        article = f"article-{n}"
        texts[article] = f"{name} {cue} {content}."
        at = len(name) + 1
        start = at + len(cue) + 1
        attributions.append(
            {
                "id": f"a{n}",
                "article": article,
                "content": [[start, start + len(content)]],
                "cue": [at, at + len(cue)],
                "stance": "said",
                "speaker": speakers[n],
                "speaker_name": name,
            }
        )
    return list(
        denial_differences(
            attributions,
            [],
            order={article: n for n, article in enumerate(texts)},
            text_of=texts.__getitem__,
            sentence_of=lambda article, _: Span(0, len(texts[article])),
            weight=lambda _: 1.0,
            stories={},
        )
    )


def test_a_denial_of_what_another_says() -> None:
    """Both sentences, the earlier first, and who denies it."""
    (found,) = _told(_CLAIM, _DENIAL)
    assert (found.slot, found.reason, found.why) == ("denial", "sourcing", "denied-by: Orrin Vell")
    assert (found.left.article, found.right.article) == ("article-0", "article-1")
    assert found.right.anchor == Span(0, len(" ".join(_DENIAL)) + 1)
    assert found.right.words == Span(11, 17)


def test_claims_that_are_rejected() -> None:
    """`rejected claims that` denies; `rejected the plan` declines."""
    rejected = ("Orrin Vell", "rejected", "claims that the ferry company dumped waste oil")
    assert len(_told(_CLAIM, rejected)) == 1
    declined = ("Orrin Vell", "rejected", "the plan for waste oil of the ferry company")
    assert _told(_CLAIM, declined) == []


def test_what_denies_nothing() -> None:
    """Another thing, the same speaker, and another denial are not set against each other."""
    assert (
        _told(("Jane Roe", "said", "the quay would be closed in spring for repairs"), _DENIAL) == []
    )
    assert _told(_CLAIM, _DENIAL, speakers=("a", "a")) == []
    never = ("Jane Roe", "said", "the ferry company had never dumped waste oil in the harbour")
    assert _told(never, _DENIAL) == []


def _spelled(*names: str, aliases: tuple[str, ...], type_: str = "person") -> list[str]:
    mentions = [
        {"article": f"article-{n}", "start": 0, "end": len(name)} for n, name in enumerate(names)
    ]
    entity = {"id": "e", "name": aliases[0], "type": type_, "aliases": aliases[1:]}
    texts = {f"article-{n}": f"{name} spoke." for n, name in enumerate(names)}
    found = spelling_differences(
        [entity | {"mentions": mentions}],
        texts.__getitem__,
        lambda article, _: Span(0, len(texts[article])),
    )
    return [one.why for one in found]


def test_one_name_in_two_spellings() -> None:
    """A letter more, less or another one in the last name of a person."""
    names = ("Duncan Hallit", "Duncan Hallitt", "Hallit")
    assert _spelled(*names, aliases=names) == ["spelled: Duncan Hallit and Duncan Hallitt"]
    assert _spelled("Rada Kosk", "Rada Kisk", aliases=("Rada Kosk", "Rada Kisk")) != []


def test_what_is_no_other_spelling() -> None:
    """Other first names, plurals, short names and names of things are left out."""
    assert _spelled("Duncan Hallit", "Ann Hallit", aliases=("Duncan Hallit", "Ann Hallit")) == []
    assert _spelled("the Hallit", "the Hallits", aliases=("the Hallit", "the Hallits")) == []
    assert _spelled("Al Roe", "Al Row", aliases=("Al Roe", "Al Row")) == []
    port = ("Port Hallit", "Port Hallitt")
    assert _spelled(*port, aliases=port, type_="place") == []
