"""What an article says that somebody said: underlined in its copy, with a note in the margin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.text.folding import fold_words
from onrecord.web.chains import Chains
from onrecord.web.index import RecordIndex
from onrecord.web.marks import Mark, SpeechNote
from onrecord.web.utterances import Utterances

type Json = Mapping[str, Any]

_LONGEST = 90
"""Most characters of a printed source repeated in the margin."""


class SpeechMarks:
    """Reads the marks of attributions, an article at a time."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self._chains = Chains(index)
        self._utterances = Utterances(index.by_id)
        self._by_article: dict[str, list[Json]] = defaultdict(list)
        for one in index.said.attributions:
            self._by_article[one["article"]].append(one)

    def of(self, article: str) -> list[Mark]:
        """The marks of an article: underlines, and a note where each attribution begins."""
        found: list[Mark] = []
        for one in self._by_article.get(article, ()):
            found += self._underlines(one)
            found.append(self._note(one))
        return found

    def _underlines(self, one: Json) -> Iterator[Mark]:
        """Solid what stands between quotation marks, dotted what does not."""
        label = "within" if one.get("within") else ""
        quoted = self._utterances.quoted(one)
        for part in self._utterances.parts(one):
            if part.said:
                start, end = part.place
                yield Mark(start=start, end=end, kind="indirect", label=label)
        for start, end in quoted:
            yield Mark(start=start, end=end, kind="direct", label=label)

    def _note(self, one: Json) -> Mark:
        index = self._index
        start, end = one["content"][0]
        name = index.said.names.get(one.get("speaker") or "", "")
        printed = self._words(one, "source")
        if name and set(fold_words(printed)) & set(fold_words(name)):
            printed = ""
        statement = index.said.by_id.get(index.said.of.get(one["id"], ""))
        stance = str(one.get("stance") or "said")
        note = SpeechNote(
            name=name,
            printed=printed,
            cue=self._words(one, "cue"),
            kind=", ".join(w for w in (one["kind"], one["sourcing"]) if w != "none"),
            stance="" if stance == "said" else stance,
            through=str(one.get("through") or ""),
            why=str(one.get("speaker_why") or one.get("why") or ""),
            is_within=bool(one.get("within")),
        )
        href = f"#{statement.key}" if statement is not None else ""
        return Mark(start=start, end=end, kind="said", label="said", href=href, speech=note)

    def _words(self, one: Json, key: str) -> str:
        place = one.get(key)
        words = self._chains.shown(one["article"], place[0], place[1]) if place else ""
        return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
