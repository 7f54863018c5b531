"""Make the example story in every form in which people hold articles.

The plain-text version of each article is the text that is kept of it; every other form is
made from that one by other programs' libraries or by hand, never by Onrecord, and read back
by it. `compare_forms` says where what comes out differs from the plain-text version; what a
form cannot hold, or says in addition, stands in `DIFFERENCES`.

Run: `python scripts/make_forms.py FOLDER` writes a folder for each form;
`python scripts/make_forms.py --compare` prints a table of what comes out.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from forms import archives, documents, exports, feeds, mails, newsroom, pages
from forms.story import PlainArticle, read_story

from onrecord.articles.read import read_article
from onrecord.errors import InputError
from onrecord.sources.open import open_source
from onrecord.values.article import Article
from onrecord.values.pages import Page, Severity
from onrecord.values.vocabulary import Role

FIELDS = (
    "headline",
    "dek",
    "bylines",
    "outlet",
    "agency",
    "dateline_place",
    "published",
    "updated",
)

FORMS: Mapping[str, documents.Maker] = {
    "txt": pages.text,
    "html": pages.html,
    "mhtml": pages.mhtml,
    "pdf": documents.pdf,
    "docx": documents.docx,
    "rtf": documents.rtf,
    "eml": mails.eml,
    "eml-html": mails.eml_html,
    "mbox": mails.mbox,
    "zip": archives.zip_of_texts,
    "gz": archives.gz_of_texts,
    "warc": archives.warc,
    "warc.gz": archives.warc_gz,
    "wacz": archives.wacz,
    "rss": feeds.rss,
    "atom": feeds.atom,
    "json-feed": feeds.json_feed,
    "ninjs-1": newsroom.ninjs_1,
    "ninjs-2": newsroom.ninjs_2,
    "ninjs-3": newsroom.ninjs_3,
    "nitf": newsroom.nitf,
    "newsml-g2": newsroom.newsml_g2,
    "news-message": newsroom.news_message,
    "export-text": exports.database_text,
    "export-docx": exports.database_docx,
    "export-rtf": exports.database_rtf,
    "digest": exports.digest,
}
"""Name of a form to what writes the files of the whole story into a folder."""


_AFTER = "what stands after an article's last line is left out of the text of a page"
_AUTHOR = "the form has no place for an author beside the text"
_ADDRESS = "the form has no place for the address, by which outlet and day are known"
_PRINTED = "a byline that stands beside the text is printed as a line, as agencies do"
_ARCHIVED = "an archive states that it had the page, so it was published no later"
_ONE_SHEET = "on a single sheet nothing shows that a line at its edge is a running head"
_DATABASE = "a database states an outlet and a day for every article"
_AFTER_LAST = {("standard-letter", "text"): _AFTER, ("thessel-valley-radio-2", "text"): _AFTER}
_NO_ADDRESS = {("tvr-accord", "outlet"): _ADDRESS, ("tvr-accord", "published"): _ADDRESS}
_NEWSROOM = {("haldmoor-herald-talks", "text"): _PRINTED}
_ARCHIVE = {**_AFTER_LAST, ("paste3", "published"): _ARCHIVED}
_MAIL = {("haldmoor-herald-talks", "bylines"): _AUTHOR}
_EXPORT = {("paste3", "published"): _DATABASE, ("tvr-accord", "outlet"): _DATABASE}

DIFFERENCES: Mapping[str, Mapping[tuple[str, str], str]] = {
    "html": _AFTER_LAST,
    "mhtml": _AFTER_LAST,
    "pdf": {("estermark-evacuation", "text"): _ONE_SHEET},
    "eml": _MAIL,
    "eml-html": _AFTER_LAST,
    "mbox": _MAIL,
    "warc": _ARCHIVE,
    "warc.gz": _ARCHIVE,
    "wacz": _ARCHIVE,
    "ninjs-1": _NEWSROOM,
    "ninjs-2": _NEWSROOM,
    "ninjs-3": _NEWSROOM,
    "nitf": {**_NEWSROOM, **_NO_ADDRESS},
    "newsml-g2": {**_NEWSROOM, **_NO_ADDRESS},
    "news-message": {**_NEWSROOM, **_NO_ADDRESS},
    "export-text": _EXPORT,
    "export-docx": _EXPORT,
    "export-rtf": _EXPORT,
}
"""What comes out otherwise than from the plain text: form, then article and what, then why."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that comes out otherwise than from the plain text."""

    form: str
    article: str
    what: str
    """A field, `text`, `roles` or `missing`."""
    plain: str
    """What comes of the plain text."""
    here: str


