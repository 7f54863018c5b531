"""Which articles' dates are settled again because some came, went or were decided.

What is known to the day by the article itself passes on nothing that it is told: a change travels
only through articles that are not. So one more article costs what hangs together with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable


def component(
    touched: Iterable[str],
    neighbours: Callable[[str], Iterable[str]],
    is_known: Callable[[str], bool],
) -> frozenset[str]:
    """The articles to settle together; the dates of all others stay as they are.

    Args:
        touched: articles that came, changed, or lost a neighbour.
        neighbours: the articles to which an article has date links.
        is_known: whether an article is known to the day by itself.
    """
    touched = frozenset(touched)
    found = set[str]()
    waiting = sorted(touched)
    while waiting:
        article = waiting.pop()
        if article in found:
            continue
        found.add(article)
        if article in touched or not is_known(article):
            waiting += [other for other in neighbours(article) if other not in found]
    return frozenset(found)
