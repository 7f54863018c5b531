"""Reading a page: each media type, what is kept of it, and what was done to it."""

from __future__ import annotations

import hashlib
import json

import pytest

from onrecord.articles.read import read_article
from onrecord.errors import BrokenInput, EmptyInput, InputError
from onrecord.values.article import Article
from onrecord.values.ids import article_id
from onrecord.values.pages import MediaType
from plain_articles import BODY, LEDE, page, parts, read

TEXT = "Council closes the lower road\n\n" + "\n\n".join(BODY) + "\n"
HTML = (
    "<html><head><title>Council closes the lower road</title></head><body><article>"
    "<h1>Council closes the lower road</h1>"
    + "".join(f"<p>{p}</p>" for p in BODY)
    + "</article></body></html>"
)
RECORD = json.dumps(
    {"text": "\n\n".join(BODY), "title": "Council closes the lower road"}, sort_keys=True
)


@pytest.mark.parametrize(
    ("data", "kind"),
    [(TEXT, MediaType.PLAIN), (HTML, MediaType.HTML), (RECORD, MediaType.RECORD)],
    ids=lambda value: value if isinstance(value, MediaType) else "",
)
def test_one_article_in_three_shapes(data: str, kind: MediaType) -> None:
    """Headline, lede and body come out of a text, a page and a record alike."""
    article = read_article(page(data, kind=kind))
    wanted = [
        ("headline", "Council closes the lower road"),
        ("lede", LEDE),
        ("body", BODY[1]),
        ("body", BODY[2]),
    ]
    assert [p for p in parts(article) if p[0] != "residue"] == wanted
    assert article.headline is not None
    assert article.headline.value == "Council closes the lower road"
    assert article.media_type == kind.value
    assert article.language == "en"


def test_what_an_article_keeps_of_its_page() -> None:
    """Id and digest are those of the bytes and of what was given; the name is no part of them."""
    one = page(TEXT, name="one.txt", address="https://alm.example/a")
    article = read_article(one)
    assert article.id == article_id(one.data, one.given)
    assert article.sha256 == hashlib.sha256(one.data).hexdigest()
    assert (article.name, article.address) == ("one.txt", "https://alm.example/a")
    assert (
        read_article(page(TEXT, name="two.txt", address="https://alm.example/a")).id == article.id
    )


def test_a_plain_text_is_changed_in_nothing_else() -> None:
    """Offsets address the file: only a byte order mark goes, and CRLF is LF."""
    text = "\n  A  headline of the\tvalley \n\n\n" + "\n".join(BODY) + "  \n\n"
    article = read_article(page(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()))
    assert article.text == text
    assert article.notes == ()


@pytest.mark.parametrize(
    ("data", "notes"),
    [
        (TEXT.encode(), ()),
        (TEXT.replace(" old ", " ol\0d ").encode(), ("nul-characters: 1",)),
        (TEXT.replace(" old ", " ‘old’ ").encode("cp1252"), ("encoding-guessed:",)),
        (("\ufeff" + TEXT).encode("utf-16-le"), ()),
    ],
)
def test_notes_say_what_was_done(data: bytes, notes: tuple[str, ...]) -> None:
    """A guessed encoding and odd characters are said; a certain decoding needs no note."""
    found = read_article(page(data)).notes
    assert len(found) == len(notes)
    assert all(note.startswith(start) for note, start in zip(found, notes, strict=True))


def test_undecodable_bytes_are_counted() -> None:
    """Bytes that are no character stand as U+FFFD, and the note has their number."""
    article = read_article(
        page(
            TEXT.replace("old", "Ω€").encode() + b" \xff\xfe\xfd \x81\x8d " + "Ωδός ".encode() * 40
        )
    )
    lost = article.text.count("\ufffd")
    assert (f"undecodable-bytes: {lost}" in article.notes) == (lost > 0)
    assert any(note.startswith("encoding-guessed") for note in article.notes)


@pytest.mark.parametrize(
    ("data", "kind", "error"),
    [
        (b"", MediaType.PLAIN, EmptyInput),
        (b" \n\t\xc2\xa0\n", MediaType.PLAIN, EmptyInput),
        (b"\xef\xbb\xbf", MediaType.PLAIN, EmptyInput),
        (b"", MediaType.HTML, EmptyInput),
        (b"<html><body><script>var x = 1;</script></body></html>", MediaType.HTML, EmptyInput),
        (b"{}", MediaType.RECORD, EmptyInput),
        (b'{"title": "Only a title"}', MediaType.RECORD, EmptyInput),
        (b"[1, 2]", MediaType.RECORD, BrokenInput),
        (b"{", MediaType.RECORD, BrokenInput),
        (b"", MediaType.RECORD, BrokenInput),
    ],
)
def test_what_cannot_be_read(data: bytes, kind: MediaType, error: type[InputError]) -> None:
    """A page without text, or a record that is none, is refused for its reason."""
    with pytest.raises(error):
        read_article(page(data, kind=kind))


def test_the_other_articles_do_not_matter() -> None:
    """An article is read from its page alone, whatever was read before."""
    first = read("Council closes the lower road", *BODY)
    read("Goose fair opens", *reversed(BODY))
    assert read("Council closes the lower road", *BODY) == first


def test_articles_cannot_be_changed() -> None:
    """An article is a value."""
    article: Article = read(*BODY)
    with pytest.raises(AttributeError):
        article.text = ""  # type: ignore[misc]
