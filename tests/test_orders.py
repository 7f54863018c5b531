"""Promise 5 to the letter: whatever the order of adding, the same links and the same bytes."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

import pytest

from command_line import Example, Run
from onrecord.link_record import forget_article, link_pending
from onrecord.store.file import RecordFile

CHOSEN = 5
"""Articles of the example story that are linked in every order; agency copy is among them."""
NOT_LINKS = frozenset({"about", "fetched", "item"})
NUMBERED = frozenset({"number", "added_on", "seen"})
"""Columns that tell of the adding and not of the pile."""


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that a file holds, but for when and in which order it was added."""
    connection = sqlite3.connect(path)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE sql <> ''")]
    ids = dict(connection.execute("SELECT number, id FROM article"))
    found: dict[str, list[tuple[object, ...]]] = {}
    for name in names:
        kind = connection.execute("SELECT type FROM sqlite_master WHERE name = ?", (name,))
        if kind.fetchone()[0] != "table" or name.startswith("search") or name in NOT_LINKS:
            continue
        cursor = connection.execute(f"SELECT * FROM {name}")
        columns = [column[0] for column in cursor.description]
        found[name] = sorted(
            (
                tuple(
                    ids.get(value, value) if column == "article" else value
                    for column, value in zip(columns, row, strict=True)
                    if column not in NUMBERED
                )
                for row in cursor
            ),
            key=repr,
        )
    connection.close()
    found.pop("redirect")  # old ids tell of the way, as they must
    return found


class Chosen:
    """Some articles of the example with their findings, to be saved without being parsed again."""

    def __init__(self, example: Example) -> None:
        with RecordFile(example.path) as record:
            ids = [one.id for one in record.summaries()]
            copies = [g for g in record.origins() if len(g.members) > 1]
            first = [m.article for m in copies[0].members][:3] if copies else []
            self.ids = [*first, *(i for i in ids if i not in first)][:CHOSEN]
            self._kept = {
                id_: (record.article_as_read(id_), record.analysis(id_), record.item(id_).page)
                for id_ in self.ids
            }
            self._versions = next(iter(record.versions()))

    def add(self, path: Path, id_: str) -> None:
        """Save one of them and link it."""
        article, analysis, page = self._kept[id_]
        with RecordFile(path, write=True) as record:
            record.save(article, analysis, analysed=True, versions=self._versions, page=page)
            link_pending(record)


@pytest.fixture(scope="module")
def chosen(example: Example) -> Chosen:
    """Five articles of the example story."""
    return Chosen(example)


def in_every_order(chosen: Chosen, folder: Path) -> Iterator[Path]:
    """The files of all orders; orders that begin alike share the file of their beginning."""

    def grow(before: Path | None, done: Sequence[str]) -> Iterator[Path]:
        for id_ in chosen.ids:
            if id_ in done:
                continue
            path = folder / f"{len(done)}.db"
            if before is not None:
                shutil.copy(before, path)
            else:
                path.unlink(missing_ok=True)
            chosen.add(path, id_)
            if len(done) + 1 == len(chosen.ids):
                yield path
            else:
                yield from grow(path, [*done, id_])

    yield from grow(None, [])


def test_all_orders_of_five_articles_give_the_same_links(chosen: Chosen, tmp_path: Path) -> None:
    """Linked one by one in each of the 120 orders, every table holds the same."""
    first, count = None, 0
    for path in in_every_order(chosen, tmp_path):
        count += 1
        first = first or dump(path)
        assert dump(path) == first
    assert count == len(list(permutations(chosen.ids))) == 120
    assert first is not None
    assert all(first[table] for table in ("link_key", "told_sentence", "event_text"))


def test_what_comes_and_goes_leaves_no_trace(chosen: Chosen, tmp_path: Path) -> None:
    """An article that was added among others and taken out again changes no link."""
    plain, visited = tmp_path / "plain.db", tmp_path / "visited.db"
    for id_ in chosen.ids[:-1]:
        chosen.add(plain, id_)
    for id_ in (chosen.ids[0], chosen.ids[-1], *chosen.ids[1:-1]):
        chosen.add(visited, id_)
    with RecordFile(visited, write=True) as record:
        forget_article(record, chosen.ids[-1])
    assert dump(visited) == dump(plain)


def test_six_orders_on_the_command_line(tmp_path: Path, run: Run, quick: object) -> None:
    """Added file by file in six orders, the export is the same to the byte."""
    story = Path(__file__).parents[1] / "src" / "onrecord" / "example" / "story"
    files = sorted(path for path in story.iterdir() if path.is_file())[:3]
    exports = set()
    for number, order in enumerate(permutations(files)):
        path = tmp_path / f"{number}.db"
        for file in order:
            assert run("add", "-q", path, file).code == 0
        exports.add(run("export", path).out)
    assert (number, len(exports)) == (5, 1)
