"""Who tells what stands at a place: medium, copy, outlet, article."""

from __future__ import annotations

from typing import Any

from onrecord.record.agreement.tellers import Tellers, Told, tellers_of
from onrecord.record.origins import read_origins
from onrecord.values.vocabulary import Sourcing
from origin_makers import Pile, Report, Said, identity, place

WIRE = (
    "The ferry Alma ran aground off Kerrow on Friday with 40 people on board.",
    "All of them were brought ashore before dark, the harbour master said.",
    "The owner said that the rudder had jammed.",
)
OWN = (
    "Bread ran out in Kerrow on Friday night as passengers filled its two inns.",
    "Officials told Radio Kerrow that the bank would be marked by winter.",
    "The newspaper said that the buoys lie in a shed, and this newspaper asked why.",
)


class Read:
    """A pile and its tellers, asked by words."""

    def __init__(self, pile: Pile) -> None:
        self.pile = pile
        self.tellers: Tellers = tellers_of(read_origins(pile))

    def told(self, name: str, words: str) -> Told:
        """Who tells what stands where an article has these words."""
        id_ = identity(name)
        span = place(self.pile.article(id_).text, words)
        assert span is not None
        return self.tellers.at(id_, span.start, span.end)


def merged(**kwargs: Any) -> Report:
    """An outlet's own top over an agency's paragraphs, with a claim of another medium's."""
    return Report(
        name="merged",
        lines=(*OWN, *WIRE),
        outlet="Elm Courier",
        day="2031-05-04",
        said=(
            Said(
                content="the bank would be marked by winter",
                source="Officials",
                through="Radio Kerrow",
                sourcing=Sourcing.UNNAMED,
            ),
            Said(
                content="the buoys lie in a shed", source="The newspaper", sourcing=Sourcing.OUTLET
            ),
        ),
        **kwargs,
    )


AGENCY = Report(name="wire", lines=WIRE, outlet="Mirefield Elm Agency", agency="MEA")


def test_places_of_a_merged_pickup() -> None:
    """The agency's paragraphs are the agency's, the outlet's own its own, the radio's the radio's."""
    read = Read(
        Pile([AGENCY, merged(agency="MEA", credit="With MEA")], copies=[("wire", "merged")])
    )
    told = read.told("merged", "ran aground")
    assert (told.origin.name, told.why) == ("MEA", "copy-of: MEA")
    told = read.told("merged", "Bread ran out")
    assert (told.origin.name, told.why) == ("Elm Courier", "outlet: Elm Courier")
    told = read.told("merged", "marked by winter")
    assert (told.origin.name, told.why) == ("Radio Kerrow", "attributed-to: Radio Kerrow")
    assert told.own.name == "Elm Courier"


def test_the_newspaper_is_the_one_named_before() -> None:
    """Words that point back have the medium that was named last."""
    read = Read(Pile([merged()]))
    assert read.told("merged", "buoys lie in a shed").origin.name == "Radio Kerrow"


def test_a_whole_copy_has_no_places_of_its_own() -> None:
    """A credit without `with` makes all of it the agency's."""
    read = Read(Pile([AGENCY, merged(agency="MEA", credit="MEA")], copies=[("wire", "merged")]))
    assert read.told("merged", "Bread ran out").origin.name == "MEA"


def test_own_words_where_nobody_is_credited() -> None:
    """A paragraph that no partner prints is the outlet's where part of the article is copied."""
    read = Read(Pile([AGENCY, merged()], copies=[("wire", "merged")]))
    assert read.told("merged", "Bread ran out").origin.name == "Elm Courier"
    assert read.told("merged", "rudder had jammed").origin.name == "MEA"


def test_unknown_outlets_count_by_themselves() -> None:
    """Two articles without an outlet are two origins of one name, their copies one."""
    read = Read(
        Pile(
            [
                Report(name="a", lines=WIRE),
                Report(name="b", lines=OWN),
                Report(name="c", lines=WIRE, day="2031-05-09"),
            ],
            copies=[("a", "c")],
        )
    )
    a, b, c = (read.told(n, w) for n, w in (("a", "Alma"), ("b", "Bread"), ("c", "Alma")))
    assert {one.origin.name for one in (a, b, c)} == {"unknown outlet"}
    assert a.origin == c.origin != b.origin
    assert a.why == "unknown-outlet"


def test_an_outlet_under_two_names_is_one_newsroom() -> None:
    """Its address and its name count once, shown by its name."""
    read = Read(
        Pile(
            [
                Report(name="a", lines=WIRE, outlet="elmcourier.example"),
                Report(name="b", lines=OWN, outlet="The Elm Courier"),
                Report(name="c", lines=OWN[:1], outlet="theechopost.example"),
                Report(name="d", lines=OWN[1:2], outlet="The Echo Post"),
            ]
        )
    )
    a, b, c, d = (read.tellers.of(identity(name)) for name in "abcd")
    assert a == b
    assert a.name == "The Elm Courier"
    assert c == d


def test_what_a_medium_reports_of_itself_is_no_citation() -> None:
    """`told the Elm Courier` in the Elm Courier is its own."""
    said = Said(content="the rudder had jammed", source="The owner", through="Elm Courier")
    lines = (*WIRE, "The owner spoke to the Elm Courier.")
    read = Read(Pile([Report(name="a", lines=lines, outlet="The Elm Courier", said=(said,))]))
    assert read.told("a", "rudder").why == "outlet: The Elm Courier"


def test_a_speaker_goes_on_until_another_occasion() -> None:
    """What follows directly on words told to a medium was told there too."""
    lines = (
        "Pell told Radio Kerrow that the gates were shut.",
        "“Nobody asked me,” Pell said.",
        "At a news conference on the quay, Pell said that he would resign.",
        "“It is over,” Pell said.",
    )
    said = (
        Said(content="the gates were shut", source="Pell", speaker="Pell", through="Radio Kerrow"),
        Said(content="Nobody asked me", source="Pell", speaker="Pell"),
        Said(content="he would resign", source="Pell", speaker="Pell"),
        Said(content="It is over", source="Pell", speaker="Pell"),
    )
    read = Read(Pile([Report(name="a", lines=lines, outlet="Elm Courier", said=said)]))
    assert read.told("a", "Nobody asked me").origin.name == "Radio Kerrow"
    assert read.told("a", "he would resign").origin.name == "Elm Courier"
    assert read.told("a", "It is over").origin.name == "Elm Courier"


def test_who_is_said_to_have_said_it_without_a_name() -> None:
    """A description in small letters is somebody without a name; a party is not."""
    lines = ("A senior palace official said that the gates were shut.", "Democrats said so too.")
    said = (
        Said(
            content="the gates were shut",
            source="A senior palace official",
            sourcing=Sourcing.UNNAMED,
        ),
        Said(content="so too", source="Democrats", sourcing=Sourcing.UNNAMED),
    )
    read = Read(Pile([Report(name="a", lines=lines, outlet="Elm Courier", said=said)]))

    def unnamed(words: str) -> frozenset[str] | None:
        span = place(read.pile.article(identity("a")).text, words)
        assert span is not None
        return read.tellers.telling(identity("a"), span.start, span.end).unnamed

    assert unnamed("gates were shut") == frozenset({"senior", "palac", "offici"})
    assert unnamed("so too") is None
    assert unnamed("Democrats said") is None
