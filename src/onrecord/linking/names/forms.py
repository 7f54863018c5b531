"""One printed name taken apart: its words, title, generation, and what it is known to stand for.

`parse` keeps the name itself: a title before it, a suffix after it, what is said of it behind a
comma or bracket and the place behind `in` are cut off.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicon.name_aliases import AliasKind, Known, name_aliases
from onrecord.lexicon.name_words import NameWords, name_words
from onrecord.linking.names.cores import TOKEN, core_of
from onrecord.linking.names.folding import folded_words
from onrecord.values.vocabulary import EntityType

_REGNAL = frozenset({"king", "queen", "prince", "princess", "pope", "emir", "sultan", "duke"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """A printed name, taken apart."""

    printed: str
    """The name itself as printed."""
    words: tuple[str, ...]
    """Its folded words, without articles, generation and suffix of a company."""
    generation: str = ""
    """`jr`, `iii`; empty where none is printed."""
    title: tuple[str, ...] = ()
    """Folded words of the titles cut off before it."""
    gender: str = ""
    """As its title tells."""
    regnal: str = ""
    """Title of those who are called by their first name: `pope`."""
    known: Known | None = None
    """What the form stands for by general knowledge."""
    short: bool = False
    """Whether it is written in capitals throughout and looks like an abbreviation."""
    article: bool = False
    """Whether `al-` or its like stands before its last word."""
    suffixed: bool = False
    """Whether the suffix of a company stands behind it: `Inc.`"""

    @property
    def bare(self) -> bool:
        """Whether it is one word that may be part of a longer name."""
        return len(self.words) == 1 and not self.regnal


@lru_cache(maxsize=20_000)
def parse(raw: str, kind: EntityType, title: str = "") -> NameForm | None:
    """A printed name taken apart; None where no name is in it.

    Args:
        raw: as it stands in the text, possessive ending and all.
        kind: what it was taken for.
        title: the title printed before it, outside of it.
    """
    words = name_words()
    core = core_of(" ".join(raw.split()), words)
    known = _known(core, words)
    titles = tuple(folded_words(title))
    if known is None:
        before, core = _without_office(core, words)
        titles += before
        known = _known(core, words)
    if known is None and (kind is EntityType.PERSON or _has_courtesy(core, words)):
        cut, core = _without_title(core, words)
        titles += cut
        known = _known(core, words)
    tokens = folded_words(core.replace(" & ", " and "), initials=kind is EntityType.PERSON)
    if tokens and tokens[0] == "the":
        tokens = tokens[1:]
    if not tokens or (known is None and _names_nothing(tokens, kind, words)):
        return None
    generation, tokens = _generation(tokens, words)
    article = len(tokens) > 1 and tokens[-2] in words.articles
    tokens = _without_articles(tokens, core, words)
    whole = tokens = (
        tuple(words.written_out.get(t, t) for t in tokens) if len(tokens) > 1 else tokens
    )
    if kind is not EntityType.PERSON:
        tokens = _without_suffix(tokens, words, shortest=3 if kind is EntityType.PLACE else 1)
    letters = [c for c in core if c.isalpha()]
    return NameForm(
        printed=core,
        words=tokens,
        generation=generation,
        title=titles,
        gender=_gender(titles, words),
        regnal=next((t for t in titles[-1:] if t in _REGNAL and len(tokens) == 1), ""),
        known=known,
        short=len(folded_words(core)) == 1 and 2 <= len(letters) <= 6 and _mostly_capitals(core),
        article=article,
        suffixed=len(tokens) < len(whole),
    )


def _known(core: str, words: NameWords) -> Known | None:
    """What a name stands for, with or without the suffix of a company."""
    found = name_aliases().known(core)
    parts = core.split()
    while found is None and len(parts) > 1 and folded_words(parts[-1])[:1]:
        if folded_words(parts[-1])[0] not in words.company_suffixes:
            break
        parts = parts[:-1]
        found = name_aliases().known(" ".join(parts).rstrip(","))
    return found or _of_nation(core)


def _of_nation(core: str) -> Known | None:
    """An organisation's name behind that of its country: `the United States Federal Reserve`."""
    parts = core.removeprefix("the ").removeprefix("The ").split()
    for length in (2, 1):
        nation = name_aliases().known(" ".join(parts[:length]))
        if nation is not None and nation.kind is AliasKind.COUNTRY and len(parts) > length:
            found = name_aliases().known(" ".join(parts[length:]))
            if found is not None and found.kind is AliasKind.ORGANISATION:
                return found
    return None


