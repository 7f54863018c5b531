"""Where no sentence can begin: right after a shortened title (`Maj. Gen. Hana Ober`).

Said to the parser before it parses, which takes a boundary after such a full stop now and then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.lexicon.sentence_titles import sentence_titles
from onrecord.lexicon.words import stop_words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NAME = "onrecord_sentence_starts"


def add_to(nlp: Language) -> None:
    """Put the rule before the parser of a language model."""
    from spacy.language import Language  # noqa: PLC0415

    if not Language.has_factory(NAME):
        Language.component(NAME, func=forbid_starts)
    nlp.add_pipe(NAME, before="parser")


def forbid_starts(doc: Doc) -> Doc:
    """The document, with no sentence beginning between a shortened title and what it goes with."""
    titles, stops = sentence_titles(), stop_words()
    for token in doc[1:]:
        # `on Hill St. The fire` goes on, `St. Olaf` does not: no name begins with a stop word.
        if token.text[:1].isdigit() or (token.is_title and token.lower_ not in stops):
            before = doc[token.i - 1]
            title = before.text
            if title == "." and before.i and not doc[before.i - 1].whitespace_:
                title = doc[before.i - 1].text + title  # parted by the tokenizer
            if title in titles:
                token.is_sent_start = False
    return doc
