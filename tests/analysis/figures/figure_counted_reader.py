"""Reading what the numbers of a text count, for tests: by the words of each number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.language import Language

from onrecord.analysis.figures.counted import read_counted
from onrecord.analysis.figures.numbers import find_numbers
from onrecord.analysis.figures.parts import Counted, Number
from onrecord.analysis.parsed_words import parsed_words
from onrecord.analysis.times import find_times


@dataclass(frozen=True, slots=True)
class CountedText:
    """A paragraph with its numbers and what they count."""

    text: str
    numbers: list[Number]
    counted: list[Counted | None]

    def printed(self, counted: Counted) -> str | None:
        """The words of what is counted."""
        return counted.span.slice(self.text) if counted.span is not None else None

    def of(self, number: str) -> Counted:
        """What the number with these words counts; the first of equal ones."""
        found = self.all_of(number)
        assert found, f"{number} counts nothing"
        return found[0]

    def all_of(self, number: str) -> list[Counted]:
        """What each number with these words counts; none of those that are no figure."""
        pairs = zip(self.numbers, self.counted, strict=True)
        return [
            one for each, one in pairs if one is not None and each.number.slice(self.text) == number
        ]

    def whole_of(self, number: str) -> str | None:
        """The words of the number of which this one is a part."""
        part_of = self.of(number).part_of
        return None if part_of is None else self.numbers[part_of].number.slice(self.text)


type Read = Callable[[str], CountedText]


def reader(nlp: Language) -> Read:
    """Reads texts with the model."""

    def read(text: str) -> CountedText:
        doc = nlp(text)
        words = parsed_words(doc)
        numbers = find_numbers(words, find_times(doc))
        return CountedText(text, numbers, read_counted(words, numbers))

    return read
