"""Markup inside of fields: whether a string is HTML, escaped HTML or words, and its words."""

from __future__ import annotations

import html
import re

_INLINE = (
    "a|abbr|b|big|cite|code|del|em|font|i|ins|mark|q|s|small|span|strike|strong|sub|sup|tt|u|time"
)
_BLOCK = (
    "address|article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer"
    "|h[1-6]|header|iframe|li|main|nav|ol|p|picture|pre|section|script|style|table|tbody|td|th"
    "|thead|tr|ul|video|audio"
)
_VOID = "br|hr|img|wbr"
_ATTRIBUTES = (
    r"""(?:\s+[\w:.-]+\s*=\s*(?:"[^"<>]{0,2000}"|'[^'<>]{0,2000}'|[^\s"'<>]+)){0,30}\s*/?"""
)
_TAG = re.compile(rf"</?(?P<name>{_INLINE}|{_BLOCK}|{_VOID})\b{_ATTRIBUTES}>", re.IGNORECASE)
_ESCAPED_TAG = re.compile(
    rf"&lt;/?(?P<name>{_INLINE}|{_BLOCK}|{_VOID})\b(?:(?!&[lg]t;)[^<>])*&gt;", re.IGNORECASE
)
_ALONE = re.compile(rf"(?:p|{_VOID})\Z", re.IGNORECASE)
"""Elements of which one tag is enough, as it is often the only one."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|iframe|object|svg|template)\b.*?(?:</\1\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_LINE_BREAK = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
_BOUNDARY = re.compile(rf"</?(?:{_BLOCK}|hr)\b[^<>]*>", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n\s*\n")


def has_markup(text: str) -> bool:
    """Whether the string is HTML: two tags that HTML has, or one that often stands alone.

    An angle bracket, or one tag that a text mentions, is none.
    """
    return _are_tags(_TAG, text)


def is_escaped(text: str) -> bool:
    """Whether the string is HTML that was escaped once more than it should have been."""
    return "&lt;" in text and not has_markup(text) and _are_tags(_ESCAPED_TAG, text)


def as_markup(text: str) -> str:
    """The string with HTML in it that was escaped too often as HTML; others as they are."""
    for _ in range(2):
        if is_escaped(text):
            text = html.unescape(text)
        elif "&amp;lt;" in text and is_escaped(once := html.unescape(text)):
            text = once
        else:
            break
    return text


def has_entities(text: str) -> bool:
    """Whether character references of HTML are left in words."""
    if "&" not in text:
        return False
    return any(html.unescape(found) != found for found in _ENTITY.findall(text))


def resolve_entities(text: str) -> str:
    """The words with their characters for the references, which may be escaped twice."""
    for _ in range(2):
        if not has_entities(text):
            break
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return text


def words_of_markup(text: str) -> str:
    """The words of HTML or of plain text, a blank line between blocks; for looking, not keeping."""
    text = as_markup(text)
    if has_markup(text):
        text = _UNSEEN.sub(" ", text)
        text = _LINE_BREAK.sub("\n", text)
        text = _BOUNDARY.sub("\n\n", text)
        text = _TAG.sub("", text)
    text = resolve_entities(text).replace("\r\n", "\n")
    blocks = (block.strip() for block in _BLANK_LINES.split(text))
    return "\n\n".join(block for block in blocks if block)


def line_of_markup(text: str) -> str:
    """The words of a title or name in one line, without tags and references."""
    return " ".join(resolve_entities(_TAG.sub("", as_markup(text))).split())


def _are_tags(pattern: re.Pattern[str], text: str) -> bool:
    return any(
        number > 0 or _ALONE.match(match["name"])
        for number, match in enumerate(pattern.finditer(text))
    )
