"""The page of a record: one self-contained file, readable without a network or a script.

1 index the record, and choose the words that the page may show
2 draw the annotated copies
3 assemble masthead, score and sections
4 leave out copies, from the latest, where the page is over its limit
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from onrecord.web.annotated import annotate
from onrecord.web.datewords import unbroken
from onrecord.web.excerpts import choose_passages
from onrecord.web.figures_marks import FigureMarks
from onrecord.web.index import RecordIndex, TextMode, index_record, language
from onrecord.web.marks import collect_marks, in_order
from onrecord.web.masthead import compose_masthead
from onrecord.web.policy import load_assets
from onrecord.web.score import Score, draw_score
from onrecord.web.sections import SECTIONS, section_states
from onrecord.web.shared_marks import SharedMarks
from onrecord.web.speech_marks import SpeechMarks
from onrecord.web.wanted import wanted_words

type Copies = Mapping[str, Markup]

# What HTML cannot hold: NUL is shown by its picture, a lone CR as a reference, a lone
# surrogate as the replacement character.
_UNHOLDABLE = re.compile("[\0\r\ud800-\udfff]")
_HELD = {"\0": "\u2400", "\r": "&#13;"}


def render_page(
    record: Mapping[str, Any],
    *,
    text: TextMode = "excerpts",
    name: str | None = None,
    size_limit: int = 20_000_000,
) -> str:
    """The page of a record as exported to JSON.

    Args:
        record: the object that `export --to json` writes.
        text: how much of the articles' text goes in: `none` (fields and offsets only),
            `excerpts` (at most 60 words of a paragraph, half of an article), `full`.
        name: the story's name as a person gives it; else it is taken from printed words.
        size_limit: most bytes of the page in UTF-8. Over it annotated copies are left
            out, from the latest, and the page names them; the rows of all articles stay.

    Returns:
        HTML, the same characters for the same arguments.

    Raises:
        ValueError: `text` is none of the three.
    """
    if text not in ("none", "excerpts", "full"):
        raise ValueError(f"text must be none, excerpts or full, not {text!r}")
    index = _with_excerpts(index_record(record, text, name))
    score = draw_score(index)
    copies = _draw_copies(index, size_limit)
    if len(copies) == len(index.articles):
        page = _assemble(index, copies, score)
        if _size(page) <= size_limit:
            return page
    return _within(index, copies, score, size_limit)


def _with_excerpts(index: RecordIndex) -> RecordIndex:
    """The index with the words that an excerpt page may show, for all of its sections."""
    if index.mode != "excerpts":
        return index
    marks, wanted = collect_marks(index), wanted_words(index)
    shown = {}
    for article in index.articles:
        here = article["id"]
        shown[here] = choose_passages(article, marks.get(here, ()), wanted.get(here, ()))
    return replace(index, shown=shown)


def _within(index: RecordIndex, copies: Copies, score: Score, size_limit: int) -> str:
    """The page with as many copies, from the earliest, as its limit holds."""
    room = size_limit - _size(_assemble(replace(index, kept=frozenset()), {}, score))
    kept: list[str] = []
    for article, copy in copies.items():
        room -= _size(copy)
        if room < 0:
            break
        kept.append(article)
    while True:
        fewer = replace(index, kept=frozenset(kept))
        page = _assemble(fewer, _draw_copies(fewer, size_limit), score)
        if not kept or _size(page) <= size_limit:
            return page
        kept.pop()


def _draw_copies(index: RecordIndex, size_limit: int) -> Copies:
    """The annotated copies in the order of the articles, up to the one that breaks the limit."""
    marks, speech, figures = collect_marks(index), SpeechMarks(index), FigureMarks(index)
    shared = SharedMarks(index)
    template = _environment().get_template("annotated.html.j2")
    copies: dict[str, Markup] = {}
    room = size_limit
    for article in index.articles:
        if article["id"] in index.kept and room >= 0:
            id_ = article["id"]
            here = in_order(
                (*marks.get(id_, ()), *speech.of(id_), *figures.of(id_), *shared.notes(id_))
            )
            copy = annotate(index, article, here, shared.of(id_))
            drawn = template.render(copy=copy, index=index, language=language(article))
            copies[article["id"]] = Markup(_holdable(drawn))
            room -= _size(copies[article["id"]])
    return copies


def _assemble(index: RecordIndex, copies: Copies, score: Score) -> str:
    views = [(s, s.view(index)) for s in SECTIONS if s.is_present(index.record)]
    page = _environment().get_template("page.html.j2")
    drawn = page.render(
        index=index,
        copies=copies,
        assets=load_assets(),
        masthead=compose_masthead(index),
        score=score,
        sections=[(section, view, section.count(view)) for section, view in views],
        states=section_states(index.record),
    )
    return _holdable(drawn)


def _holdable(html: str) -> str:
    return _UNHOLDABLE.sub(lambda found: _HELD.get(found[0], "\ufffd"), html)


def _size(html: str) -> int:
    return len(html.encode("utf-8"))


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        loader=FunctionLoader(_template),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["number"] = lambda value: f"{value:,}"
    environment.filters["unbroken"] = unbroken
    return environment


def _template(name: str) -> str:
    path = resources.files("onrecord.web").joinpath("templates", name)
    return path.read_text(encoding="utf-8")
