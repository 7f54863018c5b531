"""The reading of NITF and NewsML: lines in the order of print, fields from beside the text."""

from __future__ import annotations

import pytest

from onrecord.articles.read import read_article
from onrecord.errors import BrokenInput, EmptyInput
from onrecord.values.article import Article
from onrecord.values.pages import MediaType, Page

LEDE = (
    "A ferry with 41 people on board ran aground in fog off Skarholm on Friday, the coast guard"
    " said."
)
MORE = "The captain, Ole Vik, said he had seen nothing but white."
TOP = (
    "<hedline><hl1>Ferry runs aground off Skarholm</hl1><hl2>Captain blames thick fog</hl2>"
    "</hedline><byline>By <person>Nils Berg</person><byttl>Associated Press Writer</byttl></byline>"
    "<distributor>The Associated Press</distributor>"
)
DATELINE = "<dateline><location>SKARHOLM</location>, <story.date>March 8</story.date></dateline>"
HEAD = (
    '<docdata><doc-id regsrc="AP"/><date.issue norm="20240308T101500Z"/>'
    '<doc.copyright holder="The Associated Press"/></docdata>'
)


def _read(xml: str) -> Article:
    return read_article(Page(data=xml.encode(), media_type=MediaType.NEWS_XML, name="a.xml"))


def _nitf(body: str = "", *, top: str = TOP + DATELINE, head: str = HEAD, end: str = "") -> str:
    body = body or f"<p>{LEDE}</p><p>{MORE}</p>"
    return (
        f"<nitf><head>{head}</head><body><body.head>{top}</body.head><body.content>{body}"
        f"</body.content><body.end>{end}</body.end></body></nitf>"
    )


def _roles(article: Article) -> list[tuple[str, str]]:
    return [(p.role.value, article.text[p.start : p.end].strip()) for p in article.paragraphs]


def test_nitf_in_the_order_of_print() -> None:
    """Headline, deks, bylines, dateline, then the body."""
    assert _roles(_read(_nitf())) == [
        ("headline", "Ferry runs aground off Skarholm"),
        ("dek", "Captain blames thick fog"),
        ("byline", "By Nils Berg"),
        ("byline", "Associated Press Writer"),
        ("dateline", "SKARHOLM, March 8"),
        ("lede", LEDE),
        ("body", MORE),
    ]


def test_nitf_fields() -> None:
    """Agency, author and place from the lines, the outlet and the day from the head."""
    article = _read(_nitf())
    assert [byline.value for byline in article.bylines] == ["Nils Berg"]
    values = [f.value for f in (article.outlet, article.agency, article.dateline_place) if f]
    assert values == ["The Associated Press", "AP", "SKARHOLM"]
    assert article.published.at == "2024-03-08T10:15:00Z"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<docdata><date.issue norm="20240308"/></docdata>', "2024-03-08"),
        ('<docdata><date.release norm="20240308"/></docdata>', "2024-03-08"),
        (
            '<docdata><date.issue norm="20240308T090000Z"/>'
            '<date.release norm="20240309T060000Z"/></docdata>',
            "2024-03-09",
        ),
        (
            '<docdata><date.issue norm="20240308"/></docdata><pubdata name="The Harbour Gazette"'
            ' date.publication="20240310T000000"/>',
            "2024-03-10",
        ),
        ("", "None"),
    ],
)
def test_nitf_day_of_publication(head: str, published: str) -> None:
    """The paper's day before the issue's; a release that is later than the issue counts."""
    assert str(_read(_nitf(head=head, top=TOP)).published.days.first) == published


def test_nitf_revision_is_the_update() -> None:
    """The latest revision after the publication is the update."""
    history = (
        '<revision-history norm="20240308T080000Z"/><revision-history norm="20240309T080000Z"/>'
        '<revision-history norm="20240308T120000Z"/>'
    )
    updated = _read(_nitf(head=HEAD + history)).updated
    assert updated is not None
    assert updated.at == "2024-03-09T08:00:00Z"


@pytest.mark.parametrize("opening", ["SKARHOLM, March 8 - ", "SKARHOLM (AP) — ", "SKARHOLM — "])
def test_dateline_is_not_doubled(opening: str) -> None:
    """A dateline that the first paragraph prints is not printed above it again."""
    article = _read(_nitf(f"<p>{opening}{LEDE}</p><p>{MORE}</p>"))
    assert article.text.count("SKARHOLM") == 1
    assert [role for role, _ in _roles(article)].count("dateline") == 1


