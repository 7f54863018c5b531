"""Reports of made-up events, for tests of same-event links and stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from onrecord.lexicon.words import stop_words
from onrecord.linking.index import DictIndex
from onrecord.linking.same_event.event_names import EventName
from onrecord.linking.same_event.event_text import EventText
from onrecord.linking.same_event.link import EventChanges, EventTextsAtHand, link_events
from onrecord.text.stems import stem
from onrecord.values.days import DayInterval
from onrecord.values.links import EventLink
from onrecord.values.stored import ArticleSummary
from onrecord.values.vocabulary import EntityType

FERRY = (
    "Ferry sinks off Kerrow",
    "The ferry Maud Ellis sank off Kerrow in a storm and lifeboats pulled passengers from the"
    " water while the harbour master Petra Lindqvist closed the port",
)
FERRY_AGAIN = (
    "Lifeboats save passengers as ferry sinks",
    "Lifeboats pulled passengers from the water off Kerrow when the ferry Maud Ellis sank in a"
    " storm said Petra Lindqvist the harbour master",
)
INQUIRY = (
    "Inspector tells inquiry of rust",
    "An inspector of hulls told an inquiry in Kerrow that he had found rust in the doors of the"
    " Maud Ellis two years before and had written to her owners who never answered",
)
VINEYARD = (
    "Frost ruins vineyards in Solmere valley",
    "Frost in the Solmere valley ruined vineyards overnight and growers led by Anton Bereza asked"
    " the ministry of farming for loans to replant the vines",
)


@dataclass(slots=True)
class Pile:
    """Texts that are linked as they come."""

    index: DictIndex = field(default_factory=DictIndex)
    texts: dict[str, EventText] = field(default_factory=dict)
    links: dict[tuple[str, str], EventLink] = field(default_factory=dict)
    days: dict[str, DayInterval] = field(default_factory=dict)

    def event_text(self, article_id: str) -> EventText:
        """What an article tells."""
        return self.texts[article_id]

    def event_texts(self) -> Iterator[EventText]:
        """All of them."""
        return iter([self.texts[id_] for id_ in sorted(self.texts)])

    def event_links(self) -> Iterator[EventLink]:
        """All links."""
        return iter([self.links[pair] for pair in sorted(self.links)])

    def add(self, texts: Iterable[EventText]) -> None:
        """Add some articles at once."""
        new = {one.article: one for one in texts}
        changes = link_events(new, self.index, EventTextsAtHand(self))
        self.texts |= new
        self.take(changes)

    def take(self, changes: EventChanges) -> None:
        """Keep what became of links."""
        for pair in changes.dropped:
            self.links.pop(pair, None)
        for pair, link in changes.judged:
            self.links.pop(pair, None)
            if link is not None:
                self.links[pair] = link

    def summaries(self) -> list[ArticleSummary]:
        """The articles in the order of the record."""
        found = [summary(id_, self.days.get(id_, DayInterval())) for id_ in self.texts]
        return sorted(found, key=lambda one: (str(one.published.first or "~"), one.id))


def told(article: str, report: tuple[str, str]) -> EventText:
    """What a report tells; capitalised words inside are its names."""
    headline, text = report
    heads, words = _stems(headline), _stems(text)
    names = [w for w in text.split()[1:] if w[0].isupper()]
    return EventText(
        article=article,
        headline=tuple(sorted(set(heads))),
        lede=(*heads, *words),
        rest=(),
        names={
            name.lower(): EventName(name, EntityType.PERSON, names.count(name))
            for name in sorted(set(names))
        },
    )


def _stems(text: str) -> list[str]:
    return [stem(w) for w in text.lower().split() if w not in stop_words()]


def summary(id_: str, days: DayInterval, headline: str = "") -> ArticleSummary:
    """An article of the list."""
    return ArticleSummary(
        id=id_,
        label=id_,
        name=f"{id_}.txt",
        names=(f"{id_}.txt",),
        outlet=None,
        agency=None,
        headline=headline or None,
        published=days,
        basis="stated",
        updated=None,
        language="en",
        analysed=True,
        words=20,
        notes=(),
    )


def on(day: str) -> DayInterval:
    """One day."""
    return DayInterval.on(date.fromisoformat(day))


def pile_of(reports: Mapping[str, tuple[str, str]], **days: str) -> Pile:
    """A pile of reports, added at once."""
    pile = Pile(days={id_: on(day) for id_, day in days.items()})
    pile.add(told(id_, report) for id_, report in reports.items())
    return pile
