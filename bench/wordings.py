"""How well the wordings of one utterance are found across outlets.

Data: `basil`, `allsides_roundups` and `wire_copy_2018` under `ONRECORD_BENCH_DATA`: several
outlets' reports of one event. `wordings_labels.jsonl` holds pairs of places in two articles of one
event, both attributed to one speaker, labelled by reading as the same utterance or another one;
places and digests only, no text. They were drawn by shared speaker and bands of plain word
overlap, some by likeness of word vectors, never by the keys or the judge of Onrecord:

- `first`: 100 pairs, labelled before anything was tuned;
- `tuning`: 78 more, labelled while the judge was fitted, used for fitting only;
- `second`: 60 of other events, labelled last and used for nothing but this measure.

Measured are the keys and the judge on the labelled places: a pair counts as found when the two
texts share a key and the judge says that they are the same. Who said it is given.

Run: `python bench/wordings.py [--errors]`
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from data import DataAbsent, data_folder, digest_of, read_rows
from onrecord.articles.read import read_article
from onrecord.linking.wordings.judge import judge
from onrecord.linking.wordings.keys import wording_keys
from onrecord.linking.wordings.link_values import Verdict
from onrecord.linking.wordings.utterance import utterances
from onrecord.linking.wordings.wording_text import WordingText
from onrecord.settings import Limits
from onrecord.values.attributions import Attribution
from onrecord.values.pages import Given, MediaType, Page
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind, Sourcing

_LABELS = Path(__file__).resolve().parent / "wordings_labels.jsonl"
_SETS = ("basil", "allsides_roundups", "wire_copy_2018")


def measure() -> dict[str, float | str]:
    """Precision and recall of each part, and what is asked instead of answered."""
    labels = [json.loads(line) for line in _LABELS.read_text(encoding="utf-8").splitlines()]
    texts = _texts(labels)
    found: dict[str, float | str] = {}
    for part in ("first", "second"):
        counts = Counter(
            (bool(label["same"]), _answer(texts, label))
            for label in labels
            if label["part"] == part
        )
        right = counts[True, Verdict.SAME]
        found |= {
            f"pairs_{part}": counts.total(),
            f"precision_{part}": right / max(1, right + counts[False, Verdict.SAME]),
            f"recall_{part}": right / max(1, sum(n for (same, _), n in counts.items() if same)),
            f"asked_{part}": sum(n for (_, said), n in counts.items() if said is Verdict.UNSURE),
        }
    return found | {"data": digest_of(_LABELS.read_bytes())}


def errors() -> Iterator[str]:
    """The pairs that are answered wrongly, with their words, for reading on this machine only."""
    labels = [json.loads(line) for line in _LABELS.read_text(encoding="utf-8").splitlines()]
    texts = _texts(labels)
    for label in labels:
        said = _answer(texts, label)
        if (said is Verdict.SAME) != label["same"]:
            sides = (_words(texts, label, side) for side in ("left", "right"))
            yield "\n  ".join((f"{label['part']}: {said.value}, is {label['same']}", *sides))


def _answer(texts: Mapping[tuple[str, str], str], label: Mapping[str, Any]) -> Verdict:
    left, right = (_text_of(texts, label, side) for side in ("left", "right"))
    if left is None or right is None or not {*wording_keys(left)} & {*wording_keys(right)}:
        return Verdict.DIFFERENT
    return judge(left, right).verdict


def _text_of(
    texts: Mapping[tuple[str, str], str], label: Mapping[str, Any], side: str
) -> WordingText | None:
    _words(texts, label, side)
    one = Attribution(
        content=(Span(*label[f"{side}_at"]),),
        source=None,
        cue=None,
        kind=AttributionKind.MIXED,
        sourcing=Sourcing.NAMED,
    )
    made = next(utterances(label[side], texts[label["set"], label[side]], [one]), None)
    return made.text if made else None


def _words(texts: Mapping[tuple[str, str], str], label: Mapping[str, Any], side: str) -> str:
    start, end = label[f"{side}_at"]
    words = texts[label["set"], label[side]][start:end]
    if f"{zlib.crc32(words.encode()):08x}" != label[f"{side}_crc"]:
        raise DataAbsent(f"other words at {label[side]}:{start} than were labelled")
    return words


def _texts(labels: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """The kept texts of the labelled articles, by set and id."""
    wanted = {(one["set"], one[side]) for one in labels for side in ("left", "right")}
    found = {}
    for name in _SETS:
        for row in read_rows(data_folder(name) / "articles.jsonl.gz"):
            if (name, row["id"]) in wanted:
                found[name, row["id"]] = _kept_text(row)
    return found


def _kept_text(row: Mapping[str, Any]) -> str:
    record = {key: row[key] for key in ("id", "title", "text", "outlet") if row.get(key)}
    page = Page(
        data=json.dumps(record, sort_keys=True).encode(),
        media_type=MediaType.RECORD,
        name=row["id"].replace("/", "_"),
        given=Given(),
    )
    return read_article(page, limits=Limits()).text


def main() -> int:
    """Print the measure."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--errors", action="store_true", help="list the pairs that are wrong")
    try:
        if parser.parse_args().errors:
            print("\n".join(errors()))
        for key, value in measure().items():
            print(f"{key:20} {value:.4f}" if isinstance(value, float) else f"{key:20} {value}")
    except DataAbsent as absent:
        print(f"SKIPPED: {absent}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
