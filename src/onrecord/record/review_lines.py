"""Lines to paste into a shell: names of files and articles as it takes them."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Collection, Iterable


def shell_word(words: str) -> str:
    """Words as one word of a shell; what begins with a dash is read as a file, not an option."""
    if words.startswith("-"):
        words = f"./{words}"
    return shlex.quote(words)


def names_of_several(names: Iterable[Iterable[str]]) -> frozenset[str]:
    """The names that more than one article has, of all names of each; none of them names one."""
    counts = Counter(name for each in names for name in set(each))
    return frozenset(name for name, count in counts.items() if count > 1)


def article_name(name: str, article_id: str, shared_names: Collection[str]) -> str:
    """What names an article on a command line: its name; its id where the name is shared, cannot be
    printed or would be read as an option."""
    if name in shared_names or not name.isprintable() or name.startswith("-"):
        return article_id
    return name
