"""What an article tells of where its copy comes from: its credit, or signs of one that was taken
off.

A credit is the article's own word. Where none is printed there are two signs:

1. `house-style`: a line that only one agency sets so;
2. `exclusive-of`: what one person told an agency alone makes up the article, and it names no
   reporting of its own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.lexicon.interview_words import interview_words
from onrecord.lexicon.media import Medium, house_styles, medium_of
from onrecord.record.origins.interviews import Interview
from onrecord.values.article import Article
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Role

_LINES = frozenset({Role.SUBHEAD, Role.BODY, Role.LEDE})
_MOST_OF = 0.5
"""Share of an article's attributions that are of one interview, where it is the agency's."""


@dataclass(frozen=True, slots=True)
class Descent:
    """Whose copy an article says or shows that it is."""

    medium: Medium
    why: str
    credited: bool
    """Whether the article itself says so."""
    whole: bool
    """Whether all of it is: a credit `with` an agency leaves the rest to the outlet."""


def descent_of(article: Article, analysis: Analysis, interview: Interview | None) -> Descent | None:
    """Whose copy an article is, by itself alone; None where nothing tells.

    Args:
        article: with its credit.
        analysis: its findings.
        interview: the interview that it is made of, if any.
    """
    if article.agency is not None and (medium := medium_of(article.agency.value)) is not None:
        whole = not _is_shared(article, article.agency.span)
        return Descent(medium, f"credit: {article.agency.value}", credited=True, whole=whole)
    if (found := _house_style(article)) is not None:
        return found
    return _exclusive(article, analysis, interview)


def _is_shared(article: Article, span: Span | None) -> bool:
    """Whether a credit stands beside the outlet's own work: `By A. B., with AP`."""
    if span is None:
        return False
    line = next((p for p in article.paragraphs if p.start <= span.start < p.end), None)
    if line is None:
        return False
    words = article.text[line.start : line.end]
    if line.role is Role.DATELINE:
        return False
    return interview_words().shared_credit.search(words) is not None


def _house_style(article: Article) -> Descent | None:
    for style in house_styles():
        for paragraph in article.paragraphs:
            if paragraph.role not in _LINES:
                continue
            line = article.text[paragraph.start : paragraph.end].strip()
            if len(line.split()) <= style.most_words and style.pattern.fullmatch(line):
                medium = medium_of(style.agency)
                if medium is not None:
                    why = f"house-style: {style.agency} {style.name}: {line}"
                    return Descent(medium, why, credited=False, whole=True)
    return None


def _exclusive(article: Article, analysis: Analysis, interview: Interview | None) -> Descent | None:
    """A report that is made of what one person told an agency alone."""
    if interview is None or not interview.is_exclusive or not interview.medium.is_agency:
        return None
    outlet = medium_of(article.outlet.value) if article.outlet is not None else None
    if outlet is not None and outlet.key == interview.medium.key:
        return None
    said = Counter(one.extent in interview.told for one in analysis.attributions)
    if said[True] < _MOST_OF * said.total():
        return None
    why = f"exclusive-of: {interview.medium.name}"
    return Descent(interview.medium, why, credited=False, whole=True)
