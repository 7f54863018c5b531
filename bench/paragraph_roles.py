"""How many lines of raw news pages get their right role.

Data: 40 pages of `wire_copy_2018` (the summit set), one each of the 40 publishers with the most
pages, chosen by a hash of the id before any tuning; labelled line by line by reading.
`roles_dev.jsonl` (20 pages) was looked at while the rules were made, `roles_test.jsonl`
(20 pages) only measured. The label files hold ids, offsets and labels, no text.

A line is right when the role of most of its characters is the label. Glued lines were cut
into segments by the labeller, and each segment counts as a line.

Run: `python bench/paragraph_roles.py [--errors]` (errors of the development pages only)
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from data import DataAbsent, data_folder, digest_of, read_rows
from onrecord.articles.read import read_article
from onrecord.values.pages import MediaType, Page

_HERE = Path(__file__).resolve().parent
_BODY = frozenset({"lede", "body", "subhead"})
_MARKED = frozenset({"credit", "dateline", "contributor", "notice"})


def measure(part: str, *, errors: bool = False) -> dict[str, float | str]:
    """Shares of one part (`dev` or `test`): lines right, body lost, marked lines found."""
    labels = [
        json.loads(line) for line in (_HERE / f"roles_{part}.jsonl").read_text("utf-8").splitlines()
    ]
    wanted = {page["id"] for page in labels}
    path = data_folder("wire_copy_2018") / "articles.jsonl.gz"
    texts = {row["id"]: row["text"] for row in read_rows(path) if row["id"] in wanted}
    right = total = body = lost = 0
    shares: list[float] = []
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for page in labels:
        text = texts[page["id"]]
        roles = _roles_by_character(text)
        page_right = 0
        for start, end, label in page["segments"]:
            counts = Counter(roles[i] for i in range(start, end) if not text[i].isspace())
            ok = counts.most_common(1)[0][0] == label
            page_right += ok
            found[label][0] += ok
            found[label][1] += 1
            if label in _BODY:
                body += counts.total()
                lost += counts["residue"]
            if errors and not ok:
                got = counts.most_common(1)[0][0]
                print(f"{page['id']} {label} <- {got}: {text[start:end]!r:.120}")
        right += page_right
        total += len(page["segments"])
        shares.append(page_right / len(page["segments"]))
    marked = [found[label] for label in _MARKED if found[label][1]]
    return {
        "lines": total,
        "lines_right": right / total,
        "page_mean": sum(shares) / len(shares),
        "body_lost": lost / body,
        "marked_found": sum(f[0] for f in marked) / sum(f[1] for f in marked),
        **{f"found_{label}": f"{f[0]}/{f[1]}" for label, f in sorted(found.items())},
        "data": digest_of(*(texts[i] for i in sorted(texts)), json.dumps(labels)),
    }


def _roles_by_character(text: str) -> list[str]:
    article = read_article(
        Page(data=text.encode("utf-8"), media_type=MediaType.PLAIN, name="page.txt")
    )
    roles: list[str] = []
    for paragraph in article.paragraphs:
        roles += [paragraph.role.value] * (paragraph.end - paragraph.start)
    return roles


def main() -> int:
    """Print both parts; 0 also where the data is absent, with a loud line."""
    try:
        for part in ("dev", "test"):
            print(part, json.dumps(measure(part, errors="--errors" in sys.argv and part == "dev")))
    except DataAbsent as absent:
        print(f"SKIPPED paragraph_roles: {absent}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
