"""What the extractor for web pages takes for the article in a tagged PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.html.amend import find_body
from onrecord.articles.html.blocks import read_blocks
from onrecord.articles.html.verdict import judge_blocks
from onrecord.articles.pdf.paragraphs import Paragraph
from onrecord.articles.pdf.tree import as_web_page

_TAGGED = 0.8
"""Share of the characters that stand in the structure tree, at least."""
_NO_WORD = re.compile(r"\W+")


def find_extracted(paragraphs: Sequence[Paragraph]) -> list[bool] | None:
    """For each paragraph whether the extractor takes it; None where it cannot tell: the
    paragraphs are not tagged, or it finds no article."""
    if not _is_tagged(paragraphs):
        return None
    tree, order = as_web_page(paragraphs)
    page = read_blocks(tree)
    verdict = judge_blocks(tree, page)
    body = find_body(page, verdict)
    if verdict.notes or not any(body):
        return None
    # a row of a table is one block and may be several paragraphs: their letters are counted
    told = [
        own
        for block, own in zip(page.blocks, body, strict=True)
        for _ in range(_letters(block.text))
    ]
    found = [False] * len(paragraphs)
    start = 0
    for number in order:
        end = start + sum(_letters(line.text) for line in paragraphs[number].lines)
        found[number] = 2 * sum(told[start:end]) > end - start
        start = end
    return found


def _is_tagged(paragraphs: Sequence[Paragraph]) -> bool:
    told = sum(len(line.text) for p in paragraphs for line in p.lines if line.mark)
    return 0 < _TAGGED * sum(paragraph.characters for paragraph in paragraphs) <= told


def _letters(text: str) -> int:
    return len(_NO_WORD.sub("", text))
