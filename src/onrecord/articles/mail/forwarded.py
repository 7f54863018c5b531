"""What in a mail is not the writer's article: forwarded headers, quotations, signatures.

Works on lines, so that it serves plain text and the visible lines of HTML alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.sources.mails.mail_headers import Sender, read_date, read_sender

_MARK = re.compile(
    r"[>\s]*(?:begin forwarded message\s*:?|anfang der weitergeleiteten (?:nachricht|e-?mail)\s*:?"
    r"|d[ée]but du message (?:r[ée]exp[ée]di[ée]|transf[ée]r[ée])\s*:?"
    r"|inizio messaggio inoltrato\s*:?"
    r"|[-_]{2,}\s*(?:forwarded (?:message|by .{1,80})|original message|original-nachricht"
    r"|weitergeleitete nachricht|urspr[üu]ngliche nachricht|message (?:transf[ée]r[ée]|d'origine)"
    r"|mensaje (?:reenviado|original)|messaggio (?:inoltrato|originale)|doorgestuurd bericht"
    r")\s*[-_]{0,}|[-_]{20,})\s*",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"[>\s]*\*?(?P<key>from|von|de|da|van|date|sent|datum|gesendet|envoy[ée](?: le)?|fecha|enviado"
    r"|data|inviato|verzonden|subject|betreff|objet|asunto|oggetto|onderwerp|to|an|[àa]|para"
    r"|aan|cc|bcc|kopie|reply-to|antwort an|resent-\w+)\s*:\s*\*?[ \t]*(?P<value>.*)",
    re.IGNORECASE,
)
_MEANS = {
    "from": "from", "von": "from", "de": "from", "da": "from", "van": "from",
    "date": "date", "sent": "date", "datum": "date", "gesendet": "date", "fecha": "date",
    "enviado": "date", "data": "date", "inviato": "date", "verzonden": "date",
    "subject": "subject", "betreff": "subject", "objet": "subject", "asunto": "subject",
    "oggetto": "subject", "onderwerp": "subject",
}  # fmt: skip
_FEWEST_FIELDS, _MOST_FIELDS = 3, 12
_EMPTY_BEFORE = 3
"""Empty lines between the line that announces a header and its first field, at most."""
_MOST_FOLDED = 20
_MOST_TRIES = 1_000
"""Lines that may begin a header, so that a mail of nothing else takes no minutes."""
_WROTE = re.compile(
    r"(?:on|am|le|el|il|op)\b.{6,200}\b(?:wrote|schrieb.{0,80}|a [ée]crit|escribi[óo]|ha scritto"
    r"|schreef.{0,80})\s*:\s*",
    re.IGNORECASE | re.DOTALL,
)
_LIST_FOOTER = re.compile(r"_{30,}")
_SIGNATURE_LINES = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """The header of a mail inside of a mail, by the lines that it takes up."""

    first: int
    """Number of its first line, with the line that announces it."""
    end: int
    """Number of the line after it."""
    sender: Sender
    date: str = ""
    """As it stands."""
    subject: str = ""

    @property
    def sent(self) -> str | None:
        """When it was sent, as ISO where it is written as mails do, else as it stands."""
        date = read_date(self.date)
        return date.isoformat() if date is not None else self.date or None


def find_forwarded(lines: Sequence[str]) -> Forwarded | None:
    """The innermost header of a forwarded mail.

    A line that announces it and then its fields, `From` and two more; or, without such a
    line, `From` and then both a date and a subject.
    """
    found: Forwarded | None = None
    n = tries = 0
    while n < len(lines) and tries < _MOST_TRIES:
        header = None
        if _MARK.fullmatch(lines[n]) is not None:
            tries += 1
            header = _header(lines, n, n + 1, needed={"from"})
        elif (field := _FIELD.fullmatch(lines[n])) and _meaning(field["key"]) == "from":
            tries += 1
            header = _header(lines, n, n, needed={"from", "date", "subject"})
        found = header or found
        n = header.end if header is not None else n + 1
    return found


def _meaning(key: str) -> str:
    key = key.lower()
    return "date" if key.startswith("envoy") else _MEANS.get(key, key)


def _header(lines: Sequence[str], mark: int, n: int, *, needed: set[str]) -> Forwarded | None:
    """The fields from line `n` on, each folded into the next or apart by an empty line."""
    values: dict[str, str] = {}
    taken = 0
    end = n
    last = ""
    empty = 0
    while n < len(lines) and taken < _MOST_FIELDS:
        text = lines[n].strip("> \t")
        field = _FIELD.fullmatch(lines[n])
        if not text:
            empty += 1
        elif field is not None:
            last = _meaning(field["key"])
            values.setdefault(last, field["value"].strip())
            taken += 1
        elif last and not empty and n - end < _MOST_FOLDED:
            values[last] = f"{values[last]} {text}".strip()
        else:
            break
        n += 1
        if text:
            end, empty = n, 0
        elif empty > (1 if taken else _EMPTY_BEFORE):
            break
    if not needed <= set(values) or taken < _FEWEST_FIELDS:
        return None
    return Forwarded(
        first=mark,
        end=end,
        sender=read_sender(values["from"].replace("[mailto:", "<").replace("*", "")),
        date=values.get("date", ""),
        subject=values.get("subject", ""),
    )


def unquoted(lines: Sequence[str]) -> list[str]:
    """The lines without one mark of quotation, where nearly all have one; else as they are."""
    written = [line for line in lines if line.strip()]
    quoted = sum(line.startswith(">") for line in written)
    if not quoted or quoted < 0.8 * len(written):
        return list(lines)
    return [re.sub(r"^> ?", "", line) for line in lines]


def aside_lines(lines: Sequence[str]) -> dict[int, str]:
    """The lines that are a quotation, a signature or the footer of a list, with the reason.

    Nothing is a quotation where nothing else is left.
    """
    aside = {
        n: "quoted-mail"
        for n, line in enumerate(lines)
        if line.startswith(">") and line.strip("> ")
    }
    for n, line in enumerate(lines):
        if n in aside or not line.strip():
            continue
        if _wrote(lines, n, aside):
            aside[n] = "quoted-mail"
            if not _WROTE.fullmatch(line):
                aside[n + 1] = "quoted-mail"
    for n, line in enumerate(lines):
        if line.rstrip("\r") in {"-- ", "--"} or _LIST_FOOTER.fullmatch(line.strip()):
            rest = [k for k in range(n, len(lines)) if lines[k].strip() and k not in aside]
            if len(rest) <= _SIGNATURE_LINES:
                aside.update(dict.fromkeys(rest, "signature"))
                break
    left = any(line.strip() and n not in aside for n, line in enumerate(lines))
    return aside if left else {}


def _wrote(lines: Sequence[str], n: int, quoted: dict[int, str]) -> bool:
    """Whether a quotation is announced here (`On Monday Ada Reed wrote:`), on a line or two."""
    for size in (1, 2):
        if _WROTE.fullmatch(" ".join(line.strip() for line in lines[n : n + size])):
            after = (k for k in range(n + size, len(lines)) if lines[k].strip())
            return next(after, -1) in quoted
    return False
