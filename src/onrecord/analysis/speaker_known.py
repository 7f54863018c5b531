"""The figures of which an article has spoken so far, found by what is known of them."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.analysis.speaker_figures import Figure
from onrecord.analysis.speaker_names import name_words, surname


class KnownFigures:
    """Figures in the order in which they were first spoken of."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self._numbers: dict[int, int] = {}
        self._by_word: dict[str, list[int]] = {}

    def add(self, figure: Figure) -> None:
        """Take in a figure, if it is new; what is said of it must be complete."""
        if id(figure) in self._numbers:
            return
        number = self._numbers[id(figure)] = len(self.figures)
        self.figures.append(figure)
        words = {*figure.heads, *figure.offices}
        if figure.name is not None and (name := name_words(figure.name.text)):
            words.update(name, (surname(name),))
        for word in words:
            self._by_word.setdefault(word, []).append(number)

    def told_by(self, words: Iterable[str]) -> list[Figure]:
        """Those that have one of these words as a noun said of them, in their name, or as the
        title of an office that they held."""
        numbers = {number for word in words for number in self._by_word.get(word, ())}
        return [self.figures[number] for number in sorted(numbers)]
