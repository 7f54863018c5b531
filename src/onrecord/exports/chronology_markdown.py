"""A chronology as Markdown: CommonMark with footnotes, as GitHub, Obsidian and Pandoc read it."""

from __future__ import annotations

import re

from onrecord.exports.chronology import OWN_WORDS, Chronology, ChronologyEntry, Citation

_INLINE = re.compile(r"[\\`*_{}\[\]<>#|~^$&]|==|!(?=\[)")
_NUMBERED = re.compile(r"(\d{1,9})[.)]")
_LEADING = frozenset("-+:=%")
"""What makes a list, a definition, a heading or a comment at the head of a line."""


def write_markdown(chronology: Chronology) -> str:
    """The chronology as Markdown; ends in one line feed."""
    notes: list[str] = []
    blocks = [f"# {escape(chronology.title)}", escape(chronology.extent)]
    for entry in chronology.entries:
        blocks += _entry(entry, notes)
    blocks += [f"[^{number}]: {note}" for number, note in enumerate(notes, 1)]
    return "\n\n".join(blocks) + "\n"


def _entry(entry: ChronologyEntry, notes: list[str]) -> list[str]:
    def mark(note: str) -> str:
        notes.append(note)
        return f"[^{len(notes)}]"

    expression = f" · “{escape(entry.expression)}”" if entry.expression else ""
    blocks = [f"## {escape(entry.when)}{expression}"]
    if entry.standing:
        later = mark(_cited(entry.later)) if entry.later else ""
        blocks.append(f"*{escape('; '.join(entry.standing))}*{later}")
    blocks.append(f"“{escape(entry.sentence)}”{mark(_cited(entry.source))}")
    if entry.said_by:
        blocks.append(f"said by: “{escape(entry.said_by)}”")
    if entry.note:
        blocks.append(f"{OWN_WORDS} {escape(entry.note)}")
    others = mark(_others(entry)) if entry.others else ""
    blocks.append(f"{escape(entry.reports)}{others}")
    return blocks


def _others(entry: ChronologyEntry) -> str:
    more = f"; {entry.more:,} more" if entry.more else ""
    return "; ".join(_cited(citation) for citation in entry.others) + more


def _cited(citation: Citation) -> str:
    address = f", <{citation.address}>" if citation.address else ""
    return escape(citation.words) + address


def escape(words: str) -> str:
    """One line of words so that Markdown shows them as they are, wherever they stand."""
    escaped = _INLINE.sub(lambda found: "".join(f"\\{c}" for c in found[0]), words.strip(" "))
    if numbered := _NUMBERED.match(escaped):
        return f"{numbered[1]}\\{escaped[numbered.end(1) :]}"
    return f"\\{escaped}" if escaped[:1] in _LEADING else escaped
