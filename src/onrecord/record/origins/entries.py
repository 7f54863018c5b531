"""Origins as JSON: one entry a family, with who derives from whom, and what versions changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from onrecord.record.origins.evidence import reports_meant
from onrecord.record.origins.family import Member
from onrecord.record.origins.pile import Origins
from onrecord.record.origins.versions import compare_versions
from onrecord.values.article import Article
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Relation

type Json = dict[str, Any]


def origins_json(origins: Origins, article_of: Callable[[str], Article]) -> Iterator[Json]:
    """The entries, in the order of their first articles.

    Args:
        origins: of the pile.
        article_of: the article with an id.
    """
    reports = _reports(origins)
    for family in origins.families.families:
        texts = _Texts(article_of)
        yield {
            "id": family.id,
            "medium": origins.names.name(family.medium) if family.medium else None,
            "articles": [_article(one, origins, reports, texts) for one in family.members],
            "passages": [p for one in family.members for p in _passages(one, texts)],
            "versions": [v for one in family.members for v in _version(one, texts)],
        }


def _reports(origins: Origins) -> Mapping[str, list[str]]:
    """By a medium's key the articles that are its reports or copies of them, in the order of the
    record."""
    found: dict[str, list[str]] = {}
    for id_, one in origins.articles.items():
        medium = origins.families.of[id_].medium
        keys = {m.key for m in (one.outlet, medium) if m is not None}
        for key in sorted(keys):
            found.setdefault(key, []).append(id_)
    return found


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


def _article(
    one: Member, origins: Origins, reports: Mapping[str, list[str]], texts: _Texts
) -> Json:
    return {
        "article": one.article,
        "relation": one.relation.value,
        "why": one.why,
        "from": one.source,
        "share": round(one.shared.share, 4) if one.shared is not None else None,
        "newsroom": origins.names.name(one.outlet) if one.outlet is not None else None,
        "cites": list(_cites(one, origins, reports, texts)),
    }


def _cites(
    one: Member, origins: Origins, reports: Mapping[str, list[str]], texts: _Texts
) -> Iterator[Json]:
    """What it has from other media, once for each place where one is named.

    The report that it means is the one whose words it tells again, else the only one of that
    medium that is not later.
    """
    seen: set[Span] = set()
    read = origins.articles[one.article]
    keys = {claim.medium.key for claim in read.claims}
    earlier = {
        key: [id_ for id_ in reports.get(key, ()) if not _is_later(origins, id_, read.published)]
        for key in sorted(keys)
    }
    meant = reports_meant(read, read.claims, origins.told, earlier)
    for claim in read.claims:
        if claim.printed in seen:
            continue
        seen.add(claim.printed)
        anchor = texts.anchor(one.article, claim.printed)
        families = {origins.families.of[id_].id for id_ in earlier[claim.medium.key]}
        known = meant.get(claim.medium.key)
        origin = origins.families.of[known].id if known is not None else None
        yield {
            "medium": " ".join(anchor["text"].split()),
            "origin": min(families) if origin is None and len(families) == 1 else origin,
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
    if one.relation is not Relation.VERSION or one.shared is None:
        return
    earlier, later = texts.article(one.shared.article), texts.article(one.article)
    found = compare_versions(earlier, later)
    yield {
        "left": earlier.id,
        "right": later.id,
        "taken_out": [texts.anchor(earlier.id, span) for span in found.taken_out],
        "added": [texts.anchor(later.id, span) for span in found.added],
    }
