"""The plain-text version of the example story, and what the other forms are made from."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from onrecord.articles.read import read_article
from onrecord.sources.open import open_source
from onrecord.values.article import Article, Paragraph
from onrecord.values.pages import MediaType, Page
from onrecord.values.vocabulary import Basis, Role

_UPDATED = "Updated"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainArticle:
    """One article of the story: what every form of it is made from."""

    name: str
    """Stem of its files in every form."""
    lines: tuple[str, ...]
    """The lines from the headline on; the first is the headline."""
    outlet: str = ""
    bylines: tuple[str, ...] = ()
    """Authors that no line of the text names."""
    published: str | None = None
    """ISO day of publication, where it is known to the day and no line states it."""
    updated: str | None = None
    address: str | None = None
    mark: str
    """Words that stand in this article only."""

    @property
    def headline(self) -> str:
        """The headline."""
        return self.lines[0]

    @property
    def body(self) -> tuple[str, ...]:
        """The lines after the headline."""
        return self.lines[1:]

    @property
    def header(self) -> tuple[str, ...]:
        """What is known beside the text, as lines such as a person puts over a plain text."""
        known = {
            "Language": "English",
            "Source": self.outlet,
            "Author": "; ".join(self.bylines),
            "Date": self.published,
            _UPDATED: self.updated,
            "URL": self.address,
        }
        return tuple(f"{key}: {value}" for key, value in known.items() if value)

    @property
    def text(self) -> str:
        """The plain-text version: header lines, headline, body, a blank line between all."""
        return "\n".join(self.header) + "\n\n" + "\n\n".join(self.lines) + "\n"

    def elements(self) -> tuple[tuple[str, Role], ...]:
        """The lines after the headline, each with the role that its words have."""
        article = self.read()
        return tuple(
            (
                line,
                next((p.role for p in article.paragraphs if _holds(article, p, line)), Role.BODY),
            )
            for line in self.body
        )

    def read(self) -> Article:
        """What Onrecord reads from the plain text."""
        data = self.text.encode()
        return read_article(Page(data=data, media_type=MediaType.PLAIN, name=f"{self.name}.txt"))


def read_story() -> tuple[PlainArticle, ...]:
    """The articles of the bundled story that are in English and no mere copies."""
    with resources.as_file(resources.files("onrecord.example") / "story") as folder:
        pages = [found for found in open_source(Path(folder)) if isinstance(found, Page)]
    articles = [article for article in map(read_article, pages) if article.language == "en"]
    bodies = [_body(article) for article in articles]
    story = []
    for article, body in zip(articles, bodies, strict=True):
        others = " ".join(" ".join(b) for b in bodies if b is not body)
        mark = next((line for line in reversed(body) if line not in others), None)
        if mark is not None:
            story.append(_plain(article, mark[-60:]))
    return tuple(story)


def _body(article: Article) -> list[str]:
    prose = (Role.LEDE, Role.BODY)
    return [_words(article, p.start, p.end) for p in article.paragraphs if p.role in prose]


def _holds(article: Article, paragraph: Paragraph, line: str) -> bool:
    words = _words(article, paragraph.start, paragraph.end)
    return bool(words) and line.endswith(words)


def _words(article: Article, start: int, end: int) -> str:
    return " ".join(article.text[start:end].split())


def _plain(article: Article, mark: str) -> PlainArticle:
    headline = article.headline
    assert headline is not None
    assert headline.span is not None
    rest = article.text[headline.span.end :]
    header_lines = {
        _words(article, p.start, p.end) for p in article.paragraphs if p.why == "header-line"
    }
    lines = [" ".join(line.split()) for line in rest.splitlines() if line.strip()]
    lines = [line for line in lines if line not in header_lines]
    published, updated = article.published, article.updated
    stated = [span.slice(article.text) for span in published.evidence]
    in_lines = any(words in line for words in stated for line in lines)
    named = [field.value for field in article.bylines if not any(field.value in x for x in lines)]
    number = article.name.rpartition("#")[2] if "#" in article.name else ""
    stem = Path(article.name.partition("#")[0]).stem
    return PlainArticle(
        name="-".join(filter(None, (*stem.replace("_", " ").split(), number))),
        lines=(headline.value, *lines),
        outlet=article.outlet.value
        if article.outlet and article.outlet.basis is not Basis.ADDRESS
        else "",
        bylines=tuple(named),
        published=None
        if in_lines or not published.days.exact or published.basis is Basis.ADDRESS
        else str(published.days.first),
        updated=str(updated.days.first)
        if updated and updated.days.exact and updated.basis is Basis.METADATA
        else None,
        address=article.address,
        mark=mark,
    )
