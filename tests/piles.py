"""Piles of made-up articles for tests of the whole way of the data."""

from __future__ import annotations

import json
from pathlib import Path

PLACES = ("Port Elm", "Sandhaven", "Kerrow", "Upper Dale", "Mirefield", "Toller Bay")
THINGS = ("ferry", "bridge", "harbour wall", "lighthouse", "fish market", "tide mill")
RUNNING = (
    "The {thing} at {place} was closed on Tuesday after divers found loose stones under it, the"
    " harbour office said.\n\nMayor Ada Finch told the council that repairs would take {n} weeks and"
    " that boats must use the north quay until then.\n\nTwo owners asked who would pay for it."
    " Nobody in the room gave them an answer, and the meeting ended at nine.\n"
)


def running_text(n: int) -> str:
    """The nth running text: three paragraphs, over thirty words, unlike all others."""
    return RUNNING.format(thing=THINGS[n % 6], place=PLACES[n // 6 % 6], n=n + 2)


def plain(n: int) -> bytes:
    """The nth article as plain text, with headline and date."""
    return (
        f"Repairs number {n} begin at {PLACES[n // 6 % 6]}\n\nPublished: {1 + n % 28} May 2021\n\n"
        f"{running_text(n)}"
    ).encode()


def page(n: int) -> bytes:
    """The nth article as a saved web page."""
    paragraphs = "".join(f"<p>{p}</p>" for p in running_text(n).strip().split("\n\n"))
    return (
        "<!doctype html><html><head><title>Repairs</title><meta property='og:site_name'"
        f" content='The {PLACES[n % 6]} Times'></head><body><article><h1>Repairs number {n}</h1>"
        f"<time datetime='2021-06-{1 + n % 28:02}'>June</time>{paragraphs}</article></body></html>"
    ).encode()


def lines(*numbers: int) -> bytes:
    """Articles as lines of JSON."""
    return "".join(
        json.dumps(
            {"title": f"Line {n}", "text": running_text(n), "date": f"2021-07-{1 + n % 28:02}"}
        )
        + "\n"
        for n in numbers
    ).encode()


MIXED: tuple[tuple[str, bytes], ...] = (
    ("2021-05-03 wall.txt", plain(0)),
    ("copy of wall.txt", plain(0)),
    ("a/2021-05-04 wall.txt", plain(0)),
    ("b/bare.txt", running_text(0).encode()),
    ("b/bare again.txt", running_text(0).replace("\n\n", "\n \n").encode()),
    ("page.html", page(1)),
    ("also.html", page(0)),
    ("lines.jsonl", lines(2, 3, 0, 2)),
    ("undated.txt", running_text(4).encode()),
    ("z/2021-08-06 bare.txt", running_text(0).encode()),
    ("short.txt", b"No trains ran on the branch line for the rest of the day.\n"),
    ("späť-и-😀.txt", plain(5)),
)
"""Files of all kinds: one article under several names, copies, dated and undated."""


def lay_out(folder: Path, files: tuple[tuple[str, bytes], ...] = MIXED) -> list[Path]:
    """Write the files below a folder; their paths in the order given."""
    paths = []
    for name, data in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        paths.append(path)
    return paths
