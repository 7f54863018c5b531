"""Articles that came, went, or are dated or read otherwise; groups of articles that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.record.changes.change import Change, Shown
from onrecord.record.changes.matching import Group, match
from onrecord.record.changes.two_records import TwoRecords, days_of_row, published

type Json = Mapping[str, Any]

_FIELDS = ("outlet", "agency", "headline")


def article_changes(both: TwoRecords) -> Iterator[Change]:
    """Articles in the order of the record now, then those that were taken out."""
    relations = {now: _relations(both.new if now else both.old) for now in (True, False)}
    for id_, article in both.new_articles.items():
        if both.added(id_):
            shown = both.shown_article(id_, published(article), now=True)
            relation = relations[True].get(id_)
            copy = relation not in (None, "independent", "unknown")
            yield Change(
                part="article",
                change="added",
                after=(shown,),
                why=f"relation: {relation}" if copy else "",
            )
            continue
        yield from _changed(both, id_)
        old, new = relations[False].get(id_), relations[True].get(id_)
        if old and new and old != new:
            yield _two(both, id_, "relation", old, new)
    for id_, article in both.old_articles.items():
        if both.removed(id_):
            shown = both.shown_article(id_, published(article), now=False)
            yield Change(part="article", change="gone", before=(shown,))


def _changed(both: TwoRecords, id_: str) -> Iterator[Change]:
    old, new = both.old_articles[id_], both.new_articles[id_]
    if both.redated(id_):
        why = (new.get("published") or {}).get("why") or ""
        yield _two(both, id_, "re-dated", published(old), published(new), why)
    for name in _FIELDS:
        if name in old and old[name] != new.get(name):
            yield _two(both, id_, name, old[name], new.get(name))
    if both.has_other_text(id_) and old.get("text") is not None:
        yield _two(both, id_, "words", _length(old), _length(new))


def _two(
    both: TwoRecords, id_: str, change: str, old: str | None, new: str | None, why: str = ""
) -> Change:
    return Change(
        part="article",
        change=change,
        before=(both.shown_article(id_, old, now=False),),
        after=(both.shown_article(id_, new, now=True),),
        why=why,
    )


def _length(article: Json) -> str:
    return f"characters: {len(article['text'])}"


def _relations(export: Json) -> dict[str, str]:
    return {
        member["article"]: member["relation"]
        for origin in export.get("origins") or ()
        for member in origin["articles"]
    }


def grouping_changes(both: TwoRecords, part: str, key: str) -> Iterator[Change]:
    """Origins or stories that became one or fell apart; articles that came or went change no
    group.

    Args:
        both: the two exports.
        part: what a group is called.
        key: where the groups stand.
    """
    lists = both.pair(key)
    if lists is None:
        return
    old, new = ([_of_kept(one, both) for one in groups] for groups in lists)
    for together in match([g for g in old if g.members], [g for g in new if g.members]):
        if len(together.old) == len(together.new) == 1:
            continue
        merged = len(together.old) > len(together.new)
        yield Change(
            part=part,
            change="merged" if merged else "split",
            before=tuple(_shown(group, both, now=False) for group in together.old),
            after=tuple(_shown(group, both, now=True) for group in together.new),
        )


def _of_kept(one: Json, both: TwoRecords) -> Group:
    """A group by those of its articles that are in both."""
    articles = [a if isinstance(a, str) else a["article"] for a in one["articles"]]
    kept = (id_ for id_ in articles if not both.added(id_) and not both.removed(id_))
    return Group(one, frozenset(kept))


def _shown(group: Group, both: TwoRecords, *, now: bool) -> Shown:
    one = group.one
    first = both.shown_article(both.first_of(map(str, group.members)), None, now=now)
    name = one.get("name") or one.get("medium") or days_of_row(one)
    value = f"{name} · articles: {len(one['articles'])}"
    return Shown(id=one["id"], value=value, label=first.label, at=first.at)
