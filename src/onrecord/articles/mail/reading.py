"""One mail as an article: its subject and the text that a reader would see."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.articles.evidence import Metadata, Reading
from onrecord.articles.header_lines import read_header
from onrecord.articles.html.verdict import words_of
from onrecord.articles.mail.forwarded import Forwarded
from onrecord.articles.mail.pieces import Letter, Piece, best_piece
from onrecord.articles.segments import Segment
from onrecord.errors import EmptyInput
from onrecord.settings import Limits
from onrecord.sources.mails.mail_headers import Headers, read_sender
from onrecord.sources.mails.mail_origin import (
    archived_at,
    is_outlets,
    is_role,
    outlet_and_author,
    sent_at,
)
from onrecord.sources.mails.mail_parts import take_apart
from onrecord.values.pages import Page
from onrecord.values.vocabulary import Role

_BETWEEN = "\n\n"
_REPLY = re.compile(r"(?:re|aw|sv|antw|odp)(?:\[\d+\])?\s*:\s*", re.IGNORECASE)
_FORWARD = re.compile(r"(?:fwd?|wg|tr|rv|vs|doorst)(?:\[\d+\])?\s*:\s*", re.IGNORECASE)
_LIST_TAG = re.compile(r"\[[^\[\]]{1,60}\]\s*")
_OUTSIDE_TAG = re.compile(r"\[(?:ext(?:ern(?:al)?)?(?: e-?mail)?|spam\??)\]\s*:?\s*", re.IGNORECASE)
_SLUG = re.compile(
    r"(?:BC|AM|PM)-\S|.*\b(?:\d(?:st|nd|rd|th) )?(?:Ld|Lead)(?:\b|-)\s*-?\s*Write-?thru\b|"
    r".*\b\d(?:st|nd|rd|th) Ld\b|.*\bWritethru\b"
)
_NEAR = 12
"""Segments at the beginning of a body among which its own headline stands."""
_HEADLINE_WORDS = 40


def read_mail_page(page: Page, limits: Limits) -> Reading:
    """The reading of one mail: subject, blank line, body; the subject only once.

    1. take the mail apart
    2. of each text that comes in several forms, take the one that holds most of the article
    3. put them together under the subject, or under that of a forwarded mail
    4. who sent it and when, where an outlet did

    Raises:
        EmptyInput: there is no text in it.
    """
    mail = take_apart(page.data, limits.mail_parts)
    title, is_reply = _title(mail.headers)
    letter = Letter(title=title, is_outlets=is_outlets(mail.headers), is_reply=is_reply)
    pieces = [piece for slot in mail.bodies() for piece in best_piece(slot, letter, limits)]
    if not pieces:
        raise EmptyInput(f"{page.name}: the mail holds no text")
    forwarded = next((piece.forwarded for piece in pieces if piece.forwarded), None)
    if forwarded is not None and forwarded.subject:
        title = strip_subject(forwarded.subject, is_list=False)[0]
    is_slug = bool(title and _SLUG.match(title))
    text, segments = _put_together(pieces, title, is_slug=is_slug)
    return Reading(
        text=text,
        segments=segments,
        metadata=_metadata(mail.headers, pieces, forwarded, None if is_slug else title),
        header=read_header(segments),
        notes=tuple(dict.fromkeys(note for piece in pieces for note in piece.notes)),
    )


def strip_subject(subject: str, *, is_list: bool) -> tuple[str, bool]:
    """A subject without `Re:`, `Fwd:` and the tags of lists, and whether it is a reply.

    A word in brackets at the beginning is a list's tag where the mail came through a list or
    stands beside `Re:` or `Fwd:`; elsewhere (`[Update]`) it is the outlet's.
    """
    replies = False
    stripped = is_list
    while True:
        if (match := _REPLY.match(subject)) is not None:
            replies = stripped = True
        elif (match := _FORWARD.match(subject)) is not None:
            stripped, replies = True, False
        elif (match := _OUTSIDE_TAG.match(subject)) is None and (
            match := _tag(subject, stripped=stripped)
        ) is None:
            return subject.strip(), replies
        subject = subject[match.end() :]


def _tag(subject: str, *, stripped: bool) -> re.Match[str] | None:
    match = _LIST_TAG.match(subject)
    if match is None:
        return None
    rest = subject[match.end() :]
    return match if rest and (stripped or _REPLY.match(rest) or _FORWARD.match(rest)) else None


def _title(headers: Headers) -> tuple[str | None, bool]:
    through_list = "mailto:" in headers.text("list-post").lower()
    title, is_reply = strip_subject(headers.text("subject")[:1_000], is_list=through_list)
    return title or None, is_reply


def _put_together(
    pieces: Sequence[Piece], title: str | None, *, is_slug: bool
) -> tuple[str, tuple[Segment, ...]]:
    """The pieces a blank line apart, under the title where they do not have it themselves."""
    texts: list[str] = []
    segments: list[Segment] = []
    if title and (is_slug or not _has_title(pieces[0], title)):
        texts.append(title)
        role, why = (Role.RESIDUE, "slug-line") if is_slug else (Role.HEADLINE, "mail-subject")
        segments.append(
            Segment(start=0, end=len(title), text=title, line=0, markup_role=role, markup_why=why)
        )
    for piece in pieces:
        start = sum(len(text) + len(_BETWEEN) for text in texts)
        line = segments[-1].line + 2 if segments else 0
        for n, segment in enumerate(piece.segments):
            segments.append(
                replace(
                    segment,
                    start=start + segment.start,
                    end=start + segment.end,
                    line=line + segment.line,
                    blank_before=1 if n == 0 and texts else segment.blank_before,
                )
            )
        texts.append(piece.text)
    return _BETWEEN.join(texts), tuple(segments)


def _has_title(piece: Piece, title: str) -> bool:
    """Whether the body begins with the title, or a line near its beginning is or holds it."""
    folded = " ".join(piece.text[: 2 * len(title) + 100].split()).casefold()
    if folded.startswith(" ".join(title.split()).casefold()):
        return True
    wanted = " ".join(words_of(title))
    if not wanted:
        return False
    for segment in [one for one in piece.segments if one.markup_role is not Role.RESIDUE][:_NEAR]:
        words = words_of(segment.text)
        is_heading = segment.markup_role is Role.HEADLINE or segment.tag in {"h1", "h2", "h3"}
        if len(words) > _HEADLINE_WORDS:
            continue
        if " ".join(words) == wanted or (is_heading and f" {wanted} " in f" {' '.join(words)} "):
            return True
    return False


def _metadata(
    headers: Headers, pieces: Sequence[Piece], forwarded: Forwarded | None, title: str | None
) -> Metadata:
    """What the header says: of an outlet's mail who and when, of a person's neither."""
    said = next((piece.said for piece in pieces if piece.said is not None), None)
    sender = read_sender(headers.text("from"))
    published = sent_at(headers) if is_outlets(headers) else None
    outlet, author = outlet_and_author(sender) if is_outlets(headers) else (None, None)
    if forwarded is not None and is_role(forwarded.sender.address):
        outlet, author = outlet_and_author(forwarded.sender)
        published = forwarded.sent
    return Metadata(
        headline=title or (said.headline if said else None),
        dek=said.dek if said else None,
        authors=((author,) if author else ()) or (said.authors if said else ()),
        outlet=outlet or (said.outlet if said else None),
        published=published or (said.published if said else None),
        updated=said.modified if said else None,
        address=archived_at(headers),
        language=said.language if said else None,
        agencies=said.agencies if said else (),
        source="mail",
    )
