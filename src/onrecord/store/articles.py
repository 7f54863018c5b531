"""Articles in the record file: saved, read, listed, found by name, removed."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import PurePath

from onrecord.errors import NoSuchArticle
from onrecord.store.dates import has_settled
from onrecord.store.events import save_events
from onrecord.store.figures import save_figures
from onrecord.store.findings import load_mentions, save_attributions, save_mentions
from onrecord.store.rows import (
    article_columns,
    evidence_rows,
    field_rows,
    read_analysis,
    read_article_row,
    time_row,
)
from onrecord.values.article import Article
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis, Mention
from onrecord.values.pages import Given, MediaType, Page
from onrecord.values.stored import ArticleSummary, KeptItem, day_order

_PARTS = (
    *("article_field", "date_evidence", "paragraph", "sentence", "mention", "time", "event"),
    *("attribution", "figure", "settled_date", "settled_evidence"),
)
"""Tables whose rows are written anew with their article."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def save_article(
    connection: sqlite3.Connection,
    article: Article,
    analysis: Analysis,
    *,
    analysed: bool,
    versions: tuple[str, str],
    page: Page | None = None,
) -> None:
    """Write an article with its findings; the caller holds the transaction.

    With `page` it is new; without, an article that is there already is written anew.
    """
    columns = article_columns(article) | {
        "analysed": int(analysed),
        "words": analysis.words,
        "articles_version": versions[0],
        "analysis_version": versions[1],
        "linked": 0,
    }
    if page is not None:
        columns |= {
            "name": page.name,
            "label": _decided_label(connection, article.id),
            "added_on": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        names = ", ".join(columns)
        marks = ", ".join(f":{c}" for c in columns)
        number = connection.execute(
            f"INSERT INTO article ({names}) VALUES ({marks}) RETURNING number", columns
        ).fetchone()[0]
        _save_item(connection, number, page)
    else:
        number = connection.execute(
            "SELECT number FROM article WHERE id = ?", (article.id,)
        ).fetchone()[0]
        sets = ", ".join(f"{c} = :{c}" for c in columns if c != "id")
        connection.execute(f"UPDATE article SET {sets} WHERE id = :id", columns)
        for table in _PARTS:
            connection.execute(f"DELETE FROM {table} WHERE article = ?", (number,))
    _save_parts(connection, number, article, analysis)


def _decided_label(connection: sqlite3.Connection, article_id: str) -> str | None:
    """The label that a person gave the article before it was taken out, if it was."""
    row = connection.execute(
        "SELECT value FROM decision WHERE article = ? AND what = 'label' AND undone = 0"
        " ORDER BY number DESC LIMIT 1",
        (article_id,),
    ).fetchone()
    return row[0] if row else None


def _save_item(connection: sqlite3.Connection, number: int, page: Page) -> None:
    given = page.given
    connection.execute(
        "INSERT INTO item VALUES (?, ?, ?, ?, ?, ?)",
        (
            number,
            zlib.compress(page.data, 6),
            len(page.data),
            given.address,
            given.outlet,
            given.published,
        ),
    )
    _save_name(connection, number, page)


def _save_name(connection: sqlite3.Connection, number: int, page: Page) -> bool:
    cursor = connection.execute(
        "INSERT OR IGNORE INTO article_name VALUES (?, ?, ?, ?)",
        (number, page.name, json.dumps(list(page.name_dates)), page.archived or ""),
    )
    return cursor.rowcount > 0


def _save_parts(
    connection: sqlite3.Connection, number: int, article: Article, analysis: Analysis
) -> None:
    connection.executemany(
        "INSERT INTO article_field VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(number, *row) for row in field_rows(article)],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO date_evidence VALUES (?, ?, ?, ?)",
        [(number, *row) for row in evidence_rows(article)],
    )
    connection.executemany(
        "INSERT INTO paragraph VALUES (?, ?, ?, ?, ?)",
        [(number, p.start, p.end, p.role.value, p.why) for p in article.paragraphs],
    )
    connection.executemany(
        "INSERT INTO sentence VALUES (?, ?, ?)",
        [(number, s.start, s.end) for s in analysis.sentences],
    )
    save_mentions(connection, number, analysis.mentions)
    connection.executemany(
        "INSERT OR IGNORE INTO time VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(number, *time_row(one)) for one in analysis.times],
    )
    save_events(connection, number, analysis.events)
    save_attributions(connection, number, analysis.attributions)
    save_figures(connection, number, analysis.figures)


def add_name(connection: sqlite3.Connection, article_id: str, page: Page) -> bool:
    """Note that a known article came under this name too; whether that is new.

    Where its names disagree on what the bytes are, as `a.txt` and `a.html`, the same reading is
    taken whichever came first.
    """
    number, name, media_type = connection.execute(
        "SELECT number, name, media_type FROM article WHERE id = ?", (article_id,)
    ).fetchone()
    if not _save_name(connection, number, page):
        return False
    if page.media_type.value < media_type:
        connection.execute(
            "UPDATE article SET media_type = ? WHERE number = ?", (page.media_type.value, number)
        )
    if page.name < name:
        connection.execute("UPDATE article SET name = ? WHERE number = ?", (page.name, number))
    return True


def known_versions(connection: sqlite3.Connection, article_id: str) -> tuple[str, str] | None:
    """Versions of the stages that made an article, or None where it is not in the record."""
    row = connection.execute(
        "SELECT articles_version, analysis_version FROM article WHERE id = ?", (article_id,)
    ).fetchone()
    return (row[0], row[1]) if row else None


def known_name(connection: sqlite3.Connection, article_id: str, page: Page) -> bool:
    """Whether the article is known to have come under this very name."""
    row = connection.execute(
        "SELECT 1 FROM article_name JOIN article ON article.number = article_name.article"
        " WHERE id = ? AND article_name.name = ? AND days = ? AND archived = ?",
        (article_id, page.name, json.dumps(list(page.name_dates)), page.archived or ""),
    ).fetchone()
    return row is not None


def load_article(
    connection: sqlite3.Connection, article_id: str, *, as_read: bool = False
) -> Article:
    """The article with this id, its date as the pile settles it; or `as_read`, from itself alone.

    Raises:
        NoSuchArticle: there is none.
    """
    return read_article_row(connection, _row(connection, article_id), as_read=as_read)


def load_analysis(connection: sqlite3.Connection, article_id: str) -> Analysis:
    """The findings of the article with this id.

    Raises:
        NoSuchArticle: there is none.
    """
    return read_analysis(connection, _row(connection, article_id))


def load_mentions_of(connection: sqlite3.Connection, article_id: str) -> tuple[Mention, ...]:
    """The names that were found in the article with this id.

    Raises:
        NoSuchArticle: there is none.
    """
    return tuple(load_mentions(connection, _row(connection, article_id)["number"]))


def _row(connection: sqlite3.Connection, article_id: str) -> sqlite3.Row:
    row: sqlite3.Row | None = connection.execute(
        "SELECT * FROM article WHERE id = ?", (article_id,)
    ).fetchone()
    if row is None:
        raise NoSuchArticle(f"no article has the id {article_id}")
    return row


def load_item(connection: sqlite3.Connection, article_id: str) -> KeptItem:
    """The bytes of an article as received, under its first name, with all its names."""
    row = connection.execute(
        "SELECT article.*, item.* FROM article JOIN item ON item.article = number WHERE id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        raise NoSuchArticle(f"no article has the id {article_id}")
    names = tuple(
        (n["name"], tuple(json.loads(n["days"])))
        for n in connection.execute(
            "SELECT DISTINCT name, days FROM article_name WHERE article = ? ORDER BY name, days",
            (row["number"],),
        )
    )
    archived = connection.execute(
        "SELECT min(archived) FROM article_name WHERE article = ? AND archived <> ''",
        (row["number"],),
    ).fetchone()[0]
    page = Page(
        data=zlib.decompress(row["bytes"]),
        media_type=MediaType(row["media_type"]),
        name=row["name"],
        given=Given(
            address=row["given_address"],
            outlet=row["given_outlet"],
            published=row["given_published"],
        ),
        name_dates=tuple(sorted({day for _, days in names for day in days})),
        archived=archived,
    )
    return KeptItem(page=page, names=names)


def list_articles(connection: sqlite3.Connection) -> list[ArticleSummary]:
    """All articles in the order of the record, each with its label."""
    names: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute("SELECT article, name FROM article_name ORDER BY name"):
        if row["name"] not in names[row["article"]]:
            names[row["article"]].append(row["name"])
    summaries = [
        _summary(row, tuple(names[row["number"]]))
        for row in connection.execute(
            "SELECT number, id, name, label, outlet, agency, headline, published_first,"
            " published_last, published_basis, updated_first, updated_last, updated_basis,"
            f" language, analysed, words, notes, {_settled_columns(connection)}"
        )
    ]
    summaries.sort(key=lambda s: day_order(s.published, s.id))
    return _distinct_labels(summaries)


def _settled_columns(connection: sqlite3.Connection) -> str:
    """The rest of the statement that lists articles, with their settled dates if there are any."""
    if not has_settled(connection):
        return "NULL AS settled_basis FROM article"
    return (
        "first AS settled_first, last AS settled_last, basis AS settled_basis"
        " FROM article LEFT JOIN settled_date ON settled_date.article = number"
    )


def _summary(row: sqlite3.Row, names: tuple[str, ...]) -> ArticleSummary:
    dated = "settled" if row["settled_basis"] else "published"
    published = _days(row, dated)
    return ArticleSummary(
        id=row["id"],
        label=row["label"] or make_label(row["outlet"], published, row["name"]),
        name=row["name"],
        names=names,
        outlet=row["outlet"],
        agency=row["agency"],
        headline=row["headline"],
        published=published,
        basis=row[f"{dated}_basis"],
        updated=_days(row, "updated") if row["updated_basis"] else None,
        language=row["language"],
        analysed=bool(row["analysed"]),
        words=row["words"],
        notes=tuple(json.loads(row["notes"])),
    )


def _days(row: sqlite3.Row, what: str) -> DayInterval:
    first, last = row[f"{what}_first"], row[f"{what}_last"]
    return DayInterval(
        date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
    )


def make_label(outlet: str | None, published: DayInterval, name: str) -> str:
    """Outlet and day where both are known; else the file's stem, or container and number."""
    if outlet and published.exact and published.first:
        day = published.first
        return f"{outlet} {day.day} {_MONTHS[day.month - 1]} {day.year}"
    if "#" in name:
        return name
    return PurePath(name).stem or name


def _distinct_labels(summaries: Sequence[ArticleSummary]) -> list[ArticleSummary]:
    """A label that stands twice gets its place among its like, in the order of the record."""
    from dataclasses import replace  # noqa: PLC0415

    total: dict[str, int] = defaultdict(int)
    for summary in summaries:
        total[summary.label] += 1
    seen: dict[str, int] = defaultdict(int)
    distinct = []
    for summary in summaries:
        label = summary.label
        seen[label] += 1
        distinct.append(
            replace(summary, label=f"{label} ({seen[label]})") if total[label] > 1 else summary
        )
    return distinct


def resolve_name(connection: sqlite3.Connection, name: str) -> str:
    """The id of the article that a person names: by file name, id, label, or a unique beginning.

    Raises:
        NoSuchArticle: none fits, or more than one.
    """
    exact = _ids(connection, "name = ?", name)
    if len(exact) == 1:
        return exact[0]
    escaped = name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    found = exact or _ids(connection, "name LIKE ? ESCAPE '\\'", escaped)
    if not exact:
        rows = connection.execute(
            "SELECT id FROM article WHERE id LIKE ? ESCAPE '\\' OR label = ?", (escaped, name)
        )
        found = sorted({*found, *(row["id"] for row in rows)})
        found = found or [s.id for s in list_articles(connection) if s.label == name]
    if not found:
        raise NoSuchArticle(f"no article is called {name!r}; `onrecord articles` lists them")
    if len(found) > 1:
        shown = ", ".join(found[:5])
        raise NoSuchArticle(f"{name!r} fits {len(found)} articles; name one by its id: {shown}")
    return found[0]


def _ids(connection: sqlite3.Connection, condition: str, value: str) -> list[str]:
    rows = connection.execute(
        "SELECT DISTINCT id FROM article JOIN article_name ON article_name.article = number"
        f" WHERE article_name.{condition} ORDER BY id",
        (value,),
    )
    return [row["id"] for row in rows]


def iter_ids(
    connection: sqlite3.Connection, condition: str = "1", *values: object
) -> Iterator[str]:
    """Ids of the articles that meet an SQL condition, in the order of adding."""
    rows = connection.execute(f"SELECT id FROM article WHERE {condition} ORDER BY number", values)
    for row in rows.fetchall():
        yield row["id"]


def delete_article(connection: sqlite3.Connection, article_id: str) -> None:
    """Take an article out with all that hangs on it; the caller holds the transaction."""
    connection.execute("DELETE FROM article WHERE id = ?", (article_id,))
