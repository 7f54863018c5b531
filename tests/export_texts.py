"""Files as newspaper databases deliver them: their layouts, with articles of our own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

PLACES = ("Torvik", "Port Elm", "Lorvan", "Haldane", "Vesk", "Morrow Bay")
OUTLETS = (
    "The Harbour Gazette (Port Elm)",
    "The Valley Courier",
    "Associated Press International",
    "Agence France Presse -- English",
    "Reuters News",
)
NAMES = ("Jane Roe", "Tomas Varga", "Ilse Brandt", "Peter Hale", "Mara Soto")
RULE = "_" * 60


@dataclass(frozen=True, slots=True)
class Told:
    """One article of the files below, and what must be read of it."""

    number: int

    @property
    def title(self) -> str:
        return f"Council clears house {self.number} below the wall at {self.place}"

    @property
    def place(self) -> str:
        return PLACES[self.number % 6]

    @property
    def outlet(self) -> str:
        return OUTLETS[self.number % 5]

    @property
    def day(self) -> date:
        return date(2021, 1, 3) + timedelta(days=self.number)

    @property
    def author(self) -> str | None:
        return NAMES[self.number % 5] if self.number % 4 else None

    @property
    def paragraphs(self) -> list[str]:
        town, n = self.place, self.number
        return [
            f"The council of {town} said on Tuesday that house {n} below the old wall is to be"
            " cleared before the river rises, and that its people will sleep in the school.",
            f"“Nobody will be left without a roof in mark{n}mark,” the mayor told a meeting in the"
            " hall, where the owners of the mill had asked for more time.",
            "Engineers of the province have looked at the wall twice since the autumn, and they"
            f" found {n + 2} cracks in it that were not there when the mill was shut.",
        ]

    def american(self, *, weekday: bool = True) -> str:
        return f"{self.day:%B} {self.day.day}, {self.day.year}" + (
            f" {self.day:%A}" if weekday else ""
        )

    def british(self) -> str:
        return f"{self.day.day} {self.day:%B} {self.day.year}"


def told(count: int) -> list[Told]:
    """The articles of a file, from 1."""
    return [Told(n) for n in range(1, count + 1)]


def nexis_uni(count: int, *, cover: bool = True, gap: str = "\n\n") -> str:
    lines: list[str] = []
    if cover:
        lines += ["User Name: Jane Roe", "Date and Time: Wednesday, 7 April 2021 10:22:00 AM CEST"]
        lines += ["Job Number: 123456789", f"Documents ({count})"]
        for one in told(count):
            lines += [f"{one.number}. {one.title}", "Client/Matter: -None-", "Narrowed by:"]
            lines += ["Content Type\tNarrowed by", "News\tTimeline: Jan 01, 2021 to Dec 31, 2021"]
        lines.append("\f")
    for one in told(count):
        stamp = one.american() + (" 9:30 AM GMT" if one.number % 3 == 0 else "")
        lines += [one.title, one.outlet, stamp + (", Final Edition" if one.number % 5 == 0 else "")]
        lines += [f"Copyright {one.day.year} {one.outlet} All Rights Reserved"]
        lines += ["Section: NEWS; Pg. 4", f"Length: {600 + one.number} words"]
        lines += [f"Byline: {one.author}"] if one.author else []
        lines += [f"Dateline: {one.place.upper()}"] if one.number % 2 else []
        lines += ["Highlight: The houses go before the water comes"] if one.number % 3 == 1 else []
        lines += ["Body", *one.paragraphs]
        if one.number % 2 == 0:
            lines += ["Graphic", f"Photo: The wall at {one.place} on Monday, with two lorries."]
        lines += ["Classification", "Language: ENGLISH", "Publication-Type: Newspaper"]
        lines += ["Subject: DAMS (91%); FLOODS & FLOODING (90%)", "Industry: WATER (78%)"]
        lines += [f"Load-Date: {(one.day + timedelta(days=1)):%B} 28, 2022", "End of Document"]
    return gap.join(lines)


def lexis_nexis(count: int) -> str:
    """Wrapped at 72 characters, title and outlet in the middle of the line."""
    blocks = ["Download Request: Selected Items\nTime Of Request: Friday, April 9, 2021  16:51:31"]
    for one in told(count):
        edition = "\n                    Late Edition - Final" if one.number % 4 == 0 else ""
        blocks += [f"                    {one.number} of {count} DOCUMENTS\n\n"]
        blocks += [
            f"                    {one.outlet}",
            f"                    {one.american()}{edition}",
        ]
        blocks += [_wrapped(one.title, 40)]
        blocks += [f"BYLINE: {one.author.upper()}"] if one.author else []
        blocks += ["SECTION: NEWS; Pg. 6", f"LENGTH: {500 + one.number} words"]
        blocks += [_wrapped(paragraph, 72) for paragraph in one.paragraphs]
        blocks += [f"LOAD-DATE: {one.american(weekday=False)}", "LANGUAGE: ENGLISH"]
        blocks += [
            f"                    Copyright {one.day.year} {one.outlet}\n          All Rights Reserved"
        ]
    return "\n\n".join(blocks) + "\n"


def _wrapped(text: str, width: int) -> str:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) < width:
            lines[-1] = f"{lines[-1]} {word}".strip()
        else:
            lines.append(word)
    return "\n".join(lines)


def document_line(one: Told) -> str:
    return f"Document HARGAZ00{one.day:%Y%m%d}eh4{one.number:05d}x"


def factiva(count: int, *, gap: str = "\n\n") -> str:
    lines: list[str] = []
    for one in told(count):
        lines += ["World News"] if one.number % 3 == 0 else []
        lines += [one.title]
        lines += [("By " if one.number % 2 else "") + one.author] if one.author else []
        lines += [f"{600 + one.number} words", one.british()]
        lines += ["09:30 GMT"] if one.number % 2 else []
        lines += [one.outlet, "HARGAZ", "A4", "English"]
        lines += [f"(c) {one.day.year} {one.outlet}. All rights reserved.", *one.paragraphs]
        lines += [document_line(one)]
        lines += [f"Page {one.number} of {count} © 2021 Factiva, Inc. All rights reserved."]
    return gap.join([*lines, "Search Summary", "Text\twall AND water", "© 2021 Factiva, Inc."])


def factiva_codes(count: int, *, between: str = "\n") -> str:
    blocks: list[str] = []
    for one in told(count):
        pairs = [("HD", one.title)]
        pairs += [("BY", f"By {one.author}")] if one.author else []
        pairs += [("WC", "640 words"), ("PD", one.british()), ("SN", one.outlet), ("SC", "HARGAZ")]
        pairs += [("LA", "English"), ("CY", f"(c) {one.day.year} {one.outlet}")]
        pairs += [("LP", one.paragraphs[0]), ("TD", "\n\n".join(one.paragraphs[1:]))]
        pairs += [("CO", "harwat : Harbour Water Ltd"), ("NS", "gdam : Dams | gcat : News")]
        pairs += [("AN", document_line(one))]
        blocks += [f"{code}{between}{value}" for code, value in pairs]
    return "\n\n".join(blocks)


def proquest(count: int) -> str:
    contents = "\n".join(f"{one.number}. {one.title}" for one in told(count))
    blocks = [
        "Report Information from ProQuest\n\n7 April 2021 10:22",
        f"Table of contents\n\n{contents}",
    ]
    for one in told(count):
        lines = [f"Document {one.number} of {count}", one.title]
        if one.author:
            first, last = one.author.split()
            lines += [f"Author: {last}, {first}"]
        lines += [
            f"Publication info: {one.outlet} ; {one.place} [{one.place}]. {one.day:%d %b %Y}: A.4."
        ]
        lines += [f"http://search.example/docview/{one.number}", "Abstract: Houses are cleared."]
        lines += [f"Full text: {one.paragraphs[0]}", *one.paragraphs[1:]]
        lines += [
            "Subject: Dams; Floods",
            f"Title: {one.title}",
            f"Publication title: {one.outlet}",
        ]
        lines += ["Pages: A.4", f"Publication date: {one.day:%b} {one.day.day}, {one.day.year}"]
        lines += ["Publisher: Harbour Media Ltd", "Source type: Newspapers"]
        lines += [f"ProQuest document ID: {one.number}", "Last updated: 2022-12-08"]
        blocks.append("\n\n".join(lines))
    blocks.append("Bibliography\n\nCitation style: APA 6th\n\n" + contents)
    return f"{RULE}\n\n" + f"\n\n{RULE}\n\n".join(blocks)


def newsbank(count: int) -> str:
    blocks = []
    for one in told(count):
        lines = [f"Title: {one.title}", f"Date: {one.american(weekday=False)}"]
        lines += [f"Author(s): {one.author}"] if one.author else []
        lines += [f"Source: {one.outlet}", "Section: News", "Page: A4"]
        text = "\n\n".join(one.paragraphs)
        blocks.append("\n".join(lines) + f"\n\n{text}\n\nRecord Number: 0F{one.number:06d}AB\n\n")
        blocks.append(f"Copyright (c) 2021 {one.outlet}")
    return "\n\n".join(blocks)


def headed(count: int, *, key: str = "Headline: ") -> str:
    """A block of header lines over each article, by a person; without `key` the title is bare."""
    blocks = []
    for one in told(count):
        author = f"Author: {one.author}\n" if one.author else ""
        lines = f"{key}{one.title}\nSource: {one.outlet}\nDate: {one.british()}\n{author}"
        blocks.append(lines + "\n" + "\n\n".join(one.paragraphs))
    return "\n\n\n".join(blocks)


def separated(count: int, *, by: str = "-----") -> str:
    blocks = []
    for one in told(count):
        author = f"By {one.author}\n" if one.author else ""
        head = f"{one.title}\n{one.outlet}\n{one.american(weekday=False)}\n{author}\n"
        blocks.append(head + "\n\n".join(one.paragraphs))
    return f"\n\n{by}\n\n".join(blocks)


def numbered(count: int) -> str:
    blocks = ["Press review of the water desk"]
    for one in told(count):
        head = f"{one.number}. {one.title}\n{one.outlet}, {one.british()}\n"
        blocks.append(f"{head}\n" + "\n\n".join(one.paragraphs))
    return "\n\n".join(blocks)


def europresse(count: int) -> str:
    lines = []
    for one in told(count):
        lines += [one.outlet, f"News, {one.british()} 640 words, p. 8", one.title, *one.paragraphs]
        lines += [f"© {one.day.year} {one.outlet}. All rights reserved."]
        lines += [f"news·{one.day:%Y%m%d}·HG·{one.number:04d}"]
    return "\n\n".join(lines)


DATABASES: dict[str, tuple[Callable[[int], str], str]] = {
    "nexis-uni": (nexis_uni, "Nexis Uni"),
    "nexis-uni-tight": (lambda n: nexis_uni(n, cover=False, gap="\n"), "Nexis Uni"),
    "lexis-nexis": (lexis_nexis, "LexisNexis"),
    "factiva": (factiva, "Factiva"),
    "factiva-tight": (lambda n: factiva(n, gap="\n"), "Factiva"),
    "factiva-codes": (factiva_codes, "Factiva"),
    "factiva-codes-beside": (lambda n: factiva_codes(n, between="    "), "Factiva"),
    "factiva-codes-cells": (lambda n: factiva_codes(n, between=" | "), "Factiva"),
    "proquest": (proquest, "ProQuest"),
    "newsbank": (newsbank, "Newsbank"),
}
"""Name -> what makes the file, and the layout by which it is known."""
FORMS: dict[str, tuple[Callable[[int], str], str]] = {
    "europresse": (europresse, "Europresse"),
    "headed": (headed, "headers with Title:"),
    "title-over-header": (lambda n: headed(n, key=""), "headers with Source:"),
    "separated": (separated, "lines of -----"),
    "starred": (lambda n: separated(n, by="*" * 12), "lines of *****"),
    "pages": (lambda n: separated(n, by="\f"), "page breaks"),
    "numbered": (numbered, "numbered heads"),
}