def test_dateline_without_a_space_between_its_parts() -> None:
    """Place and day that only their elements part do not run together."""
    top = "<dateline><location>SKARHOLM</location><story.date>March 8</story.date></dateline>"
    assert "SKARHOLM March 8" in _read(_nitf(top=TOP + top)).text


def test_abstract_that_repeats_the_lede() -> None:
    """An abstract is a dek, but not where it is the first paragraph once more."""
    top = f"{TOP}<abstract><p>{LEDE}</p></abstract>"
    assert _read(_nitf(top=top)).text.count(LEDE) == 1
    own = f"{TOP}<abstract><p>A ferry ran aground.</p></abstract>"
    assert ("dek", "A ferry ran aground.") in _roles(_read(_nitf(top=own)))


def test_dateline_in_a_paragraph_of_its_own() -> None:
    """A first paragraph that is nothing but a dateline is one."""
    article = _read(_nitf(f"<p>Skarholm, March 8, 2024 (AFP) -</p>{BODY}", top=TOP))
    assert article.dateline_place is not None
    assert article.dateline_place.value == "Skarholm"
    assert ("lede", LEDE) in _roles(article)


def test_lines_that_an_archive_repeats() -> None:
    """Headline, byline and first paragraph that stand twice for an index are printed once."""
    top = (
        "<hedline><hl1>Ferry runs aground</hl1><hl2>Ferry Runs Aground</hl2></hedline>"
        "<byline>By NILS BERG</byline><byline>Berg, Nils</byline>"
    )
    body = f"<block><p>{LEDE}</p></block><block><p>{LEDE}</p><p>{MORE}</p></block>"
    assert [role for role, _ in _roles(_read(_nitf(body, top=top)))] == [
        *("headline", "byline", "lede", "body")
    ]


def test_byline_in_the_body_with_or_without_by() -> None:
    """A byline is not doubled because the body prints `By` before it."""
    article = _read(_nitf(f"<p>By Nils Berg</p>{BODY}", top="<byline>Nils Berg</byline>"))
    assert article.text.count("Nils Berg") == 1


def test_sentences_of_the_body_are_body() -> None:
    """A last paragraph is body with a sign-off at its end, too, and so is a short one."""
    last = "It was built in 1984. (Reporting by Nils Berg; Editing by Sara Lind)"
    roles = _roles(_read(_nitf(f"{BODY}<p>He wept.</p><p>{last}</p>")))
    assert [role for role, text in roles if text in {"He wept.", last}] == ["body", "body"]


def test_body_markup() -> None:
    """Subheads, lists, tables, quotations, captions and line breaks keep their place."""
    body = (
        f"<media><media-reference source='x.jpg'/><media-caption><p>The ferry.</p></media-caption>"
        f"<media-producer>AP Photo/Ida Holm</media-producer></media><p>{LEDE}</p>"
        "<hl2>Second grounding this year</hl2>"
        f"<p>{MORE}<br/>He wept.</p><ul><li>Built in 1984</li></ul><bq><block><p>We heard a bang"
        " and then nothing, a passenger said.</p></block></bq>"
        "<table><tr><td>2023</td><td><p>1</p></td></tr></table>"
        "<p>The operator said it would <em>look</em>\n into <q>all</q> of it.</p>"
    )
    roles = _roles(_read(_nitf(body, end="<tagline>Editing by Sara Lind</tagline>")))
    assert roles[5:] == [
        ("caption", "The ferry."),
        ("caption", "AP Photo/Ida Holm"),
        ("lede", LEDE),
        ("subhead", "Second grounding this year"),
        ("body", MORE),
        ("body", "He wept."),
        ("body", "Built in 1984"),
        ("body", "We heard a bang and then nothing, a passenger said."),
        ("body", "2023 | 1"),
        ("body", "The operator said it would look into all of it."),
        ("contributor", "Editing by Sara Lind"),
    ]


