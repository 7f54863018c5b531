"""Linking in a record file: what is new is linked, what goes is taken out of all links.

`link_pending` conducts, for some hundred articles in a transaction:

1. what was linked of them before is undone;
2. what each tells of its own date, and the date links of the pairs that share a key;
3. the dates that any of this can change are settled again;
4. names are compared with those that may be the same;
5. the words of attributions are compared with those that share rare words;
6. running texts are compared with those that share passages, and copies grouped;
7. sentences are compared with those that may tell the same;
8. articles are compared with those that may report the same news event.

None of 4 to 8 hangs on a date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import batched

from onrecord.linking.copies.copy_text import copy_text
from onrecord.linking.copies.groups import groups_of
from onrecord.linking.copies.link import (
    CopyChanges,
    CopyTextsAtHand,
    link_copies,
    unlink_copies,
)
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
from onrecord.linking.retold.link import SentencesAtHand, link_retold, unlink_retold
from onrecord.linking.retold.told_sentences import told_sentences
from onrecord.linking.same_event.event_text import event_text
from onrecord.linking.same_event.link import EventTextsAtHand, link_events, unlink_events
from onrecord.linking.wordings.link import TextsAtHand, link_wordings, unlink_wordings
from onrecord.linking.wordings.utterance import Utterance, utterances
from onrecord.store.file import RecordFile
from onrecord.values.datings import OwnDates

_BATCH = 500
"""Articles linked in one transaction."""


def link_pending(record: RecordFile) -> int:
    """Link the articles that linking has not seen; how many there were."""
    pending = record.unlinked()
    hand = _Hand(record)
    for batch in batched(pending, _BATCH):
        with record.transaction():
            touched = set(batch)
            # 1. what was linked before
            record.save_name_changes(unlink_names(batch, record.index, record))
            for id_ in batch:
                touched |= _unlink(record, id_, hand)
            # 2. own dates and date links
            touched |= _change_dates(record, link_dates(batch, record.index, hand.facts))
            touched |= _note_habits(record, batch)
            # 3. dates
            _settle_dates(record, touched)
            # 4. names
            record.save_name_changes(link_names(batch, record.index, record))
            # 5. wordings
            said = {id_: utterances_of(record, id_) for id_ in batch}
            record.save_wording_changes(link_wordings(said, record.index, hand.wordings))
            # 6. copies, 7. sentences, 8. news events
            _link_texts(record, batch, hand)
            record.note_linked(batch)
    return len(pending)


def forget_article(record: RecordFile, id_: str) -> None:
    """Take an article out of the record and out of all links, in one transaction."""
    with record.transaction():
        record.save_name_changes(unlink_names([id_], record.index, record))
        touched = _unlink(record, id_, _Hand(record))
        record.forget(id_)
        _settle_dates(record, touched - {id_})


class _Hand:
    """What linking has read of the pile and keeps at hand while it links many articles."""

    def __init__(self, record: RecordFile) -> None:
        self.facts = FactsAtHand(record)
        self.wordings = TextsAtHand(record)
        self.copies = CopyTextsAtHand(record)
        self.sentences = SentencesAtHand(record)
        self.events = EventTextsAtHand(record)


def _link_texts(record: RecordFile, batch: Sequence[str], hand: _Hand) -> None:
    """Link articles by their running texts, their sentences and their news events."""
    read = {id_: (record.article_as_read(id_), record.analysis(id_)) for id_ in batch}
    # 6. copies
    copies = link_copies(
        {id_: copy_text(article) for id_, (article, _) in read.items()}, record.index, hand.copies
    )
    record.save_copy_changes(copies)
    record.save_origins(groups_of({*batch, *_in_pairs(copies)}, record.copy_links_of))
    # 7. sentences
    told = {id_: told_sentences(article, found) for id_, (article, found) in read.items()}
    record.save_retold_changes(link_retold(told, record.index, hand.sentences))
    # 8. news events
    events = {id_: event_text(article, found) for id_, (article, found) in read.items()}
    record.save_event_changes(link_events(events, record.index, hand.events))


def _in_pairs(changes: CopyChanges) -> set[str]:
    pairs = (*(pair for pair, _ in changes.judged), *changes.dropped)
    return {article for pair in pairs for article in pair}


def _unlink(record: RecordFile, id_: str, hand: _Hand) -> set[str]:
    """Take an article out of all links; the articles whose dates that touches."""
    touched = set(record.date_neighbours(id_))
    partners = {end for link in record.copy_links_of(id_) for end in (link.left, link.right)}
    hand.facts.forget(id_)
    record.forget_dates(id_)
    dropped = record.index.drop(id_)
    touched |= _waiting_for(record, dropped)
    record.forget_wordings(id_)
    record.save_wording_changes(unlink_wordings(dropped, record.index, hand.wordings))
    hand.copies.forget(id_)
    record.forget_copies(id_)
    copies = unlink_copies(dropped, record.index, hand.copies)
    record.save_copy_changes(copies)
    left = (partners | _in_pairs(copies)) - {id_}
    record.save_origins(groups_of(left, record.copy_links_of))
    record.forget_told(id_)
    record.save_retold_changes(unlink_retold(dropped, record.index, hand.sentences))
    hand.events.forget(id_)
    record.forget_event(id_)
    record.save_event_changes(unlink_events(dropped, record.index, hand.events))
    return touched | _change_dates(record, unlink_dates(dropped, record.index, hand.facts))


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
