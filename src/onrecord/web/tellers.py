"""Which articles count as one teller: those of one agency, else of one outlet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.lexicon.agencies import agency_forms
from onrecord.text.folding import fold

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)

type Json = Mapping[str, Any]


class Tellers:
    """What an article, or a statement in it, is counted as."""

    def __init__(self, record: Json) -> None:
        by_id = {article["id"]: article for article in record.get("articles") or ()}
        self._keys: dict[str, str] = {}
        for number, group in enumerate(record.get("origins") or ()):
            members = [m["article"] for m in group["articles"] if m["article"] in by_id]
            name = _medium([by_id[member] for member in members])
            key = f"medium {fold(_usual(name))}" if name else f"group {number}"
            self._keys.update(dict.fromkeys(members, key))

    def of(self, article: str, through: object = None) -> str:
        """The teller of an article; of a statement the medium through which it came, if any."""
        if through is not None and str(through).strip():
            return f"medium {fold(_usual(str(through)))}"
        return self._keys.get(article) or f"article {article}"


def _medium(articles: Sequence[Json]) -> str | None:
    """The one agency that copies credit, else the outlet of the first that has one."""
    agencies = {article["agency"] for article in articles if article.get("agency")}
    if len(agencies) == 1:
        return str(agencies.pop())
    return next((str(a["outlet"]) for a in articles if a.get("outlet")), None)


def _usual(through: str) -> str:
    """The code of an agency, else the outlet as printed without its article."""
    name = _ARTICLE.sub("", through)
    return agency_forms(brackets=True).get(name) or agency_forms(brackets=True).get(through, name)
