"""Origins as JSON: one entry a family, with who derives from whom, and what versions changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from onrecord.record.origins.evidence import reports_meant
from onrecord.record.origins.family import Member
from onrecord.record.origins.pile import Origins
from onrecord.values.article import Article
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span

type Json = dict[str, Any]


def origins_json(origins: Origins, article_of: Callable[[str], Article]) -> Iterator[Json]:
    """The entries, in the order of their first articles.

    Args:
        origins: of the pile.
        article_of: the article with an id.
    """
    for family in origins.families.families:
        texts = _Texts(article_of)
        yield {
            "id": family.id,
            "medium": origins.names.name(family.medium) if family.medium else None,
            "articles": [_article(one, origins, texts) for one in family.members],
            "passages": [p for one in family.members for p in _passages(one, texts)],
            "versions": [v for one in family.members for v in _version(one, texts)],
        }


class _Texts:
    """The articles of one family, each read once, and only where its words are shown."""

    def __init__(self, article_of: Callable[[str], Article]) -> None:
        self._article_of = article_of
        self._kept: dict[str, Article] = {}

    def article(self, id_: str) -> Article:
        """The article with an id."""
        if id_ not in self._kept:
            self._kept[id_] = self._article_of(id_)
        return self._kept[id_]

    def anchor(self, id_: str, span: Span) -> Json:
        """The words at a place."""
        text = self.article(id_).slice(span)
        return {"article": id_, "start": span.start, "end": span.end, "text": text}


def _article(one: Member, origins: Origins, texts: _Texts) -> Json:
    return {
        "article": one.article,
        "relation": one.relation.value,
        "why": one.why,
        "from": one.source,
        "share": round(one.shared.share, 4) if one.shared is not None else None,
        "newsroom": origins.names.name(one.outlet) if one.outlet is not None else None,
        "cites": list(_cites(one, origins, texts)),
    }


def _cites(one: Member, origins: Origins, texts: _Texts) -> Iterator[Json]:
    """What it has from other media, once for each place where one is named.

    The report that it means is the one whose words it tells again and that is not later.
    """
    seen: set[Span] = set()
    read, family = origins.articles[one.article], origins.families.of[one.article]
    meant = reports_meant(
        read, origins.told, lambda id_: not _is_later(origins, id_, read.published)
    )
    for claim in read.claims:
        if claim.printed in seen:
            continue
        seen.add(claim.printed)
        anchor = texts.anchor(one.article, claim.printed)
        known = meant.get(claim.medium.key)
        origin = origins.families.of[known].id if known is not None else None
        if family.medium is not None and family.medium.key == claim.medium.key:
            origin = family.id
        yield {
            "medium": " ".join(anchor["text"].split()),
            "origin": origin,
            "anchor": anchor,
        }


def _is_later(origins: Origins, id_: str, published: DayInterval) -> bool:
    """Whether an article is known to be later than some days."""
    first, last = origins.articles[id_].published.first, published.last
    return first is not None and last is not None and first > last


def _passages(one: Member, texts: _Texts) -> Iterator[Json]:
    shared = one.shared
    if shared is None:
        return
    for passage in shared.passages:
        yield {
            "left": texts.anchor(shared.article, passage.left),
            "right": texts.anchor(one.article, passage.right),
        }


def _version(one: Member, texts: _Texts) -> Iterator[Json]:
    if one.changes is None or one.shared is None:
        return
    earlier = one.shared.article
    yield {
        "left": earlier,
        "right": one.article,
        "taken_out": [texts.anchor(earlier, span) for span in one.changes.taken_out],
        "added": [texts.anchor(one.article, span) for span in one.changes.added],
    }
