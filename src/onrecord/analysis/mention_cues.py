"""What the words around a name tell of it: apposition, gender, kinship, government."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.analysis.mention_places import place_cue
from onrecord.lexicon.name_aliases import name_aliases, plain_form
from onrecord.lexicon.name_words import name_words
from onrecord.lexicon.places import is_place
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_UNSETTLED = (EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE, EntityType.OTHER)
_OWNERS = frozenset({"his", "her", "their"})
_LONGEST = 18
"""Words of an apposition; a longer one is cut."""
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "cc", "appos", "parataxis"})


def description_of(name: Tokens) -> Span | None:
    """The apposition after a name, without clauses that hang on it: `a former chief of staff`."""
    after = name.end
    if after >= len(name.doc) or name.doc[after].text not in (",", "(", "—", "-"):
        return None
    for child in name.root.children:
        if child.dep_ == "appos" and child.i >= after and child.pos_ != "NUM":
            return _span_of(child, after)
    return None


def _span_of(head: Token, after: int) -> Span | None:
    """The words that hang on the head of an apposition, up to its first clause."""
    if head.ent_type_ in ("CARDINAL", "DATE"):
        return None
    ends = head.i
    cut = [child.left_edge.i for child in head.children if child.dep_ in _CLAUSES]
    limit = min([i for i in cut if i > head.i], default=head.right_edge.i + 1)
    ends = min(limit - 1, after + _LONGEST, head.right_edge.i)
    doc = head.doc
    while ends > head.i and (doc[ends].is_punct or doc[ends].is_space):
        ends -= 1
    starts = max(head.left_edge.i, after)
    while starts < head.i and (doc[starts].is_punct or doc[starts].is_space):
        starts += 1
    if starts > ends:
        return None
    return Span(doc[starts].idx, doc[ends].idx + len(doc[ends].text))


def gender_of(text: str, title: Span | None, description: Span | None) -> str:
    """`f` or `m` where title or apposition tell; else empty."""
    if title is None and description is None:
        return ""
    words = name_words()
    found = set()
    for span in (title, description):
        for word in span.slice(text).casefold().replace(".", " ").split() if span else ():
            if word in words.courtesy_f or word in words.feminine or words.kin.get(word) == "f":
                found.add("f")
            elif word in words.courtesy_m or word in words.masculine or words.kin.get(word) == "m":
                found.add("m")
        if found:
            break
    return found.pop() if len(found) == 1 else ""


def kin_in(text: str, description: Span | None) -> str:
    """The word of kinship that an apposition has with an owner: `the minister's eldest son`."""
    if description is None:
        return ""
    printed = description.slice(text).replace("’", "'").split()
    words = [word.casefold() for word in printed]
    owned = any(word.endswith(("'s", "s'")) or word in _OWNERS for word in words[:-1])
    for n, word in enumerate(words):
        of_whom = printed[n + 2 : n + 3] if words[n + 1 : n + 2] == ["of"] else []
        of_one = any(whom[0].isupper() or whom == "the" for whom in of_whom)
        if word in name_words().kin and (owned or of_one):
            return word
    return ""


def cues_of(name: Tokens, kind: EntityType, *, titled: bool = False) -> tuple[str, ...]:
    """Other things told of a name: `kin: brother`, `government`, `place`, `located`."""
    found = []
    if kind is EntityType.PERSON:
        kin = _kin(name)
        if kin:
            found.append(f"kin: {kin}")
    elif kind is EntityType.PLACE and _acts(name):
        found.append("government")
    settled = kind is EntityType.PLACE and _is_listed(name.text)
    if kind in _UNSETTLED and not titled and not settled:
        cue = place_cue(name, kind)
        if cue:
            found.append(cue)
    return tuple(found)


def _kin(name: Tokens) -> str:
    """The word of kinship before a name: `his brother Kim`, `Oro's wife, Kim`."""
    words, doc = name_words(), name.doc
    at = name.start - 1
    if at >= 0 and doc[at].text == ",":
        at -= 1
    if at < 1 or doc[at].lower_ not in words.kin:
        return ""
    owned = any(t.dep_ == "poss" or t.tag_ in ("PRP$", "POS") for t in doc[max(0, at - 4) : at])
    return doc[at].lower_ if owned else ""


@lru_cache(maxsize=20_000)
def _folded(form: str) -> str:
    return plain_form(form).casefold()


@lru_cache(maxsize=20_000)
def _is_listed(form: str) -> bool:
    """Whether a place is known, so that nothing needs to tell that it is one."""
    return name_aliases().known(form) is not None or is_place(form)


def _acts(name: Tokens) -> bool:
    """Whether a capital does what governments do, or governments have dealings with it."""
    if _folded(name.text) not in name_aliases().capitals:
        return False
    words, root = name_words(), name.root
    while root.dep_ == "conj":
        root = root.head
    if root.dep_ == "nsubj":
        return root.head.lower_ in words.government_verbs
    if root.dep_ == "pobj" and root.head.lower_ in ("between", "with"):
        return root.head.head.lower_ in words.dealings
    return False
