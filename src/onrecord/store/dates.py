"""When articles were published, as linking settled it: kept, laid over what an article says."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from onrecord.linking.dates.facts import DateFacts
from onrecord.linking.dates.link_values import DateLink, LinkKind
from onrecord.linking.dates.stored_facts import facts_from, stored_facts
from onrecord.store.since import is_older
from onrecord.values.article import Dating
from onrecord.values.datings import DateEvidence, OwnDates, Place, PossibleDays, SettledDate
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Basis

_SINCE = 3
"""Schema from which on dates are settled; an older file, opened for reading only, has none."""


def has_settled(connection: sqlite3.Connection) -> bool:
    """Whether the file has a place for settled dates."""
    return not is_older(connection, _SINCE)


def save_own(connection: sqlite3.Connection, own: Iterable[OwnDates]) -> None:
    """Keep what articles tell of their own dates, in the place of what was kept of them."""
    connection.executemany(
        "INSERT OR REPLACE INTO own_date VALUES (?, ?)",
        [(one.article, json.dumps(_own_json(one), ensure_ascii=False)) for one in own],
    )


def load_own(connection: sqlite3.Connection, article: str) -> OwnDates | None:
    """What an article tells of its own date; None where it is not linked."""
    row = connection.execute(
        "SELECT evidence FROM own_date WHERE article = ?", (article,)
    ).fetchone()
    return _read_own(article, row["evidence"]) if row else None


def save_facts(connection: sqlite3.Connection, facts: Iterable[DateFacts]) -> None:
    """Keep by what articles are dated against others, in the place of what was kept of them."""
    connection.executemany(
        "INSERT OR REPLACE INTO date_fact VALUES (?, ?)",
        [(one.article, stored_facts(one)) for one in facts],
    )


def load_facts(connection: sqlite3.Connection, article: str) -> DateFacts:
    """By what an article is dated against others.

    Raises:
        KeyError: linking has not seen it.
    """
    row = connection.execute("SELECT form FROM date_fact WHERE article = ?", (article,)).fetchone()
    if row is None:
        raise KeyError(article)
    return facts_from(article, row["form"])


def forget_own(connection: sqlite3.Connection, article: str) -> None:
    """Forget what an article told of its own date, and the links that it was in."""
    for table in ("own_date", "date_fact"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
    connection.execute("DELETE FROM date_link WHERE left = ? OR right = ?", (article, article))


def forget_all(connection: sqlite3.Connection) -> None:
    """Forget all that linking found out about dates."""
    for table in ("own_date", "date_fact", "date_link", "settled_date", "settled_evidence"):
        connection.execute(f"DELETE FROM {table}")


def save_links(
    connection: sqlite3.Connection, pair: tuple[str, str], links: Iterable[DateLink]
) -> None:
    """Keep the date links of a pair of articles, in the place of those that it had."""
    connection.execute("DELETE FROM date_link WHERE left = ? AND right = ?", pair)
    connection.executemany(
        "INSERT INTO date_link VALUES (?, ?, ?, ?)",
        [(*pair, n, json.dumps(_link_json(one))) for n, one in enumerate(links)],
    )


def neighbours(connection: sqlite3.Connection, article: str) -> list[str]:
    """The articles to which an article has date links, in order of their ids."""
    rows = connection.execute(
        "SELECT right AS other FROM date_link WHERE left = :id"
        " UNION SELECT left FROM date_link WHERE right = :id ORDER BY other",
        {"id": article},
    )
    return [row["other"] for row in rows]


def load_links(connection: sqlite3.Connection, articles: Iterable[str]) -> list[DateLink]:
    """All date links in which one of some articles is the left one."""
    return [
        _read_link(article, row["right"], row["link"])
        for article in sorted(articles)
        for row in connection.execute(
            "SELECT right, link FROM date_link WHERE left = ? ORDER BY right, number", (article,)
        )
    ]


def load_likely_links(connection: sqlite3.Connection, article: str) -> list[DateLink]:
    """The links of an article, on either side, that settle nothing."""
    rows = connection.execute(
        "SELECT left, right, link FROM date_link WHERE left = :id OR right = :id"
        " ORDER BY left, right, number",
        {"id": article},
    )
    links = (_read_link(row["left"], row["right"], row["link"]) for row in rows)
    return [link for link in links if link.kind is LinkKind.LIKELY]


def _link_json(link: DateLink) -> dict[str, object]:
    return {
        "kind": link.kind.value,
        "days": [link.low, link.high],
        "why": link.why,
        "left": [[p.span.start, p.span.end] for p in link.left_places],
        "right": [[p.span.start, p.span.end] for p in link.right_places],
    }


def _read_link(left: str, right: str, text: str) -> DateLink:
    data = json.loads(text)
    return DateLink(
        left=left,
        right=right,
        kind=LinkKind(data["kind"]),
        low=data["days"][0],
        high=data["days"][1],
        why=data["why"],
        left_places=tuple(Place(left, Span(*place)) for place in data["left"]),
        right_places=tuple(Place(right, Span(*place)) for place in data["right"]),
    )


def _own_json(own: OwnDates) -> dict[str, object]:
    return {
        "decided": own.decided,
        "evidence": [
            {
                "days": _bounds(one.possible),
                "basis": one.basis.value,
                "why": one.why,
                "places": [[p.article, p.span.start, p.span.end] for p in one.places],
            }
            for one in own.evidence
        ],
    }


def _bounds(possible: PossibleDays) -> list[str | None]:
    first, last = possible.days.first, possible.days.last
    return [
        first.isoformat() if first else None,
        last.isoformat() if last else None,
        _digits(possible.weekdays),
    ]


def _digits(weekdays: frozenset[int]) -> str:
    return "".join(map(str, sorted(weekdays)))


def _read_own(article: str, text: str) -> OwnDates:
    data = json.loads(text)
    return OwnDates(
        article=article,
        decided=data["decided"],
        evidence=tuple(
            DateEvidence(
                possible=_possible(*one["days"]),
                basis=Basis(one["basis"]),
                why=one["why"],
                places=tuple(Place(a, Span(s, e)) for a, s, e in one["places"]),
            )
            for one in data["evidence"]
        ),
    )


def _possible(first: str | None, last: str | None, weekdays: str) -> PossibleDays:
    return PossibleDays(
        DayInterval(
            date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
        ),
        frozenset(map(int, weekdays)),
    )


def save_settled(connection: sqlite3.Connection, settled: Iterable[SettledDate]) -> None:
    """Keep the settled dates of articles, in the place of those that they had."""
    for one in settled:
        row = connection.execute(
            "SELECT number FROM article WHERE id = ?", (one.article,)
        ).fetchone()
        if row is None:
            continue
        for table in ("settled_date", "settled_evidence"):
            connection.execute(f"DELETE FROM {table} WHERE article = ?", (row["number"],))
        connection.execute(
            "INSERT INTO settled_date VALUES (?, ?, ?, ?, ?, ?)",
            (row["number"], *_bounds(one.possible), one.basis.value, one.why),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO settled_evidence VALUES (?, ?, ?, ?)",
            [(row["number"], p.article, p.span.start, p.span.end) for p in one.evidence],
        )


def settled_dating(
    connection: sqlite3.Connection, number: int, article: str, read: Dating
) -> Dating:
    """The date of an article as settled; as it was read where it is not settled yet.

    Args:
        connection: the record file.
        number: the article's internal number.
        article: its id.
        read: what the article itself says.
    """
    if not has_settled(connection):
        return read
    row = connection.execute("SELECT * FROM settled_date WHERE article = ?", (number,)).fetchone()
    if row is None:
        return read
    possible = _possible(row["first"], row["last"], row["weekdays"])
    own, elsewhere = _evidence(connection, number, article)
    same = possible.days == read.days
    return replace(
        read,
        days=possible.days,
        weekdays=possible.weekdays,
        basis=Basis(row["basis"]),
        at=read.at if same else None,
        evidence=own,
        elsewhere=elsewhere,
        why=row["why"],
    )


def _evidence(
    connection: sqlite3.Connection, number: int, article: str
) -> tuple[tuple[Span, ...], tuple[Place, ...]]:
    own, elsewhere = [], []
    for row in connection.execute(
        "SELECT place, start, end FROM settled_evidence WHERE article = ?"
        " ORDER BY place, start, end",
        (number,),
    ):
        span = Span(row["start"], row["end"])
        if row["place"] == article:
            own.append(span)
        else:
            elsewhere.append(Place(row["place"], span))
    return tuple(own), tuple(elsewhere)