def make_forms(folder: Path, story: Sequence[PlainArticle]) -> None:
    """Write every form of the story into a folder of its own under `folder`."""
    for name, maker in FORMS.items():
        place = folder / name
        place.mkdir(parents=True, exist_ok=True)
        maker(place, story)


def compare_forms(folder: Path, story: Sequence[PlainArticle]) -> Iterator[Difference]:
    """Every difference between the forms under `folder` and the plain-text version."""
    plain = {article.name: article.read() for article in story}
    for form in FORMS:
        found = dict(_by_story_name(folder / form, story))
        for name, expected in plain.items():
            if name not in found:
                yield Difference(form, name, "missing", "", "")
                continue
            yield from _differences(form, name, expected, found[name])


def read_form(folder: Path) -> Iterator[Article]:
    """The articles in the files of one form; what cannot be read raises."""
    for found in open_source(folder):
        if isinstance(found, Page):
            yield read_article(found)
        elif found.severity is not Severity.NOTE:
            raise InputError(f"{found.name}: {found.message}")


def _by_story_name(folder: Path, story: Sequence[PlainArticle]) -> Iterator[tuple[str, Article]]:
    """Articles with the name of the plain text that they are, known by a sentence of it."""
    for article in read_form(folder):
        words = _words(article.text)
        for plain in story:
            if plain.mark in words:
                yield plain.name, article


def _differences(form: str, name: str, plain: Article, here: Article) -> Iterator[Difference]:
    ours, theirs = _lines(plain), _lines(here)
    if [words for words, _ in ours] != [words for words, _ in theirs]:
        gone = [w for w, _ in ours if w not in {x for x, _ in theirs}]
        new = [w for w, _ in theirs if w not in {x for x, _ in ours}]
        yield Difference(form, name, "text", " / ".join(gone), " / ".join(new))
    roles = dict(ours)
    for words, role in theirs:
        if words in roles and roles[words] is not role:
            yield Difference(form, name, "roles", f"{roles[words]}: {words[:60]}", role.value)
    for field in FIELDS:
        left, right = _value(plain, field), _value(here, field)
        if left != right:
            yield Difference(form, name, field, left, right)


def _lines(article: Article) -> list[tuple[str, Role]]:
    """Words and role of every paragraph that the plain text has too."""
    return [
        (words, p.role)
        for p in article.paragraphs
        if (p.why != "header-line" or p.role in _KEPT_IN_HEADERS)
        and not p.why.startswith(_SHEET)
        and (words := _words(article.text[p.start : p.end]))
    ]


_SHEET = "edge-of-the-page"
"""Reason of running heads and page numbers, which only a PDF has."""
_KEPT_IN_HEADERS = (Role.HEADLINE, Role.NOTICE)
"""Roles of the lines of a header or footer that stand in the plain text too."""


def _words(text: str) -> str:
    return " ".join(text.split())


def _value(article: Article, field: str) -> str:
    value = getattr(article, field)
    if field in ("published", "updated"):
        days = value.days if value else None
        return f"{days.first or ''}..{days.last or ''}" if days and days.known else ""
    if field == "bylines":
        return "; ".join(v.value for v in value)
    return value.value if value else ""


def main(arguments: Sequence[str]) -> int:
    """Write the forms, or compare them."""
    story = read_story()
    if arguments and arguments[0] != "--compare":
        make_forms(Path(arguments[0]), story)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        make_forms(Path(folder), story)
        for d in compare_forms(Path(folder), story):
            print(
                f"{d.form:13} {d.article[:28]:28} {d.what:10} {d.plain[:70]!r} -> {d.here[:70]!r}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
