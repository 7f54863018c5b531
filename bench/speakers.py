"""How often the speaker of an attribution is the right one, and its kind of source.

Data: PolNeAR's training part (`quotes/`), `basil/`, `allsides_roundups/` and `timeline17/` under
`ONRECORD_BENCH_DATA`. `speakers_labels.jsonl` beside this file holds what one reader decided for
305 sources (`first`, `second`: whom a pronoun, description or name stands for, as the places of
all names of that person in the article, or nobody) and for 300 more (`kinds`: the kind of source
only): ids and places, no words. Two kinds where a reader may see either. `first` was labelled
before the rules were written and used while they were; `second` was labelled while they were
written, without a look at what they gave; its errors were then read once.

PolNeAR has its own attributions; in the other sets those of a verb of speech and its subject are
made from the parse, since only the speaker is measured here.

Of the sources that have a speaker with a name: `right`, `wrong` and unresolved shares; of those
that have none: the share that was given one nevertheless.

Run: `python bench/speakers.py`
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from data import DataAbsent, data_folder, digest_of, read_rows
from onrecord.analysis.analyze import paragraphs_to_parse
from onrecord.analysis.drafts import Draft
from onrecord.analysis.mentions import find_mentions
from onrecord.analysis.model import load_model
from onrecord.analysis.paragraph_speech import placed, read_paragraph
from onrecord.analysis.quotations import find_quotations
from onrecord.analysis.referents import find_referents
from onrecord.analysis.speakers import resolve_speakers
from onrecord.analysis.steps import MODEL_COMPONENTS
from onrecord.analysis.times import find_times
from onrecord.articles.read import read_article
from onrecord.lone_text.reading import as_article
from onrecord.settings import load_settings
from onrecord.values.article import Article
from onrecord.values.attributions import Attribution
from onrecord.values.findings import Mention
from onrecord.values.pages import Given, MediaType, Page
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind, Role, Sourcing

_LABELS = Path(__file__).with_name("speakers_labels.jsonl")
_SAYING = frozenset(
    [
        "said",
        "says",
        "told",
        "added",
        "adding",
        "wrote",
        "tweeted",
        "argued",
        "insisted",
        "claimed",
        "stated",
        "noted",
        "explained",
        "warned",
        "denied",
        "announced",
        "promised",
        "believes",
        "called",
        "according",
        "explaining",
        "saying",
    ]
)

type Label = dict[str, Any]
type Told = tuple[Span | None, Span | None, tuple[Span, ...]]
"""Source, cue and content in the article."""


def measure() -> dict[str, float | str]:
    """The shares, for each part of the labels and each form of source."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    labels = [json.loads(line) for line in _LABELS.read_text(encoding="utf-8").splitlines()]
    wanted: dict[tuple[str, str], list[Label]] = defaultdict(list)
    for label in labels:
        wanted[label["set"], label["id"]].append(label)
    nlp = load_model(load_settings().model, MODEL_COMPONENTS).nlp
    for (name, row), article in _articles(wanted):
        pieces = list(paragraphs_to_parse(article))
        docs = list(nlp.pipe([article.text[s:e] for s, e in pieces], batch_size=64))
        parsed = [(start, doc) for (start, _), doc in zip(pieces, docs, strict=True)]
        told = _gold(row) if "attributions" in row else _said(parsed)
        for label in wanted[name, row["id"]]:
            if not any(source == Span(*label["source"]) for source, _, _ in told):
                start, end = label["source"]
                told.append((Span(start, end), None, (Span(end, end + 20),)))
        found = _resolved(parsed, sorted(told, key=lambda one: one[2][0]))
        for label in wanted[name, row["id"]]:
            one = next(a for a in found if a.source == Span(*label["source"]))
            _count(counts, label, one)
    return {**_shares(counts), "data": digest_of(_LABELS.read_bytes())}


def _articles(
    wanted: dict[tuple[str, str], list[Label]],
) -> Iterator[tuple[tuple[str, dict[str, Any]], Article]]:
    limits = load_settings().limits
    for row in read_rows(data_folder("quotes") / "polnear_train.jsonl.gz"):
        if ("polnear_train", row["id"]) in wanted:
            yield ("polnear_train", row), as_article(row["text"])
    for name in ("basil", "allsides_roundups", "timeline17"):
        for row in read_rows(data_folder(name) / "articles.jsonl.gz"):
            if (name, row["id"]) not in wanted:
                continue
            record = {"id": row["id"], "text": row["text"], "outlet": row.get("outlet")}
            if row.get("title"):
                record["title"] = row["title"]
            data = json.dumps(record, sort_keys=True).encode()
            page = Page(data=data, media_type=MediaType.RECORD, name="article", given=Given())
            yield (name, row), read_article(page, limits=limits)


