"""Archives: zip, gzip, WARC and WACZ."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

from forms.pages import page_of
from forms.story import PlainArticle

_CAPTURED = "2024-05-01T12:00:00Z"


def zip_of_texts(folder: Path, story: Sequence[PlainArticle]) -> None:
    """All text files in one zip, in a folder."""
    with zipfile.ZipFile(folder / "story.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for article in story:
            archive.writestr(f"articles/{article.name}.txt", article.text.encode())


def gz_of_texts(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A compressed text file an article."""
    for article in story:
        data = gzip.compress(article.text.encode(), mtime=0)
        (folder / f"{article.name}.txt.gz").write_bytes(data)


def warc(folder: Path, story: Sequence[PlainArticle]) -> None:
    """All pages in one web archive."""
    (folder / "story.warc").write_bytes(b"".join(_records(story)))


def warc_gz(folder: Path, story: Sequence[PlainArticle]) -> None:
    """All pages in one web archive, compressed record by record."""
    data = b"".join(gzip.compress(record, mtime=0) for record in _records(story))
    (folder / "story.warc.gz").write_bytes(data)


def wacz(folder: Path, story: Sequence[PlainArticle]) -> None:
    """All pages in one web archive with its list of pages."""
    archive = io.BytesIO(b"".join(gzip.compress(record, mtime=0) for record in _records(story)))
    lines = [{"format": "json-pages-1.0", "id": "pages", "title": "All pages"}]
    lines += [{"url": _address(a), "ts": _CAPTURED, "title": a.headline} for a in story]
    listed = "".join(json.dumps(line) + "\n" for line in lines)
    package = {"profile": "data-package", "wacz_version": "1.1.1", "resources": []}
    with zipfile.ZipFile(folder / "story.wacz", "w") as whole:
        whole.writestr("archive/data.warc.gz", archive.getvalue())
        whole.writestr("pages/pages.jsonl", listed)
        whole.writestr("datapackage.json", json.dumps(package))


def _address(article: PlainArticle) -> str:
    return article.address or f"https://www.archive.example/{article.name}"


def _records(story: Sequence[PlainArticle]) -> list[bytes]:
    info = b"software: the reading room's own archiver\r\n"
    records = [_record("warcinfo", None, "application/warc-fields", info, 0)]
    for number, article in enumerate(story, start=1):
        page = page_of(article).encode()
        answer = (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
            + str(len(page)).encode()
            + b"\r\n\r\n"
            + page
        )
        kind = "application/http; msgtype=response"
        records.append(_record("response", _address(article), kind, answer, number))
    return records


def _record(kind: str, target: str | None, content_type: str, block: bytes, number: int) -> bytes:
    id_ = hashlib.md5(f"{kind} {number}".encode(), usedforsecurity=False).hexdigest()
    shape = f"{id_[:8]}-{id_[8:12]}-{id_[12:16]}-{id_[16:20]}-{id_[20:]}"
    lines = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Date: {_CAPTURED}",
        f"WARC-Record-ID: <urn:uuid:{shape}>",
        *([f"WARC-Target-URI: {target}"] if target else []),
        f"Content-Type: {content_type}",
        f"Content-Length: {len(block)}",
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + block + b"\r\n\r\n"
