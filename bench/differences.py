"""Differences between reports of one event, against what a reader found.

Data: `basil`, `allsides_roundups`, `ecbplus` and `fakes_syria` under `ONRECORD_BENCH_DATA`.

`differences_labels.jsonl`: 20 groups of two to eight articles of one event each, read before
tuning; one line a group with the ids of its articles and its differences: slot, verdict (the reason
that a reader gave), whether the reader was sure, the values printed, and of either side article and
place [start, end) in the text of its row. No text of the data. Each group is made a record of its
own. Counted are the conflicts of number and date (`verdict` conflict):

- `found`: the share of them of which some difference of the record tells, whatever the reason
  given: in the same slot its words overlap both places or, of numbers, print the two labelled
  values anywhere in the group (equal printings are shown once, so it may be other articles');
- `found_as_conflict`: those that are told as a conflict;
- `found_sure`: `found` among those of which the reader was sure;
- `found_any`: `found` among the labelled differences of number and date of any verdict.

`differences_judged.jsonl`: what a reader judged of the differences shown as conflict over `basil`
(each event a record), the incidents of `fakes_syria` and the sample articles in `../seeds`: set,
event, slot, both sides' rows and places, and whether it is right (`right_conflict`).
`conflicts_right` is the share of right ones among the first 50 conflicts shown; one that nobody
judged counts as wrong.

Run: `python bench/differences.py [--labels PATH] [--missed] [--conflicts] [--unjudged]`
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onrecord
from data import DataAbsent, data_folder, digest_of, read_rows

type Json = dict[str, Any]

_HERE = Path(__file__).resolve().parent
_LABELS = _HERE / "differences_labels.jsonl"
_JUDGED = _HERE / "differences_judged.jsonl"
_FIRST = 50
"""Conflicts that are judged."""
_SETS = ("basil", "allsides_roundups", "ecbplus", "fakes_syria")
_SLOTS = ("number", "date")
_NUMBER = re.compile(r"\d+(?:, ?\d{3})*(?:\.\d+)?")
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve"
_WORDS = {word: str(number) for number, word in enumerate(_SMALL.split())}


@dataclass(frozen=True, slots=True)
class Side:
    """A place in the text of a row."""

    row: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pile:
    """The record of some rows."""

    record: Json
    rows: Mapping[str, str]
    """Id of an article to that of its row."""
    offsets: Mapping[str, int]
    """Where the text of its row begins in an article's text."""

    def words(self, difference: Json, side: str) -> Side | None:
        """The place of the words that differ on one side, else of its sentence."""
        anchor = difference[side]
        if anchor is None:
            return None
        start, end = difference[f"{side}_words"] or (anchor["start"], anchor["end"])
        return self._side(anchor["article"], start, end)

    def _side(self, article: str, start: int, end: int) -> Side:
        offset = self.offsets[article]
        return Side(self.rows[article], start - offset, end - offset)


def make_pile(rows: Sequence[Mapping[str, Any]]) -> Pile:
    """The record of some rows, given as JSON Lines."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pile.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for row in rows:
                known = ("title", "text", "outlet", "published")
                given = {key: row[key] for key in known if row.get(key)}
                file.write(json.dumps(given, sort_keys=True) + "\n")
        record = onrecord.open(Path(folder) / "pile.db")
        record.add(path)
        made: Json = record.to_dict()
    return pile_of(made, rows)


def pile_of(record: Json, rows: Sequence[Mapping[str, Any]]) -> Pile:
    """The record with what leads from its places to those of the rows."""
    of: dict[str, str] = {}
    offsets: dict[str, int] = {}
    for article in record["articles"]:
        for name in article["names"]:
            row = rows[int(name.rpartition("#")[2]) - 1]
            of[article["id"]] = row["id"]
            offsets[article["id"]] = offset_of(article["text"], row["text"])
    return Pile(record, of, offsets)


def offset_of(text: str, row: str) -> int:
    """Where the text of a row begins in that of its article."""
    found = text.find(row[:200].rstrip())
    return max(found, 0)


def is_found(label: Json, difference: Json, pile: Pile) -> bool:
    """Whether a difference tells of a labelled one: of the same slot, at the same two places or,
    since equal printings are shown once, with the same two numbers."""
    if difference["slot"] != label["slot"]:
        return False
    sides = [pile.words(difference, side) for side in ("left", "right")]
    if None in sides:
        return False
    if label["slot"] == "number" and _prints(label, difference):
        return True
    return any(
        all(_overlaps(ours, label[side]) for ours, side in zip(sides, named, strict=True))
        for named in (("left", "right"), ("right", "left"))
    )


def _prints(label: Json, difference: Json) -> bool:
    """Whether the words that differ print the two labelled numbers."""
    values = [numbers_in(one) for one in label["values"]]
    printed = [numbers_in(_words(difference, side)) for side in ("left", "right")]
    return any(
        all(ours & theirs for ours, theirs in zip(printed, wanted, strict=True))
        for wanted in (values, values[::-1])
    )


def _words(difference: Json, side: str) -> str:
    anchor, words = difference[side], difference[f"{side}_words"]
    start, end = words or (anchor["start"], anchor["end"])
    text: str = anchor["text"][start - anchor["start"] : end - anchor["start"]]
    return text


def _overlaps(ours: Side | None, labelled: Json) -> bool:
    if ours is None or ours.row != labelled["article"]:
        return False
    if labelled["place"] is None:
        return ours.start < 0  # in the headline, which stands before the row's text
    start, end = (int(place) for place in labelled["place"])
    return ours.start < end and start < ours.end


def numbers_in(text: str) -> set[str]:
    """The numbers printed in a text, without separators; small ones in words too."""
    found = {re.sub(r"[, ]", "", one) for one in _NUMBER.findall(text)}
    return found | {_WORDS[word] for word in text.lower().split() if word in _WORDS}


def read_groups(path: Path) -> Iterator[Json]:
    """The labelled groups."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def rows_of(ids: Iterable[str]) -> dict[str, Json]:
    """The rows with some ids."""
    wanted = set(ids)
    return {
        row["id"]: row
        for name in _SETS
        for row in read_rows(data_folder(name) / "articles.jsonl.gz")
        if row["id"] in wanted
    }


