"""Nodes: what stands for a name across articles, as one line of text, and how to read it.

`p:tamsin okerele`, `p:okerele#f` (one word, with the gender told of it), `p:edwin vale~jr`,
`p:pope ansgar`, `l:=atlantis` (known by its data file), `o:@capital` (a government by its seat).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.linking.names.units import Unit


@dataclass(frozen=True, slots=True)
class NodeName:
    """A node's line, read."""

    letter: str
    words: tuple[str, ...]
    generation: str = ""
    gender: str = ""
    regnal: bool = False
    known: bool = False
    government: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is one word that may be part of a longer name."""
        return len(self.words) == 1 and not (self.known or self.government or self.regnal)


def node_of(unit: Unit, letter: str, gender: str) -> str:
    """The node of a local name whose fullest form this is."""
    form = unit.form
    if unit.key[0] == "@":
        return f"o:@{' '.join(form.words)}"
    if form.known is not None:
        return f"{letter}:={' '.join(part for part in unit.key[1:] if part)}"
    line = f"{letter}:{form.regnal + ' ' if form.regnal else ''}{' '.join(form.words)}"
    if form.generation:
        line += f"~{form.generation}"
    if form.bare and letter == "p" and gender:
        line += f"#{gender}"
    return line


@lru_cache(maxsize=100_000)
def read_node(node: str) -> NodeName:
    """The parts of a node's line."""
    letter, rest = node[0], node[2:]
    rest, _, gender = rest.partition("#")
    rest, _, generation = rest.partition("~")
    mark = rest[:1]
    words = tuple(rest.lstrip("=@").split())
    regnal = letter == "p" and len(words) == 2 and words[0] in _REGNAL
    return NodeName(letter, words, generation, gender, regnal, mark == "=", mark == "@")


_REGNAL = frozenset({"king", "queen", "prince", "princess", "pope", "emir", "sultan", "duke"})