@pytest.mark.parametrize(
    ("top", "head", "notice", "left_out"),
    [
        ("<note type='pa'>Corrects the number on board</note>", "", True, False),
        ("<note type='std'><body.content><p>A longer story follows</p></body.content></note>",
         "", True, False),
        ("<note type='npa'>Subs please cut</note>", "", False, True),
        ("<note type='npa'>Corrects the number on board</note>", "", True, False),
        ("<note noteclass='cpyrt'>(c) 2024 AP</note>", "", False, False),
        ("", "<docdata><correction info='The ferry carried 41, not 14.'/></docdata>", True, False),
        ("", "<docdata><ed-msg info='Photos come at noon'/></docdata>", False, True),
        ("<rights>(c) 2024 AP</rights>", "", False, False),
    ],
)  # fmt: skip
def test_notes(top: str, head: str, notice: bool, left_out: bool) -> None:
    """Corrections and notes for print are notices; notes to editors and rights are not."""
    article = _read(_nitf(top=TOP + top, head=head))
    assert any(role == "notice" for role, _ in _roles(article)) is notice
    assert ("note-to-editors-left-out" in article.notes) is left_out
    assert "(c)" not in article.text


def _item(
    content: str, *, meta: str = "", about: str = "", rights: str = "", attributes: str = ""
) -> str:
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" {attributes}>'
        f"<rightsInfo>{rights}</rightsInfo>"
        f'<itemMeta><itemClass qcode="ninat:text"/>{meta}</itemMeta>'
        f"<contentMeta>{about}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


ABOUT = (
    '<headline rank="3">Shipping</headline><headline rank="1">Ferry runs aground</headline>'
    "<dateline>SKARHOLM (dpa) - </dateline><by>By Jane Roe, dpa</by><creditline>dpa</creditline>"
    '<description role="drol:teaser">All were rescued from the ferry.</description>'
    "<located><name>Port Elm</name></located>"
)
BODY = f"<p>{LEDE}</p><p>{MORE}</p>"
FORMS = {
    "nitf": f"<inlineXML><nitf><body><body.content>{BODY}</body.content></body></nitf></inlineXML>",
    "xhtml": '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
    f"<body>{BODY}</body></html></inlineXML>",
    "elements": f"<inlineXML>{BODY}</inlineXML>",
    "escaped": f"<inlineData contenttype='text/html'><![CDATA[{BODY}]]></inlineData>",
    "words": f"<inlineData contenttype='text/plain'>{LEDE}\n\n{MORE}</inlineData>",
}


@pytest.mark.parametrize("form", FORMS)
def test_g2_in_any_form(form: str) -> None:
    """Whatever holds the text in NewsML-G2, the same item is the same text."""
    assert _roles(_read(_item(FORMS[form], about=ABOUT))) == [
        ("headline", "Ferry runs aground"),
        ("byline", "By Jane Roe, dpa"),
        ("dateline", "SKARHOLM (dpa) -"),
        ("lede", LEDE),
        ("body", MORE),
    ]


@pytest.mark.parametrize("name", ["a:", "a:1", "b::c", "_.-"])
def test_names_that_are_none_in_html(name: str) -> None:
    """Elements with names that cannot be used otherwise keep their text."""
    holder = f"<inlineXML><{name}>{BODY}</{name}></inlineXML>"
    assert LEDE in _read(_item(holder, about=ABOUT)).text


def test_g2_fields() -> None:
    """Provider, source, dates and language as the item states them."""
    meta = (
        '<provider qcode="nprov:dpa"/><versionCreated>2024-03-08T12:00:00Z</versionCreated>'
        "<firstCreated>2024-03-08T09:00:00Z</firstCreated>"
    )
    article = _read(_item(FORMS["xhtml"], meta=meta, about=ABOUT, attributes='version="2"'))
    values = [f.value for f in (article.outlet, article.agency, article.dateline_place) if f]
    assert values == ["dpa", "dpa", "SKARHOLM"]
    assert article.published.at == "2024-03-08T09:00:00Z"
    assert article.updated is not None
    assert article.updated.at == "2024-03-08T12:00:00Z"
    assert article.dek is not None
    assert (article.dek.value, article.dek.basis) == (
        "All were rescued from the ferry.",
        "metadata",
    )