def judge_group(group: Json, pile: Pile) -> Iterator[tuple[Json, list[str]]]:
    """Each labelled difference of number or date with the reasons given for it; none: not found."""
    for label in group["differences"]:
        if label["slot"] in _SLOTS:
            told = pile.record["differences"] or ()
            yield label, [one["reason"] for one in told if is_found(label, one, pile)]


def shares(judged: Sequence[tuple[Json, list[str]]]) -> dict[str, float | int]:
    """The measures over the labelled differences of all groups."""
    conflicts = [(label, told) for label, told in judged if label["verdict"] == "conflict"]
    sure = [told for label, told in conflicts if label["sure"]]
    return {
        "conflicts": len(conflicts),
        "found": _share(bool(told) for _, told in conflicts),
        "found_as_conflict": _share("conflict" in told for _, told in conflicts),
        "found_sure": _share(bool(told) for told in sure),
        "differences": len(judged),
        "found_any": _share(bool(told) for _, told in judged),
    }


def _share(true: Iterable[bool]) -> float:
    every = list(true)
    return sum(every) / max(1, len(every))


def measure(labels: Path = _LABELS, missed: list[str] | None = None) -> dict[str, Any]:
    """The measures of the labelled groups."""
    groups = list(read_groups(labels))
    rows = rows_of(id_ for group in groups for id_ in group["articles"])
    judged: list[tuple[Json, list[str]]] = []
    for group in groups:
        pile = make_pile([rows[id_] for id_ in group["articles"]])
        told = list(judge_group(group, pile))
        judged += told
        if missed is not None:
            missed += [_shown(group, label, rows) for label, reasons in told if not reasons]
    return {**shares(judged), "data": digest_of(labels.read_bytes(), *sorted(rows))}


def _shown(group: Json, label: Json, rows: Mapping[str, Json]) -> str:
    sides = []
    for side in ("left", "right"):
        start, end = label[side]["place"]
        sides.append(rows[label[side]["article"]]["text"][start:end])
    told = f"{group['group']} {label['slot']} {label['verdict']}"
    return f"{told}: {' | '.join(sides)}"


def shown_conflicts() -> Iterator[Json]:
    """Every difference shown as conflict, set by set, with its set, event, rows and places."""
    for name, event in (("basil", "event_id"), ("fakes_syria", "silver_incident")):
        groups: dict[str, list[Json]] = defaultdict(list)
        for row in read_rows(data_folder(name) / "articles.jsonl.gz"):
            if row[event]:
                groups[str(row[event])].append(row)
        for key, rows in sorted(groups.items()):
            if len(rows) > 1:
                yield from _conflicts(name, key, make_pile(rows))
    seeds = data_folder("basil").parents[1] / "seeds"
    if seeds.is_dir():
        yield from _conflicts("seeds", "seeds", _pile_of_files(seeds))


def _pile_of_files(folder: Path) -> Pile:
    with tempfile.TemporaryDirectory() as place:
        record = onrecord.open(Path(place) / "pile.db")
        record.add(folder)
        made: Json = record.to_dict()
    names = {one["id"]: one["name"] for one in made["articles"]}
    return Pile(made, names, dict.fromkeys(names, 0))


def _conflicts(name: str, event: str, pile: Pile) -> Iterator[Json]:
    for one in pile.record["differences"] or ():
        left, right = (pile.words(one, side) for side in ("left", "right"))
        if one["reason"] == "conflict" and left is not None and right is not None:
            yield {
                "set": name,
                "event": event,
                "slot": one["slot"],
                "left": [left.row, left.start, left.end],
                "right": [right.row, right.start, right.end],
                "text": [one["left"]["text"], one["right"]["text"]],
            }


def measure_conflicts(unjudged: list[str] | None = None) -> dict[str, Any]:
    """The share of right ones among the first conflicts shown."""
    judged = {_key(one): one["right_conflict"] for one in read_groups(_JUDGED)}
    shown = list(shown_conflicts())[:_FIRST]
    if unjudged is not None:
        unjudged += [json.dumps(one) for one in shown if _key(one) not in judged]
    return {
        "conflicts_shown": len(shown),
        "conflicts_judged": sum(_key(one) in judged for one in shown),
        "conflicts_right": _share(judged.get(_key(one), False) for one in shown),
        "data": digest_of(_JUDGED.read_bytes()),
    }


def _key(one: Json) -> str:
    return json.dumps([one[key] for key in ("set", "event", "slot", "left", "right")])


def main() -> int:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--labels", type=Path, default=_LABELS, help="labelled groups")
    parser.add_argument("--missed", action="store_true", help="list what is not found")
    parser.add_argument("--conflicts", action="store_true", help="conflicts shown instead")
    parser.add_argument("--unjudged", action="store_true", help="list those that nobody judged")
    given = parser.parse_args()
    listed: list[str] | None = [] if given.missed or given.unjudged else None
    try:
        conflicts = given.conflicts or given.unjudged
        measured = measure_conflicts(listed) if conflicts else measure(given.labels, listed)
    except DataAbsent as absent:
        print(f"SKIPPED: {absent}", file=sys.stderr)
        return 1
    print("\n".join(listed or ()))
    for key, value in measured.items():
        print(f"{key:20} {value:.4f}" if isinstance(value, float) else f"{key:20} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
