"""A saved page: blocks and metadata, ready for roles."""

from __future__ import annotations

from onrecord.articles.evidence import Metadata, Reading
from onrecord.articles.html.body import read_html
from onrecord.errors import EmptyInput
from onrecord.settings import Limits
from onrecord.values.pages import Page


def read_html_page(page: Page, limits: Limits) -> Reading:
    """The reading of an HTML page.

    Raises:
        EmptyInput: nothing on the page is visible.
    """
    html = read_html(page.data, limits=limits)
    if not html.text.strip():
        raise EmptyInput(f"{page.name}: the page has no visible text")
    found = html.metadata
    return Reading(
        text=html.text,
        segments=html.segments,
        metadata=Metadata(
            headline=found.headline,
            dek=found.dek,
            authors=found.authors,
            outlet=found.outlet,
            published=found.published,
            updated=found.modified,
            address=found.address,
            language=found.language,
            agencies=found.agencies,
            source=found.basis("published") or found.basis("headline") or "meta",
        ),
        notes=html.notes,
    )