def test_g2_outlet_that_took_an_agency_item() -> None:
    """The provider is the outlet, the source of the information the agency."""
    about = "<headline>Ferry</headline><infoSource><name>Associated Press</name></infoSource>"
    meta = "<provider><name>The Harbour Gazette</name></provider>"
    article = _read(_item(FORMS["nitf"], meta=meta, about=about))
    assert [f.value for f in (article.outlet, article.agency) if f] == ["The Harbour Gazette", "AP"]


def test_g2_page_that_prints_its_own_lines() -> None:
    """Lines that an XHTML body prints are not printed twice and get their roles."""
    body = (
        '<inlineXML><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body><h:header><h:h1>Ferry'
        ' runs aground</h:h1><h:p class="byline">By Jane Roe, dpa</h:p></h:header><h:section>'
        '<h:p class="teaser">All were rescued from the ferry.</h:p>'
        f'<h:p><h:span class="dateline">SKARHOLM (dpa) - </h:span>{LEDE}</h:p><h:p>{MORE}</h:p>'
        "</h:section></h:body></h:html></inlineXML>"
    )
    assert [role for role, _ in _roles(_read(_item(body, about=ABOUT)))] == [
        *("headline", "byline", "dek", "dateline", "lede", "body")
    ]


def test_g2_chooses_the_fullest_text() -> None:
    """Of several contents the one with the most words is read, and that is noted."""
    short = "<inlineData contenttype='text/plain'>Ferry aground.</inlineData>"
    article = _read(_item(short + FORMS["words"], about=ABOUT))
    assert LEDE in article.text
    assert "shorter-body-left-out: 1" in article.notes


def test_g2_notes_to_editors() -> None:
    """A correction is printed, also by its role; names and numbers of the desk are not."""
    meta = (
        '<edNote role="x:correction">Forty-one, not fourteen.</edNote>'
        '<edNote role="x:contacts" pubconstraint="x:nonpublic">Call 555 0100</edNote>'
        "<pubStatus qcode='stat:canceled'/>"
    )
    article = _read(_item(FORMS["words"], meta=meta, about=ABOUT))
    assert ("notice", "Forty-one, not fourteen.") in _roles(article)
    assert "555" not in article.text
    assert {"note-to-editors-left-out", "cancelled-by-publisher"} <= set(article.notes)


def test_first_newsml() -> None:
    """The first NewsML: lines from NewsLines, the text part, the supplier and the town."""
    article = _read(
        "<NewsML><NewsItem><Identification><NewsIdentifier><RevisionId>2</RevisionId>"
        "</NewsIdentifier></Identification><NewsManagement>"
        "<FirstCreated>20240308T090000+0000</FirstCreated>"
        "<ThisRevisionCreated>20240308T120000+0000</ThisRevisionCreated></NewsManagement>"
        "<NewsComponent><NewsLines><HeadLine>Ferry runs aground</HeadLine>"
        "<ByLine>By Marie Petit</ByLine></NewsLines><AdministrativeMetadata><Provider>"
        "<Party FormalName='AFP'/></Provider></AdministrativeMetadata><DescriptiveMetadata>"
        "<Location HowPresent='Origin'><Property FormalName='City' Value='Skarholm'/></Location>"
        "</DescriptiveMetadata><ContentItem><MediaType FormalName='Photo'/><DataContent>"
        f"{'A caption that is long. ' * 40}</DataContent></ContentItem><ContentItem>"
        f"<MediaType FormalName='Text'/><DataContent>{BODY}</DataContent></ContentItem>"
        "</NewsComponent></NewsItem></NewsML>"
    )
    assert [role for role, _ in _roles(article)] == ["headline", "byline", "lede", "body"]
    fields = (article.outlet, article.agency, article.dateline_place)
    assert [field.value for field in fields if field] == ["AFP", "AFP", "Skarholm"]
    assert article.published.at == "2024-03-08T09:00:00+0000"
    assert article.updated is not None


def test_text_that_lies_elsewhere() -> None:
    """An item without a text of its own says where that lies."""
    with pytest.raises(EmptyInput, match=r"https://wire\.example/7"):
        _read(_item('<remoteContent href="https://wire.example/7"/>'))
    with pytest.raises(EmptyInput):
        _read("<nitf/>")
    with pytest.raises(BrokenInput):
        _read("<newsMessage/>")
    with pytest.raises(BrokenInput):
        _read("no XML at all")
