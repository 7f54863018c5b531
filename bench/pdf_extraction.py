"""How much of the article's text is found in saved news pages that a browser printed to PDF.

Data: 30 pages of `article_extraction/` under `ONRECORD_BENCH_DATA`: every sixth of the sorted
ids, from the first. `--part dev` takes the 30 others that begin with the fourth: the rules were
made by looking at those; of the measured pages only means were looked at. Chromium prints each
page offline, without stylesheets, pictures and scripts, every second with the browser's header
and footer; so all menus stand in one flow with the article.

Measure: the article's body (dateline, lede, body, subheads; no headline, as in the true texts)
as multisets of words (`\\w+`, small letters); F1 per page, and their mean. The mean F1 of
4-grams of words is given beside it, and both again with the structure tree of the PDF ignored,
as in files of programs that write none.

Run: `python bench/pdf_extraction.py [--part dev] [--keep FOLDER] [--json] [--pages]`
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from unittest import mock

from article_extraction import count_page
from data import DataAbsent, data_folder
from onrecord.articles.pdf import glyphs as pdf_glyphs
from onrecord.articles.read import read_article
from onrecord.errors import InputError
from onrecord.values.pages import MediaType, Page
from onrecord.values.vocabulary import Role

_STEP, _PAGES = 6, 30
_FIRST = {"measured": 0, "dev": 3, "other": 1}
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_SECONDS = 90
_BODY = frozenset({Role.DATELINE, Role.LEDE, Role.BODY, Role.SUBHEAD})
_HEAD = re.compile(rb"(<head\b[^>]*>)", re.IGNORECASE)
_NO_SCRIPTS = (
    rb'\1<meta http-equiv="Content-Security-Policy" content="script-src ' + b"'none'" + rb'">'
)
_SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)


def chosen(ids: list[str], part: str) -> list[str]:
    """The ids of one part."""
    return sorted(ids)[_FIRST[part] :: _STEP][:_PAGES]


def printed(html: bytes, *, edges: bool) -> bytes | None:
    """The page as a PDF; `edges`: with the browser's header and footer; None where it fails.

    Raises:
        DataAbsent: there is no browser to print with.
    """
    browser = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        raise DataAbsent("no Chromium to print with")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_bytes(_HEAD.sub(_NO_SCRIPTS, html, count=1))
        command = [browser, *_SWITCHES, f"--user-data-dir={folder}/user"]
        command += [] if edges else ["--no-pdf-header-footer"]
        command += [f"--print-to-pdf={target}", source.as_uri()]
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return None
        return target.read_bytes() if target.exists() else None


def body_text(data: bytes, *, tree: bool = True) -> str:
    """The paragraphs of the article in a PDF that are its body; empty where it is refused."""
    page = Page(data=data, media_type=MediaType.PDF, name="page.pdf")
    try:
        if tree:
            article = read_article(page)
        else:
            with mock.patch.object(pdf_glyphs, "page_marks", return_value={}):
                article = read_article(page)
    except InputError:
        return ""
    parts = (p for p in article.paragraphs if p.role in _BODY)
    return "\n".join(article.text[p.start : p.end] for p in parts)


def word_f1(true: str, ours: str) -> float:
    """F1 of two texts as multisets of words."""
    left, right = (Counter(re.findall(r"\w+", text.casefold())) for text in (true, ours))
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 1.0


def gram_f1(true: str, ours: str) -> float:
    """F1 of two texts as multisets of 4-grams of words."""
    page = count_page(true, ours)
    total = 2 * page.both + page.ours + page.true
    return 2 * page.both / total if total else 1.0


def measure(
    folder: Path, *, part: str = "measured", keep: Path | None = None, pages: bool = False
) -> dict[str, float | int | str]:
    """The means over the pages of one part; `keep`: where printed pages are kept."""
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    digest = hashlib.sha256()
    scores: dict[str, list[float]] = {
        name: [] for name in ("word_f1", "gram_f1", "word_f1_untagged", "gram_f1_untagged")
    }
    for number, page in enumerate(chosen(list(truth), part)):
        html = gzip.decompress((folder / "html" / f"{page}.html.gz").read_bytes())
        true = truth[page].get("articleBody", "")
        digest.update(html + true.encode())
        data = _kept(html, keep / f"{page[:12]}.pdf" if keep else None, edges=number % 2 == 1)
        texts = [body_text(data, tree=tree) if data else "" for tree in (True, False)]
        found = [f(true, text) for text in texts for f in (word_f1, gram_f1)]
        for values, value in zip(scores.values(), found, strict=True):
            values.append(value)
        if pages:
            print(page[:12], *(f"{value:.3f}" for value in found), file=sys.stderr)
    means = {name: statistics.mean(values) for name, values in scores.items()}
    return {"pages": len(scores["word_f1"]), **means, "data": digest.hexdigest()[:16]}


def _kept(html: bytes, place: Path | None, *, edges: bool) -> bytes | None:
    if place is not None and place.exists():
        return place.read_bytes()
    data = printed(html, edges=edges)
    if place is not None and data is not None:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return data


def main() -> int:
    """Measure and print; 0 also where data or browser are absent, with a loud line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=sorted(_FIRST), default="measured")
    parser.add_argument("--keep", type=Path, help="folder in which the printed pages are kept")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--pages", action="store_true", help="print the scores of each page")
    arguments = parser.parse_args()
    if arguments.pages and arguments.part == "measured":
        parser.error("the measured pages are looked at as means only; --pages needs --part dev")
    try:
        result = measure(
            data_folder("article_extraction"),
            part=arguments.part,
            keep=arguments.keep,
            pages=arguments.pages,
        )
    except DataAbsent as absent:
        print(f"SKIPPED pdf_extraction: {absent}", file=sys.stderr)
        return 0
    if arguments.json:
        print(json.dumps(result, indent=1))
        return 0
    shown = (f"{k} {v:.4f}" if isinstance(v, float) else f"{k} {v}" for k, v in result.items())
    print("pdf " + "  ".join(shown))
    return 0


if __name__ == "__main__":
    sys.exit(main())
