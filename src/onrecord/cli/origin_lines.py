"""Origins as a terminal and a table show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from onrecord.cli.streams import counted, one_line, shorten
from onrecord.cli.viewing import article_words, one_sentence, place_words
from onrecord.text.folding import fold

type Row = Mapping[str, Any]

CSV_COLUMNS = (
    "origin", "medium", "article", "label", "name", "outlet", "headline", "published_first",
    "published_last", "relation", "why", "from", "share", "newsroom", "cites",
)  # fmt: skip
_ID_SHOWN = 8
_MOST_PASSAGES = 3
"""Passages and changes under an origin where they were not asked for; the others are counted."""
_MOST_WORDS = 110


def print_origin(row: Row, *, passages: bool) -> None:
    """An origin on standard output: its head, who derives from whom, what they share, and what a
    later version changed."""
    articles = row["articles"]
    counts = counted(len(articles), "article")
    if row["outlets"]:
        counts += f", {counted(row['outlets'], 'outlet')}"
    click.echo("  ".join([row["id"][:_ID_SHOWN], _medium(row), counts]))
    for member, depth in _by_descent(articles):
        for line in _member_lines(member, row):
            click.echo(f"  {'  ' * depth}{one_line(line)}")
    for line in (*_shared(row, all_=passages), *_changes(row, all_=passages)):
        click.echo(f"  {one_line(line)}")


def print_alone(row: Row) -> None:
    """An article without a copy, on one line; under it the media that it names."""
    (member,) = row["articles"]
    head, *cited = _member_lines(member, row)
    click.echo(f"{row['id'][:_ID_SHOWN]}  {one_line(head)}")
    for line in cited:
        click.echo(f"  {one_line(line)}")


def _medium(row: Row) -> str:
    """The agency or outlet from which all descend, as far as known."""
    return click.style(one_line(row["medium"] or "medium unknown"), bold=True)


def _by_descent(articles: Sequence[Row]) -> Iterator[tuple[Row, int]]:
    """Each article under the one from which it is copied, with how deep it stands; those of one
    depth in the order of the record."""
    ids = {member["article"] for member in articles}
    under: dict[str | None, list[Row]] = defaultdict(list)
    for member in articles:
        under[member["from"] if member["from"] in ids else None].append(member)
    shown: set[str] = set()

    def walk(parent: str | None, depth: int) -> Iterator[tuple[Row, int]]:
        for member in under[parent]:
            if member["article"] not in shown:
                shown.add(member["article"])
                yield member, depth
                yield from walk(member["article"], depth + 1)

    yield from walk(None, 0)
    yield from ((member, 0) for member in articles if member["article"] not in shown)


def _member_lines(member: Row, row: Row) -> Iterator[str]:
    """An article with its relation and reason; then each medium that it names."""
    parts = [article_words(member), member["relation"]]
    if member["share"] is not None and member["from"]:
        parts.append(f"{round(member['share'] * 100)} %")
    parts.append(member["why"])
    if member["newsroom"] and fold(member["newsroom"]) not in _names(member, row):
        parts.append(f"newsroom: {member['newsroom']}")
    yield "  ".join(filter(None, parts))
    here = {one["article"] for one in row["articles"]}
    for cited in member["cites"]:
        origin = f" = {cited['origin'][:_ID_SHOWN]}" if cited["origin"] else ""
        at = cited["at"] if cited["article"] in here else place_words(cited)
        words = shorten(cited["text"], _MOST_WORDS)
        yield f"  cites {cited['medium']}{origin}: “{words}”  {at}"


def _names(member: Row, row: Row) -> set[str]:
    """Names that stand on the page already: of its outlet and of the origin."""
    return {fold(name) for name in (member["outlet"], row["medium"]) if name}


def _shared(row: Row, *, all_: bool) -> Iterator[str]:
    """The passages that two of them share, the longest first where not all are shown."""
    passages = row["passages"]
    shown = passages
    if not all_:
        by_length = sorted(range(len(passages)), key=lambda n: -len(passages[n]["left"]["text"]))
        shown = [passages[n] for n in sorted(by_length[:_MOST_PASSAGES])]
    for one in shown:
        left, right = one["left"], one["right"]
        words = one_sentence(left["text"]) if all_ else shorten(left["text"], _MOST_WORDS)
        yield f"shared: “{words}”  {left['at']} · {right['at']}"
    if len(shown) < len(passages):
        yield f"and {counted(len(passages) - len(shown), 'other passage')} (--passages)"


def _changes(row: Row, *, all_: bool) -> Iterator[str]:
    """What each later version took out of the one before it and put in."""
    for version in row["versions"]:
        left, right = version["left"], version["right"]
        yield f"version: {article_words(left)} → {article_words(right)}"
        for key, words in (("taken_out", "taken out"), ("added", "added")):
            changed = version[key]
            shown = changed if all_ else changed[:_MOST_PASSAGES]
            for one in shown:
                text = one_sentence(one["text"]) if all_ else shorten(one["text"], _MOST_WORDS)
                yield f"  {words}: “{text}”  {one['at']}"
            if len(shown) < len(changed):
                yield f"  and {len(changed) - len(shown)} more {words} (--passages)"
        if not version["taken_out"] and not version["added"]:
            yield "  no words changed"


def csv_rows(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The articles as rows with the columns of `CSV_COLUMNS`; those of one origin together."""
    return [
        {
            **{column: member.get(column) for column in CSV_COLUMNS},
            "origin": row["id"],
            "medium": row["medium"],
            "cites": [cited["medium"] for cited in member["cites"]],
        }
        for row in rows
        for member in row["articles"]
    ]
