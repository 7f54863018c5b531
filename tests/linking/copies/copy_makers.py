"""Own fictional reports from which tests make copies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.linking.copies.copy_text import CopyText, copy_text
from onrecord.linking.copies.groups import groups_of
from onrecord.linking.copies.link import CopyChanges
from onrecord.values.article import Article, Paragraph
from onrecord.values.links import CopyLink, OriginGroup, SharedPassage
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Relation, Role

FLOOD = (
    "The council of Torvik closed the lower harbour road on Tuesday after the swollen Lenna river"
    " reached forty houses and a cannery.",
    "Engineers had warned the provincial government three times that the old timber wall would"
    " not withstand another wet spring.",
    "Rescue boats carried elderly residents from the Gullgate quarter while volunteers stacked"
    " sandbags around the pumping station.",
    "The cannery, which employs two hundred workers, shut its furnaces and sent the night shift"
    " home before the basement filled.",
    "Mayor Ingrid Holm blamed a contractor who removed the drainage gates last autumn and never"
    " returned to mount new ones.",
    "Insurance adjusters expect claims worth nine million crowns, the costliest flood since the"
    " dam at Varde burst a generation ago.",
    "Meteorologists forecast heavier rain by the weekend, and the ferry company cancelled every"
    " sailing to the outer islands.",
    "Schools on the eastern bank will stay closed until inspectors have tested the gas pipes and"
    " the electrical substations.",
)
STRIKE = (
    "Tram drivers in the capital walked out at dawn over rosters that leave them nine minutes to"
    " eat between two routes.",
    "Their union, the Carriage Guild, rejected an offer of slower timetables and said the ballot"
    " had been overwhelming.",
    "Commuters queued for taxis along the canal, and bicycle shops ran out of rental locks before"
    " breakfast was over.",
    "The transit authority hired buses from a neighbouring county but admitted that they would"
    " cover barely a third of all journeys.",
    "Arbitrators will summon both sides on Thursday to the customs house, where the dispute of"
    " five years ago was settled.",
    "Hospital managers asked nurses to share cars and postponed operations that were not urgent"
    " until the depots reopen.",
    "Economists at the savings bank estimate that each idle day costs the city eleven million"
    " crowns in lost trade.",
)
SAID = (
    "“Nobody in this town was asked about the wall, and nobody will be asked about the bill, which"
    " our children are going to pay for forty years,” the mayor told the assembly."
)


def article(id_: str, paragraphs: Iterable[str | tuple[Role, str]]) -> Article:
    """An article of paragraphs, body where no role is given."""
    text, found = "", []
    for one in paragraphs:
        role, words = one if isinstance(one, tuple) else (Role.BODY, one)
        found.append(Paragraph(len(text), len(text) + len(words) + 1, role, "test"))
        text += words + "\n"
    return Article(
        id=id_,
        name="a.txt",
        media_type="text/plain",
        sha256="",
        text=text,
        paragraphs=tuple(found),
        language="en",
    )


def words_of(*paragraphs: str | tuple[Role, str]) -> CopyText:
    """The own words of such an article."""
    return copy_text(article("a", paragraphs))


class Kept:
    """A pile and the links of it, as a record file keeps them."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.links: dict[tuple[str, str], CopyLink] = {}

    def article_as_read(self, article_id: str) -> Article:
        """The article with this id."""
        return self.articles[article_id]

    def save(self, changes: CopyChanges) -> None:
        """Keep what linking changed."""
        for pair in changes.dropped:
            self.links.pop(pair, None)
        for pair, link in changes.judged:
            if link is None:
                self.links.pop(pair, None)
            else:
                self.links[pair] = link

    def forget(self, article_id: str) -> None:
        """Take an article out with its links."""
        del self.articles[article_id]
        self.links = {pair: one for pair, one in self.links.items() if article_id not in pair}

    def groups(self, touched: Iterable[str]) -> tuple[OriginGroup, ...]:
        """The groups of some articles."""
        return groups_of(touched, lambda id_: [o for pair, o in self.links.items() if id_ in pair])


def members(groups: Iterable[OriginGroup]) -> list[list[str]]:
    """The ids in each group."""
    return sorted([member.article for member in group.members] for group in groups)


def link_between(
    left: str,
    right: str,
    shares: tuple[float, float],
    places: Mapping[str, tuple[int, int]] | None = None,
    relation: Relation = Relation.PICKUP,
) -> CopyLink:
    """A link as linking would make it, with one passage at the places given."""
    at = places or {}
    passage = SharedPassage(Span(*at.get(left, (0, 100))), Span(*at.get(right, (0, 100))), 20)
    return CopyLink(
        left=left,
        right=right,
        relation=relation,
        left_share=shares[0],
        right_share=shares[1],
        passages=(passage,),
        why="shared-passage: 20 words",
    )
