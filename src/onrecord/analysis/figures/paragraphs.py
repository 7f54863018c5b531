"""What the figures of an article need of a paragraph, without its parse."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.values.figures import Figure
from onrecord.values.vocabulary import Role

if TYPE_CHECKING:
    from onrecord.analysis.figures.phrases import ScopedPhrase


@dataclass(frozen=True, slots=True)
class ParagraphFigures:
    """The figures of one paragraph; all places are in the paragraph.

    A function of the paragraph's words but for `start` and `role`, which `placed` sets.
    """

    figures: tuple[Figure, ...]
    phrases: tuple[ScopedPhrase, ...]
    """Other phrases with something countable and where or whose it is."""
    text: str
    start: int = 0
    """Where the paragraph begins in the article's text."""
    role: Role = Role.BODY


def placed(paragraph: ParagraphFigures, start: int, role: Role) -> ParagraphFigures:
    """The paragraph where it stands in one article."""
    return replace(paragraph, start=start, role=role)