def _names_nothing(tokens: tuple[str, ...], kind: EntityType, words: NameWords) -> bool:
    """A pronoun, or titles and common words alone: `the Prime Minister`, `Police`."""
    if (
        tokens[-1] in words.roles
        or tokens[-1] in words.zones
        or (len(tokens) == 1 and tokens[0] in words.not_names)
    ):
        return True
    if kind is EntityType.ORGANISATION or (len(tokens) == 1 and kind is not EntityType.OTHER):
        return False
    empty = [words.titles, words.title_small, words.small]
    if len(tokens) == 1:
        empty += [words.generic, words.feminine, words.masculine]
    return all(any(token in some for some in empty) for token in tokens)


def _mostly_capitals(core: str) -> bool:
    letters = [c for c in core if c.isalpha()]
    return sum(c.isupper() for c in letters) >= len(letters) - (1 if len(letters) > 2 else 0)


def _has_courtesy(core: str, words: NameWords) -> bool:
    first = folded_words(core)[:1]
    return bool(first) and first[0] in (words.courtesy_m | words.courtesy_f | {"dr"})


def _without_title(core: str, words: NameWords) -> tuple[tuple[str, ...], str]:
    """The title words at the beginning of a person's name, and the name without them."""
    tokens = list(TOKEN.finditer(core))
    folded = [" ".join(folded_words(t[0])) for t in tokens]
    at = 0
    while at < len(tokens) - 1:
        if folded[at] in words.titles or _is_nation(folded[at], at):
            at += 1
        elif at > 0 and folded[at] in words.title_small:
            at = _after_nation(folded, at)
        else:
            break
    inside = [n for n, w in enumerate(folded[:-2]) if n > at and w in words.offices]
    if inside:
        # What stands before an office inside of a name is where it is held: `Vale Air CEO Kim Oro`.
        at = inside[-1] + 1
    while at > 0 and folded[at - 1] in words.title_small:
        at -= 1
    if at == 0 or not any(w in words.titles for w in folded[:at]):
        return (), core
    return tuple(w for w in folded[:at] if w not in words.title_small), core[tokens[at].start() :]


def _without_office(core: str, words: NameWords) -> tuple[tuple[str, ...], str]:
    """`Vale Air CEO Kim Oro`, whatever it was taken for: the office with what stands before it,
    and the person."""
    tokens = list(TOKEN.finditer(core))
    if len(tokens) < 3:
        return (), core
    folded = [" ".join(folded_words(t[0])) for t in tokens]
    thing = words.organisation_heads | words.generic | words.place_heads | words.small
    for n in range(len(tokens) - 3, 0, -1):
        rest = folded[n + 1 :]
        if folded[n] in words.roles and len(rest) <= 3 and not thing & set(rest):
            return tuple(folded[: n + 1]), core[tokens[n + 1].start() :]
    return (), core


def _after_nation(folded: list[str], at: int) -> int:
    """Behind `of the` a country belongs to the title: where it ends, else behind the word."""
    while at < len(folded) - 1 and folded[at] in name_words().title_small:
        at += 1
    for length in (3, 2, 1):
        if at + length < len(folded) and name_aliases().known(" ".join(folded[at : at + length])):
            return at + length
    return at


def _is_nation(word: str, at: int) -> bool:
    found = name_aliases().known(word.upper() if len(word) < 4 else word)
    return found is not None and found.how in ("adjective", "name", "other-name") and at < 3


def _generation(tokens: tuple[str, ...], words: NameWords) -> tuple[str, tuple[str, ...]]:
    if len(tokens) > 1 and tokens[-1] in words.generations:
        return words.generations[tokens[-1]], tokens[:-1]
    return "", tokens


def _without_articles(tokens: tuple[str, ...], core: str, words: NameWords) -> tuple[str, ...]:
    """Articles inside a name are left out; before its first word only where written small."""
    if len(tokens) < 2:
        return tokens
    first = tokens[0]
    lead = first in words.articles and (core[:1].islower() or core[2:3] == "-")
    kept = tokens[1:] if lead else tokens
    inner = tuple(t for n, t in enumerate(kept) if n == 0 or t not in words.articles)
    return inner or tokens


def _without_suffix(tokens: tuple[str, ...], words: NameWords, *, shortest: int) -> tuple[str, ...]:
    kept = tokens
    while len(kept) > 1 and kept[-1] in words.company_suffixes and len(kept[-1]) >= shortest:
        kept = kept[:-1]
    return tokens if len(kept) == 1 and kept[0] in words.generic else kept


def _gender(titles: tuple[str, ...], words: NameWords) -> str:
    found = {
        "m" if t in words.courtesy_m or t in words.masculine else "f"
        for t in titles
        if t in words.courtesy_m | words.courtesy_f | words.masculine | words.feminine
    }
    return found.pop() if len(found) == 1 else ""