def _gold(row: dict[str, Any]) -> list[Told]:
    return [
        (_hull(one["source"]), _hull(one["cue"]), tuple(Span(*part) for part in one["content"]))
        for one in row["attributions"]
    ]


def _hull(parts: list[list[int]] | None) -> Span | None:
    return Span(parts[0][0], parts[-1][1]) if parts else None


def _said(parsed: Sequence[tuple[int, Any]]) -> list[Told]:
    """Subject, verb and the rest of the sentence of each verb of saying."""
    found: list[Told] = []
    for start, doc in parsed:
        for token in doc:
            verb, sentence = token.head, token.sent
            if token.dep_ != "nsubj" or verb.lower_ not in _SAYING:
                continue
            source = Span(start + token.left_edge.idx, start + token.idx + len(token))
            before = doc.text[sentence.start_char : token.left_edge.idx].rstrip()
            first, last = verb.idx + len(verb), max(sentence.end_char, verb.idx + len(verb) + 1)
            if len(before) > 15 and before[-1] in ",\"”’'?!":
                first, last = sentence.start_char, sentence.start_char + len(before)
            cue = Span(start + verb.idx, start + verb.idx + len(verb))
            found.append((source, cue, (Span(start + first, start + last),)))
    return found


def _resolved(parsed: Sequence[tuple[int, Any]], told: Sequence[Told]) -> list[Attribution]:
    paragraphs, mentions = [], []
    for start, doc in parsed:
        end = start + len(doc.text)
        drafts = [
            Draft(content=(Span(0, 1),), source=_by(source, -start), cue=None, score=1, rule="")
            for source, _, _ in told
            if source is not None and start <= source.start and source.end <= end
        ]
        names = find_mentions(doc)
        referents = find_referents(doc, names, drafts, find_times(doc))
        read = read_paragraph(doc, drafts, find_quotations(doc.text), referents)
        paragraphs.append(placed(read, start, Role.BODY))
        mentions += [Mention(_by(one.span, start), one.type) for one in names]
    attributions = [
        Attribution(
            content=content,
            source=source,
            cue=cue,
            kind=AttributionKind.INDIRECT,
            sourcing=Sourcing.NONE,
        )
        for source, cue, content in told
    ]
    return resolve_speakers(attributions, paragraphs, mentions)


def _by(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _count(counts: dict[str, Counter[str]], label: Label, one: Attribution) -> None:
    part = label["part"]
    if label["sourcing"]:
        counts[f"{part}_sourcing"]["right" if one.sourcing in label["sourcing"] else "wrong"] += 1
    if label["speaker"] is None:
        return
    right = [Span(*place) for place in label["speaker"]]
    nobody = label["or_nobody"] or not right
    if one.speaker is None:
        result = "none" if nobody else "unresolved"
    elif any(one.speaker.start < r.end and r.start < one.speaker.end for r in right):
        result = "right"
    else:
        result = "invented" if nobody else "wrong"
    for group in (f"{part}_all", f"{part}_{label['as']}"):
        counts[group][result] += 1


def _shares(counts: dict[str, Counter[str]]) -> dict[str, float]:
    shares: dict[str, float] = {}
    for group, of in sorted(counts.items()):
        if group.endswith("_sourcing"):
            shares[group] = of["right"] / of.total()
            continue
        somebody = of["right"] + of["wrong"] + of["unresolved"]
        nobody = of["none"] + of["invented"]
        shares[f"{group}_right"] = of["right"] / max(1, somebody)
        shares[f"{group}_wrong"] = of["wrong"] / max(1, somebody)
        shares[f"{group}_invented"] = of["invented"] / max(1, nobody)
    return shares


def main() -> int:
    """Print the measures; 0 also where the data is absent, with a loud line."""
    try:
        result = measure()
    except DataAbsent as absent:
        print(f"SKIPPED speakers: {absent}", file=sys.stderr)
        return 0
    rounded = {k: round(v, 4) if isinstance(v, float) else v for k, v in result.items()}
    print("speakers", json.dumps(rounded))
    return 0


if __name__ == "__main__":
    sys.exit(main())
