"""The language of an article: its paragraphs tell it, not its menus and names."""

from __future__ import annotations

import pytest

from onrecord.articles.language import article_language, is_english
from plain_articles import BODY

GERMAN = (
    "Der Rat von Torvik hat am Dienstag die untere Straße gesperrt, nachdem das Wasser kam.\n" * 3
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\n".join(BODY), "en"),
        ("What to read and where to go in the valley\n" * 100 + GERMAN, "de"),
        ("Startseite\nNachrichten\nWetter\n" + "\n".join(BODY), "en"),
        ("Home\nNews", "und"),
        ("", "und"),
        ("\n\n", "und"),
    ],
)
def test_long_lines_decide(text: str, code: str) -> None:
    """Menus around the paragraphs, in whatever language, change nothing."""
    assert article_language(text) == code


def test_english_with_foreign_names_is_english() -> None:
    """Names of another language do not make an English sentence foreign."""
    text = (
        "The ministers Jean-Baptiste Lecœur and Anneliese Großmüller met the mayors of Saint-Étienne"
        " and Gößweinstein on Monday and said that they would meet again in the week after it."
    )
    assert article_language(text) == "en"


def test_a_short_text_is_read_as_english() -> None:
    """Where the language cannot be told, the rules for English are used, as for English."""
    assert [is_english(code) for code in ("en", "und", "de")] == [True, True, False]
