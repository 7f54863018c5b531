"""Linking in a record file: what is new is linked, what goes is taken out of all links.

`link_pending` conducts, for some hundred articles in a transaction:

1. what was linked of them before is undone;
2. groups of equal texts;
3. what each tells of its own date, and the date links of the pairs that share a key;
4. the dates that any of this can change are settled again;
5. names are compared with those that may be the same;
6. the words of attributions are compared with those that share rare words.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import batched

from onrecord.linking import link as linking_stage
from onrecord.linking.dates.component import component
from onrecord.linking.dates.habits import (
    HABIT_KINDS,
    WAITING,
    habit_in,
    is_open,
    numeric_stamp,
    order_key,
    settle_order,
)
from onrecord.linking.dates.link_dates import DateChanges, FactsAtHand, link_dates, unlink_dates
from onrecord.linking.dates.narrowing import is_known_by_itself, settle_dates
from onrecord.linking.names.link import link_names, unlink_names
from onrecord.linking.wordings.link import TextsAtHand, link_wordings, unlink_wordings
from onrecord.linking.wordings.utterance import Utterance, utterances
from onrecord.store.file import RecordFile
from onrecord.values.datings import OwnDates

_BATCH = 500
"""Articles linked in one transaction."""


def link_pending(record: RecordFile) -> int:
    """Link the articles that linking has not seen; how many there were."""
    pending = record.unlinked()
    facts, texts = FactsAtHand(record), TextsAtHand(record)
    for batch in batched(pending, _BATCH):
        with record.transaction():
            touched = set(batch)
            # 1. what was linked before
            record.save_name_changes(unlink_names(batch, record.index, record))
            for id_ in batch:
                touched |= _unlink(record, id_, facts, texts)
            # 2. equal texts
            made = linking_stage.link((record.article(id_) for id_ in batch), record.index)
            record.save_links(made, linked=list(batch))
            # 3. own dates and date links
            touched |= _change_dates(record, link_dates(batch, record.index, facts))
            touched |= _note_habits(record, batch)
            # 4. dates
            _settle_dates(record, touched)
            # 5. names
            record.save_name_changes(link_names(batch, record.index, record))
            # 6. wordings
            said = {id_: utterances_of(record, id_) for id_ in batch}
            record.save_wording_changes(link_wordings(said, record.index, texts))
    return len(pending)


def forget_article(record: RecordFile, id_: str) -> None:
    """Take an article out of the record and out of all links, in one transaction."""
    with record.transaction():
        record.save_name_changes(unlink_names([id_], record.index, record))
        touched = _unlink(record, id_, FactsAtHand(record), TextsAtHand(record))
        record.forget(id_)
        _settle_dates(record, touched - {id_})


def _unlink(record: RecordFile, id_: str, facts: FactsAtHand, texts: TextsAtHand) -> set[str]:
    """Take an article out of all links; the articles whose dates that touches."""
    touched = set(record.date_neighbours(id_))
    facts.forget(id_)
    record.forget_dates(id_)
    dropped = record.index.drop(id_)
    touched |= _waiting_for(record, dropped)
    record.save_links(linking_stage.unlink(dropped, record.index), linked=[])
    record.forget_wordings(id_)
    record.save_wording_changes(unlink_wordings(dropped, record.index, texts))
    return touched | _change_dates(record, unlink_dates(dropped, record.index, facts))


def utterances_of(record: RecordFile, id_: str) -> list[Utterance]:
    """What the attributions of an article say."""
    text = record.article_as_read(id_).text
    return list(utterances(id_, text, record.analysis(id_).attributions))


def _note_habits(record: RecordFile, ids: Iterable[str]) -> set[str]:
    """Note in which order articles print day and month; those that waited for it."""
    keys = []
    for id_ in ids:
        stamp = numeric_stamp(record.article_as_read(id_))
        key = order_key(stamp) if stamp is not None else None
        if key is not None:
            record.index.put(*key, id_)
            keys.append(key)
    return _waiting_for(record, keys)


def _waiting_for(record: RecordFile, keys: Iterable[tuple[str, str]]) -> set[str]:
    """The articles whose stamp is read as their outlet's others, of what shows that or did."""
    outlets = {outlet for kind, outlet in keys if kind in HABIT_KINDS}
    return {id_ for outlet in outlets for id_ in record.index.get(WAITING, outlet)}


def _own_dates(record: RecordFile, id_: str) -> OwnDates | None:
    """What an article tells of its own date, its stamp read as its outlet's others."""
    own = record.own_dates(id_)
    if own is None or not is_open(own):
        return own
    stamp = numeric_stamp(record.article_as_read(id_))
    return own if stamp is None else settle_order(own, stamp, habit_in(record.index, stamp.outlet))


def _change_dates(record: RecordFile, changes: DateChanges) -> set[str]:
    """Keep what became of own dates and date links; the articles whose dates that touches."""
    record.save_date_changes(changes)
    linked = [pair for pair, links in changes.judged if links]
    return {article for pair in (*linked, *changes.dropped) for article in pair}


def _settle_dates(record: RecordFile, touched: Iterable[str]) -> None:
    """Settle again when articles were published, of all that a change can reach."""
    own = {id_: dates for id_ in touched if (dates := _own_dates(record, id_)) is not None}

    def is_known(id_: str) -> bool:
        if id_ not in own and (dates := _own_dates(record, id_)) is not None:
            own[id_] = dates
        return id_ not in own or is_known_by_itself(own[id_])

    reached = component(own, record.date_neighbours, is_known)
    settled = settle_dates({id_: own[id_] for id_ in reached}, record.date_links(reached))
    record.save_settled(settled.values())
