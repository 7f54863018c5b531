"""How well the agency whose copy an article is gets recognised.

Data: `quotes/polnear_metadata.tsv` with the texts of PolNeAR's training and development parts
(924 articles; `wire` is the agency by hand, `NA` where it was not looked for). The article is read
as a record of title, text and author. Recall is given over all, and over those whose
credit stands in text or author (the agency's name or `(AGENCY)` occurs outside of "told AGENCY").

Second: `credits` of `wire_copy_2018`, mechanical marks that do not tell a photograph's credit
from the article's; so a mark counts only where the agency stands in a line of the head or tail
without a word or form of photo credits. Agreement, not truth.

Run: `python bench/agency_credits.py`
"""

from __future__ import annotations

import csv
import json
import re
import sys
from typing import Any

from data import DataAbsent, data_folder, digest_of, read_rows
from onrecord.articles.read import read_article
from onrecord.lexicon.agencies import agencies
from onrecord.values.pages import MediaType, Page

_CODES = {"reuters": "Reuters"}
_PHOTO = re.compile(
    r"photo|getty|pool|image|courtesy|file|epa|\bvia\b|[|/]|\(july \d+\)|caption", re.I
)


def measure() -> dict[str, float | str]:
    """Precision and recall on PolNeAR's metadata."""
    folder = data_folder("quotes")
    table = folder / "polnear_metadata.tsv"
    with table.open(encoding="utf-8", newline="") as file:
        meta = {row["filename"]: row for row in csv.DictReader(file, delimiter="\t")}
    right = wrong = wanted = stands = right_stands = 0
    for part in ("train", "dev"):
        for document in read_rows(folder / f"polnear_{part}.jsonl.gz"):
            row = meta.get(document["id"])
            if row is None or row["wire"] == "NA":
                continue
            gold = None if row["wire"] == "None" else _CODES.get(row["wire"], row["wire"])
            author = "" if row["author"] in ("None", "") else row["author"]
            found = _agency_of_record(document, author)
            right += found is not None and found == gold
            wrong += found is not None and found != gold
            if gold:
                printed = _stands(gold, f"{author}\n{document['text']}")
                wanted += 1
                stands += printed
                right_stands += printed and found == gold
    return {
        "articles_with_credit": wanted,
        "precision": right / (right + wrong),
        "recall": right / wanted,
        "recall_where_printed": right_stands / stands,
        "data": digest_of(table.read_bytes()),
    }


def _agency_of_record(document: dict[str, Any], author: str) -> str | None:
    fields = {"title": document["title"], "text": document["text"], "author": author}
    data = json.dumps(fields, ensure_ascii=False).encode()
    article = read_article(Page(data=data, media_type=MediaType.RECORD, name="record.json"))
    return article.agency.value if article.agency else None


def _forms(code: str) -> str:
    names = [n for a in agencies() if a.code == code for n in (*a.names, *a.bracket_names)]
    return "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))


def _stands(code: str, text: str) -> bool:
    """Whether the agency's name stands in the text other than as whom somebody told something."""
    pattern = rf"(?<!told )(?<!told the )(?<!told The )(?<!to )\b(?:{_forms(code)})\b"
    head_and_tail = f"{text[:600]}\n{text[-400:]}"
    return re.search(pattern, head_and_tail) is not None


def measure_wire_copy() -> dict[str, float | str]:
    """Agreement with the mechanical marks of `wire_copy_2018`, photo credits left out."""
    path = data_folder("wire_copy_2018") / "articles.jsonl.gz"
    found = marked = 0
    for row in read_rows(path):
        gold = {
            code for code in row["credits"] or () if _credited_outside_photos(row["text"], code)
        }
        if not gold:
            continue
        marked += 1
        page = Page(data=row["text"].encode(), media_type=MediaType.PLAIN, name="page.txt")
        article = read_article(page)
        found += article.agency is not None and article.agency.value in gold
    return {"marked": marked, "agreement": found / marked, "data": digest_of(path.read_bytes())}


def _credited_outside_photos(text: str, code: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    for line in (*lines[:25], *lines[-6:]):
        dateline = re.match(rf"^[A-Z][\w /,.]{{2,60}}\((?:{_forms(code)})\)", line)
        if dateline:
            return True
        named = len(line.split()) <= 14 and re.search(rf"\b(?:{_forms(code)})\b", line)
        if named and not _PHOTO.search(line):
            return True
    return False


def main() -> int:
    """Print both; 0 also where the data is absent, with a loud line."""
    try:
        print("polnear", json.dumps(measure()))
        print("wire copy", json.dumps(measure_wire_copy()))
    except DataAbsent as absent:
        print(f"SKIPPED agency_credits: {absent}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
