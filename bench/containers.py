"""Containers of many articles: time and memory of a feed and a web archive in one `add`.

The articles are made here; no public data is needed. Memory is the peak of a process of its
own that adds everything, once with few articles and once with many: it must not grow with the
size of a container.

Run: `python bench/containers.py [ARTICLES]` (1,000 of each kind unless told otherwise).
"""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

_TOWNS = ("Port Elm", "Nether Penn", "Ferrow", "Oskel", "Windmoor", "Stonebrook", "Lindgate")
_THINGS = ("ferry", "bridge", "harbour", "school", "market", "reservoir", "station", "library")
_FEW = 100


def _paragraphs(number: int) -> list[str]:
    """An article unlike the others; its words are made up."""
    town, thing = _TOWNS[number % 7], _THINGS[number % 8]
    return [
        f"The council of {town} voted on Monday to spend {number + 1_000} crowns on the {thing}, "
        f"which had been closed for {number % 90 + 2} days after a storm.",
        f"“We have waited long enough,” said Mayor Ada Reed, who had asked for the money in a "
        f"letter of {number % 28 + 1} March. The work on the {thing} will begin next week.",
        f"About {number % 400 + 50} people in {town} signed a petition against the plan, the "
        f"harbour office said. Their spokesman, Jon Hale, called it too dear.",
    ]


def make_feed(path: Path, count: int) -> None:
    """An RSS feed with the full text of `count` articles."""
    with path.open("w", encoding="utf-8") as file:
        file.write(
            '<?xml version="1.0"?>\n<rss version="2.0" '
            'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
            "<title>The Port Elm Tide</title><link>https://tide.example/</link>\n"
        )
        for number in range(count):
            body = "".join(f"<p>{words}</p>" for words in _paragraphs(number))
            file.write(
                f"<item><title>Vote number {number}</title><guid>{number}</guid>"
                "<pubDate>Mon, 14 Mar 2022 09:00:00 GMT</pubDate>"
                f"<content:encoded><![CDATA[{body}]]></content:encoded></item>\n"
            )
        file.write("</channel></rss>\n")


def make_archive(path: Path, count: int) -> None:
    """A compressed web archive with `count` pages."""
    with path.open("wb") as file:
        for number in range(count):
            body = "".join(f"<p>{words}</p>" for words in _paragraphs(number + 500_000))
            page = (
                f"<!DOCTYPE html><html><head><title>Plan {number}</title></head><body><article>"
                f"<h1>Plan number {number} for the coast</h1>{body}</article></body></html>"
            ).encode()
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
            head = (
                "WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2022-04-01T00:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
                f"WARC-Target-URI: https://coast.example/plans/{number}\r\n"
                "Content-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(answer)}\r\n\r\n"
            ).encode()
            file.write(gzip.compress(head + answer + b"\r\n\r\n", mtime=0))


def _add(folder: str, kind: str) -> None:
    """In a process of its own: add the containers of a folder, print what came of it."""
    from onrecord.api import open_record  # noqa: PLC0415

    begin = time.perf_counter()
    files = [str(path) for path in sorted(Path(folder).iterdir()) if path.suffix != ".db"]
    if kind == "read":
        from onrecord.sources.open import open_source  # noqa: PLC0415

        added = sum(hasattr(found, "data") for file in files for found in open_source(file))
    else:
        added = len(open_record(Path(folder) / "story.db").add(*files).added)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = time.perf_counter() - begin
    print(json.dumps({"added": added, "seconds": seconds, "peak_mb": peak}))


def _measured(count: int, kind: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        make_feed(Path(folder) / "feed.xml", count)
        make_archive(Path(folder) / "pages.warc.gz", count)
        command = [sys.executable, __file__, "--child", folder, kind]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found: dict[str, Any] = json.loads(done.stdout)
        return found


def measure(count: int = 1_000) -> dict[str, Any]:
    """Articles added, seconds, peak memory, and how that grew from 100 of each kind."""
    few, many = _measured(_FEW, "read"), _measured(10 * count, "read")
    whole = _measured(count, "add")
    return {
        "added": whole["added"],
        "seconds": round(whole["seconds"], 1),
        "peak_mb": round(whole["peak_mb"]),
        "read": many["added"],
        "read_ms_each": round(1_000 * many["seconds"] / many["added"], 2),
        "read_peak_mb_few": round(few["peak_mb"], 1),
        "read_peak_mb_many": round(many["peak_mb"], 1),
        "data": "made",
    }


def measure_growth(count: int = 1_000) -> dict[str, Any]:
    """How much the peak memory of reading grows from 100 of each kind to `count`."""
    few, many = _measured(_FEW, "read"), _measured(count, "read")
    return {
        "read": many["added"],
        "memory_growth": many["peak_mb"] / few["peak_mb"],
        "data": "made",
    }


if __name__ == "__main__":
    if "--child" in sys.argv:
        _add(*sys.argv[2:4])
    else:
        print(json.dumps(measure(*map(int, sys.argv[1:2]))))
