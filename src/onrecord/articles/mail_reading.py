"""One mail: its subject and the part that a reader would see."""

from __future__ import annotations

from onrecord.articles.evidence import Reading
from onrecord.errors import UnknownFormat
from onrecord.settings import Limits
from onrecord.values.pages import Page


def read_mail_page(page: Page, limits: Limits) -> Reading:
    """The reading of one page of this kind."""
    raise UnknownFormat(f"{page.name}: not read yet {limits}")
