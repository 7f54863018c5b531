"""Is it the article or a taste of it: what the words of a feed's entry tell.

All texts here are plain words, as `words_of_markup` gives them.
"""

from __future__ import annotations

import re

_ENOUGH_WORDS = 100
_ENOUGH_WITH_PARAGRAPHS = 60
_SHORT = 150
"""Words: a content under this that is cut off is a taste; a longer one merely ends oddly."""
_LAST_WORDS = 15
"""Words: a last line this short may be nothing but a pointer to the page."""
_DOTS = re.compile(r"(?:\.\.\.|…|\[\s*(?:\.\.\.|…|&hellip;)\s*\]|\(\s*(?:\.\.\.|…)\s*\))[»>→\s]*\Z")
_POINTER = re.compile(
    r"""[\[(<«»>→\s]*(?:
        (?:read|see|view|find|learn)\ (?:more|on|the\ (?:rest|full|whole|entire|original)\b
          |(?:full|whole|entire)\ (?:article|story|post|report))
      | (?:continue|keep)\ reading | (?:full|more|original)\ (?:article|story|post|report|text)\b
      | click\ here | more\b\W*\Z | more\ at\b
      | the\ (?:article|post)\ .{0,300}\ appeared\ first\ on
      | weiterlesen | mehr\ (?:lesen|dazu) | den\ (?:ganzen|vollständigen)\ (?:artikel|text)
      | lire\ (?:la\ suite|plus|l['’]article) | leer\ más | seguir\ leyendo
      | leggi\ (?:tutto|di\ più) | continua\ a\ leggere | ler\ mais | leia\ mais
      | continue\ (?:lendo|a\ ler) | lees\ (?:meer|verder) | läs\ mer | les\ mer | læs\ mere
      | читать\ (?:далее|полностью) | czytaj\ (?:dalej|więcej)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_POINTER_AT_END = re.compile(
    r"(?:\.{3}|…|[.!?\])»])\s*[\[(]?(?:read more|read the (?:full|rest|whole)[\w ]{0,30}"
    r"|continue reading[^.!?]{0,120}|weiterlesen|lire la suite|leer más)[\])]?[.…»›>→\s]*\Z",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"\s*\bthe (?:article|post)\s.{1,400}?\sappeared first on\s[^\n]{1,200}\Z",
    re.IGNORECASE | re.DOTALL,
)
_WORD = re.compile(r"\w+")


def is_article(description: str) -> bool:
    """Whether a description, the only text of its entry, reads as the article itself.

    It does with 100 words, or 60 in two paragraphs, unless it is cut off or ends in a
    pointer to the page.
    """
    if is_cut(description) or _has_footer(description):
        return False
    count = len(description.split())
    several = "\n\n" in description
    return count >= (_ENOUGH_WITH_PARAGRAPHS if several else _ENOUGH_WORDS)


def is_taste(content: str) -> bool:
    """Whether a content, which should be the article, is short and cut off."""
    return len(content.split()) < _SHORT and is_cut(_FOOTER.sub("", content))


def _has_footer(words: str) -> bool:
    return _FOOTER.search(words[-700:]) is not None


def is_cut(words: str) -> bool:
    """Whether a text ends in dots, or its last line points to where it goes on."""
    ending = words.rstrip()[-600:]
    if _DOTS.search(ending) or _POINTER_AT_END.search(ending):
        return True
    last = ending.rsplit("\n", 1)[-1]
    return len(last.split()) <= _LAST_WORDS and _POINTER.match(last) is not None


def find_dek(summary: str, text: str) -> str | None:
    """The summary where it adds to the text: no cut-off copy of its beginning."""
    if not summary or is_cut(summary) or _has_footer(summary):
        return None
    own = _WORD.findall(summary.casefold())
    beginning = _WORD.findall(text[: 2 * len(summary) + 200].casefold())
    if not own or beginning[: len(own)] == own:
        return None
    return " ".join(summary.split())
