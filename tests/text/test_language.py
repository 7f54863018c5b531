"""The language of a text, and the right to say that one cannot tell."""

from __future__ import annotations

import pytest

from onrecord.text.language import UNDETERMINED, detect_language

SAMPLES = {
    "en": "The council of the lower town met on Monday and decided that the bridge should be closed.",
    "de": "Der Rat der unteren Stadt trat am Montag zusammen und beschloss, die Brücke zu sperren.",
    "fr": "Le conseil de la ville basse s’est réuni lundi et a décidé de fermer le pont au trafic.",
    "ru": "Совет нижнего города собрался в понедельник и решил закрыть мост для движения машин.",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_a_sentence_tells_its_language(code: str) -> None:
    """One sentence is enough for the common languages."""
    assert detect_language(SAMPLES[code]) == code


@pytest.mark.parametrize("text", ["", " \n ", "1234 5678 90", "Le pont est fermé.", "A" * 39])
def test_too_little_is_undetermined(text: str) -> None:
    """Under forty letters no language is named, whatever they look like."""
    assert detect_language(text) == UNDETERMINED


def test_the_beginning_decides() -> None:
    """Only the first thousand characters are looked at, so a long text costs no more."""
    english = SAMPLES["en"] * 20
    assert detect_language(english + SAMPLES["ru"] * 200) == "en"
