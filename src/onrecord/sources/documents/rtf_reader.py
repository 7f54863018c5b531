"""The tokens of an RTF document, one pass over its bytes without recursion.

Groups that hold no text, pictures above all, are passed over in one stride.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from onrecord.errors import BrokenInput
from onrecord.sources.documents.document_paragraphs import DocumentParagraph, Place, StyleMark
from onrecord.sources.documents.rtf_groups import (
    field_code,
    goes_on,
    group_end,
    next_document,
    title_of,
)
from onrecord.sources.documents.rtf_paragraph import State, Story
from onrecord.sources.documents.rtf_tables import Fonts, code_page, read_fonts, read_styles
from onrecord.sources.documents.rtf_words import (
    BOXES,
    LETTERS,
    MARGINS,
    PASSED,
    STARRED,
    SYMBOLS,
    TOKEN,
    letter_of,
)

_UNIT = re.compile(rb"\\u(-?[0-9]{1,10}) ?")
_PAGE_FIELDS = frozenset({b"PAGE", b"NUMPAGES", b"SECTIONPAGES"})
_MOST_GROUPS = 2_000_000


class RtfReader:
    """The state of one reading; `run` fills what is public."""

    def __init__(self, data: bytes, shown: str, *, around: RtfReader | None = None) -> None:
        self.counts: Counter[str] = Counter()
        self.notes: list[DocumentParagraph] = []
        self.margins: list[DocumentParagraph] = []
        self.title: str | None = None
        self.cut_short = False
        self.fonts: Fonts = Fonts() if around is None else around.fonts
        self._styles: dict[int, StyleMark] = {}
        self.text = self._story(Place.TEXT)
        self._data = data
        self._at = max(0, data.find(b"{"))
        self._shown = shown
        self._is_inner = around is not None
        self._state: State = State()
        self._groups: list[State] = []
        self._stories: list[tuple[Story, str, int]] = [(self.text, "", 0)]
        """Innermost last: the story, the word that began it, groups around its own."""
        self._stand_ins = 0
        """Characters still to leave out, since a `\\uN` before them says the same."""
        self._starred = False
        self._field = b""
        self._past_end = False
        self._says_twice = False

    def run(self) -> None:
        """Read all tokens; then close what is open."""
        data, end = self._data, len(self._data)
        while self._at < end:
            token = TOKEN.match(data, self._at)
            if token is None:  # no byte begins no token; kept so that nothing can loop
                break
            self._at = token.end()
            word = token["word"]
            if word is not None and word not in _READ and not self._starred:
                self._stand_ins = 0  # one of the many words that only say how text looks
                continue
            _TOKENS[token.lastgroup or "blank"](self, token)
        self.cut_short = bool(self._groups)
        while len(self._stories) > 1:
            self._close_story()
        self.text.end_paragraph(self._state)

    def _story(self, place: Place) -> Story:
        return Story(place, self.fonts, self._styles, self.counts)

    @property
    def _now(self) -> Story:
        return self._stories[-1][0]

    # groups

    def _brace(self, token: re.Match[bytes]) -> None:
        self._stand_ins, self._starred = 0, False
        if token["brace"] == b"{":
            if len(self._groups) >= _MOST_GROUPS:
                raise BrokenInput(f"{self._shown} has more than {_MOST_GROUPS:,} groups in groups")
            self._groups.append(self._state)
            if self._says_twice:  # the same stands in Unicode in the group after this one
                self._says_twice = False
                self._at = group_end(self._data, self._at)
        elif self._groups:
            if len(self._stories) > 1 and self._stories[-1][2] == len(self._groups):
                self._close_story()
            self._state = self._groups.pop()
            if not self._groups and not self._past_end:
                self._end_document()

    def _end_document(self) -> None:
        """Past the last brace: another document, the rest of one with a brace too many, or
        bytes of no matter."""
        again = next_document(self._data, self._at)
        if again is not None:
            self.text.break_page(self._state)
            self._at, self._state = again, State()
        elif goes_on(self._data, self._at):
            self._past_end = True
        else:
            self.counts["behind"] = len(self._data[self._at :].strip(b"\0 \r\n\t\x1a"))
            self._at = len(self._data)

    def _destination(self, word: str, starred: bool) -> bool:
        """Whether a word says what its group is for, and that was seen to."""
        if word in PASSED or (starred and word not in STARRED):
            self._pass(word)
        elif word in MARGINS or word in BOXES or word == "footnote":
            place = Place.NOTE if word == "footnote" else Place.TEXT
            story = self._story(Place.MARGIN if word in MARGINS else place)
            self._stories.append((story, word, len(self._groups)))
        elif word == "fldrslt" and self._field in _PAGE_FIELDS:
            self._field = b""
            self._pass(word)
        elif word == "upr":
            self._says_twice = True
        else:
            return False
        return True

    def _close_story(self) -> None:
        story, word, _ = self._stories.pop()
        story.end_paragraph(self._state)
        if word in MARGINS:
            self.margins += story.paragraphs
        elif word == "footnote":
            self.notes += story.paragraphs
        else:
            self._now.add_box(story.paragraphs)

    def _pass(self, word: str) -> None:
        """Pass over the group that a word began, with what is to be had from it."""
        begin, self._at = self._at, group_end(self._data, self._at)
        if word == "pict":
            self.counts["pictures"] += 1
        elif word == "annotation":
            self.counts["comments"] += 1
        elif word in ("listtext", "pntext"):
            self._now.listed = True
        elif word == "fonttbl":
            self.fonts.by_number = read_fonts(self._data[begin : self._at])
        elif word == "stylesheet":
            self._styles.clear()
            self._styles.update(read_styles(self._data[begin : self._at]))
        elif word == "fldinst":
            self._field = field_code(self._data, begin, self._at)
        elif word == "info" and not self._is_inner:
            self._read_title(begin)

    def _read_title(self, begin: int) -> None:
        words = title_of(self._data, begin, self._at)
        if words is not None:
            inner = RtfReader(words, self._shown, around=self)
            inner.run()
            self.title = " ".join(paragraph.text for paragraph in inner.text.paragraphs) or None

    # words and text

    def _word(self, token: re.Match[bytes]) -> None:
        word = token["word"].decode("ascii")
        number = None if token["number"] is None else int(token["number"])
        starred, self._starred = self._starred, False
        stand_in, self._stand_ins = self._stand_ins, 0
        if len(self._groups) > 1 and self._destination(word, starred):
            return
        if (letter := LETTERS.get(word)) is not None:
            if not stand_in or letter.isspace():
                self._now.write(letter, self._state)
        elif (action := _WORDS.get(word)) is not None:
            action(self, number)

    def _units(self, token: re.Match[bytes]) -> None:
        """Characters by number, each with one that stands in for it."""
        self._starred, self._stand_ins = False, 0
        if self._state.skip == 1:
            letters = [letter_of(int(number)) for number in _UNIT.findall(token["units"])]
            self._now.write("".join(letters), self._state)
        elif (first := _UNIT.match(self._data, token.start())) is not None:
            self._at = first.end()
            self._unicode(int(first[1]))

    def _hex(self, token: re.Match[bytes]) -> None:
        self._bytes(bytes.fromhex(token["hex"].replace(b"\\'", b"").decode()), raw=False)

    def _plain(self, token: re.Match[bytes]) -> None:
        self._bytes(token["text"], raw=True)

    def _bytes(self, data: bytes, *, raw: bool) -> None:
        self._starred = False
        left_out = min(self._stand_ins, len(data))
        self._stand_ins -= left_out
        if left_out < len(data):
            self._now.write_bytes(data[left_out:], self._state, raw=raw)

    def _symbol(self, token: re.Match[bytes]) -> None:
        symbol = token["symbol"]
        self._starred = symbol == b"*"
        if symbol in (b"\n", b"\r"):
            self._stand_ins = 0
            self._now.end_paragraph(self._state)
        elif self._stand_ins and not self._starred:
            self._stand_ins -= 1
        elif symbol in SYMBOLS:
            self._now.write(SYMBOLS[symbol], self._state)

    def _unicode(self, number: int | None) -> None:
        letter = "" if number is None else letter_of(number)
        self._now.write(letter, self._state)
        self._stand_ins = self._state.skip if letter or number is None else 0

    def _binary(self, number: int | None) -> None:
        self._at += max(0, number or 0)

    def _paragraph_default(self, _: int | None) -> None:
        self._set(style=0, outline=None, listed=False, in_table=False)

    def _unseen(self, kind: str, number: int | None) -> None:
        if number != 0:
            self._set(unseen=kind)
        elif self._state.unseen == kind:
            self._set(unseen="")

    def _encoding(self, encoding: str | None) -> None:
        self.fonts.encoding = encoding or self.fonts.encoding

    def _new_page(self, is_new: bool) -> None:
        self._now.new_page = is_new

    def _set(self, **values: object) -> None:
        self._state = self._state._replace(**values)  # type: ignore[arg-type]


_TOKENS: dict[str, Callable[[RtfReader, re.Match[bytes]], None]] = {
    "units": RtfReader._units,
    "word": RtfReader._word,
    "number": RtfReader._word,
    "hex": RtfReader._hex,
    "symbol": RtfReader._symbol,
    "brace": RtfReader._brace,
    "text": RtfReader._plain,
    "blank": lambda *_: None,
}
_WORDS: dict[str, Callable[[RtfReader, int | None], None]] = {
    "u": RtfReader._unicode,
    "uc": lambda reader, n: reader._set(skip=min(8, max(0, 1 if n is None else n))),
    "bin": RtfReader._binary,
    "par": lambda reader, _: reader._now.end_paragraph(reader._state),
    "sect": lambda reader, _: reader._now.break_page(reader._state),
    "page": lambda reader, _: reader._now.break_page(reader._state),
    "pagebb": lambda reader, n: reader._new_page(n != 0),
    "sbknone": lambda reader, _: reader._new_page(False),
    "sbkcol": lambda reader, _: reader._new_page(False),
    "cell": lambda reader, _: reader._now.end_cell(reader._state),
    "nestcell": lambda reader, _: reader._now.end_cell(reader._state),
    "row": lambda reader, _: reader._now.end_row(reader._state),
    "nestrow": lambda reader, _: reader._now.end_row(reader._state),
    "pard": RtfReader._paragraph_default,
    "s": lambda reader, n: reader._set(style=n or 0),
    "outlinelevel": lambda reader, n: reader._set(outline=n),
    "ls": lambda reader, n: reader._set(listed=bool(n)),
    "intbl": lambda reader, _: reader._set(in_table=True),
    "f": lambda reader, n: reader._set(font=n),
    "plain": lambda reader, _: reader._set(font=None, unseen="", inserted=False),
    "v": lambda reader, n: reader._unseen("hidden", n),
    "deleted": lambda reader, n: reader._unseen("deleted", n),
    "revised": lambda reader, n: reader._set(inserted=n != 0),
    "deff": lambda reader, n: setattr(reader.fonts, "default", n),
    "ansicpg": lambda reader, n: reader._encoding(code_page(n)),
    "mac": lambda reader, _: reader._encoding("mac_roman"),
    "pc": lambda reader, _: reader._encoding("cp437"),
    "pca": lambda reader, _: reader._encoding("cp850"),
    "cocoartf": lambda reader, _: setattr(reader.fonts, "follows_document", True),
}
_READ = frozenset(
    word.encode()
    for word in (*_WORDS, *LETTERS, *PASSED, *STARRED, *MARGINS, *BOXES, "fldrslt", "upr")
)
"""All words that are looked at."""
