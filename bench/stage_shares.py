"""What each finder and linker costs: its share of the bare parse, by processor time.

Data: articles of `timeline17`, chosen by a hash of their ids, as plain texts. The parse is that of
the language model over their paragraphs, in the batches that `add` makes. Every step of the
analysis is timed on the parsed paragraphs, then what is done for a whole article, then the linking
of names and wordings into a new record file.

Run: `python bench/stage_shares.py [ARTICLES]` (default 150)
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from data import DataAbsent, data_folder, digest_of, read_rows
from onrecord.analysis import gather as gathering
from onrecord.analysis.analyze import analyze, paragraphs_to_parse
from onrecord.analysis.figures.settling import settle_figures
from onrecord.analysis.model import load_model
from onrecord.analysis.steps import MODEL_COMPONENTS, STEPS, Findings
from onrecord.articles.read import read_article
from onrecord.link_record import utterances_of
from onrecord.linking.names.link import link_names
from onrecord.linking.wordings.link import TextsAtHand, link_wordings
from onrecord.settings import Settings, load_settings
from onrecord.store.file import RecordFile
from onrecord.values.article import Article
from onrecord.values.pages import MediaType, Page

SPEECH_AND_NAMES = ("mentions", "speech", "whole_article", "link_names", "link_wordings")
"""The parts that may cost 40 % of the parse together (CONTRACT: attribution and names)."""
FIGURES = ("figures", "settle_figures")
"""The parts that may cost 10 % of the parse together."""


def measure(articles: int = 150) -> dict[str, float | str]:
    """The share of each part, of attribution and names together, and of figures."""
    rows = [r for r in read_rows(data_folder("timeline17") / "articles.jsonl.gz") if r["text"]]
    rows.sort(key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())
    settings = load_settings()
    pages = [
        Page(data=row["text"].encode(), media_type=MediaType.PLAIN, name=f"{number:05d}.txt")
        for number, row in enumerate(rows[:articles])
    ]
    read = [(page, read_article(page, limits=settings.limits)) for page in pages]
    seconds = _analysis_seconds([article for _, article in read], settings)
    seconds |= _linking_seconds(read, settings)
    parse = seconds.pop("parse")
    shares = {name: spent / parse for name, spent in seconds.items()}
    return {
        **{f"{name}_share": share for name, share in shares.items()},
        "speech_and_names_share": sum(shares[name] for name in SPEECH_AND_NAMES),
        "all_figures_share": sum(shares[name] for name in FIGURES),
        "data": digest_of(*(row["id"] for row in rows[:articles])),
    }


def _analysis_seconds(articles: Iterable[Article], settings: Settings) -> dict[str, float]:
    """Seconds of the parse, of each step, and of what is done for whole articles."""
    nlp = load_model(settings.model, MODEL_COMPONENTS).nlp
    pieces = [(article, list(paragraphs_to_parse(article))) for article in articles]
    texts = list(dict.fromkeys(a.text[s:e] for a, spans in pieces for s, e in spans))
    for doc in nlp.pipe(texts[:64]):  # what is loaded at first use is no share of anything
        _run_steps(doc, {})
    began = time.process_time()
    docs = list(nlp.pipe(texts, batch_size=128))
    seconds = {"parse": time.process_time() - began}
    found = {text: (_run_steps(doc, seconds), 0) for text, doc in zip(texts, docs, strict=True)}
    seconds["settle_figures"] = 0.0
    with patch.object(gathering, "settle_figures", _timed(settle_figures, seconds)):
        began = time.process_time()
        for article, spans in pieces:
            parts = [(start, found[article.text[start:end]]) for start, end in spans]
            gathering.gather(article, parts)
        spent = time.process_time() - began
    seconds["whole_article"] = spent - seconds["settle_figures"]
    return seconds


def _timed(work: Callable[..., Any], seconds: dict[str, float]) -> Callable[..., Any]:
    """The same work, with its seconds added up."""

    def run(*given: Any, **named: Any) -> Any:
        began = time.process_time()
        made = work(*given, **named)
        seconds["settle_figures"] += time.process_time() - began
        return made

    return run


def _run_steps(doc: object, seconds: dict[str, float]) -> Findings:
    findings = Findings()
    for step in STEPS:
        began = time.process_time()
        setattr(findings, step.gives, step.run(doc, findings))  # type: ignore[arg-type]
        seconds[step.name] = seconds.get(step.name, 0.0) + time.process_time() - began
    return findings


def _linking_seconds(read: Iterable[tuple[Page, Article]], settings: Settings) -> dict[str, float]:
    """Seconds of linking the names and the wordings of all articles at once."""
    read = list(read)
    with (
        tempfile.TemporaryDirectory() as folder,
        RecordFile(Path(folder) / "record.db", write=True) as record,
    ):
        analyses = analyze([article for _, article in read], settings)
        for (page, article), analysis in zip(read, analyses, strict=True):
            record.save(article, analysis, analysed=True, versions=("1", "1"), page=page)
        ids = sorted({article.id for _, article in read})
        said, texts = {id_: utterances_of(record, id_) for id_ in ids}, TextsAtHand(record)
        with record.transaction():
            return {
                "link_names": _seconds(
                    lambda: record.save_name_changes(link_names(ids, record.index, record))
                ),
                "link_wordings": _seconds(
                    lambda: record.save_wording_changes(link_wordings(said, record.index, texts))
                ),
            }


def _seconds(work: Callable[[], None]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> int:
    """Print the shares; 0 also where the data is absent, with a loud line."""
    try:
        print(json.dumps(measure(*(int(n) for n in sys.argv[1:2])), indent=1))
    except DataAbsent as absent:
        print(f"SKIPPED stage shares: {absent}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
