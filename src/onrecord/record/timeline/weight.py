"""The weight of an entry, for ranking only."""

from __future__ import annotations


def weight_of(*, origins: int, articles: int, leading: int) -> float:
    """One number from 0 to 1: by origins, then by articles, then by mentions in headline or lede.

    With s(x) = x / (1 + x): s(origins - 1 + s(articles - 1 + s(leading))). More origins weigh
    more whatever the rest; of equally many, more articles; of equally many, more mentions.

    Args:
        origins: distinct origins, one or more.
        articles: distinct articles, one or more.
        leading: tellings in a headline, dek or lede.
    """
    return round(_share(origins - 1 + _share(articles - 1 + _share(leading))), 4)


def _share(number: float) -> float:
    return number / (1 + number)
