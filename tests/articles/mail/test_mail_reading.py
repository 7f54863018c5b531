"""Mails as articles: which part is read, what is set aside, who and when."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.mail.forwarded import find_forwarded
from onrecord.articles.mail.lines import column_of, paragraphs_of, unescape_from, unflow
from onrecord.articles.mail.reading import strip_subject
from onrecord.articles.read import read_article
from onrecord.errors import EmptyInput
from onrecord.values.article import Article
from onrecord.values.pages import MediaType, Page

LONG = (
    "The town council of Lindgate voted on Monday to close the harbour road for at least six "
    "weeks, after the sea came over the wall for the third time since February."
)
SAID = (
    "“We cannot send buses through two feet of water,” said Marta Lund, who leads the council. "
    "“The wall has to be mended first.”"
)
THIRD = (
    "About 1,200 people use the ferry every day. Until the wall is mended they must walk from the "
    "old mill, the harbour office said."
)
SUBJECT = "Council shuts harbour road after third flood"
FROM_OUTLET = "From: The Lindgate Courier <news@courier.example>"
FROM_PERSON = "From: Tom Marsh <tom@elm.example>"
STORY = f"<h1>{SUBJECT}</h1><p>By Ada Reed</p><p>{LONG}</p><p>{SAID}</p><p>{THIRD}</p>"


def letter(body: str | bytes, *fields: str, subject: str = SUBJECT) -> Article:
    """The article of a mail with this body and these fields."""
    head = [f"Subject: {subject}", "Date: Tue, 5 Mar 2024 06:30:00 +0100", *fields]
    data = "\r\n".join((*head, "", "")).encode()
    data += body.encode() if isinstance(body, str) else body
    return read_article(Page(data=data, media_type=MediaType.MAIL, name="a.eml"))


def both(plain: str, html: str) -> str:
    """A body in two forms."""
    return (
        f"--e\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{plain}\r\n"
        f"--e\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n--e--\r\n"
    )


ALTERNATIVE = "Content-Type: multipart/alternative; boundary=e"


def roles(article: Article) -> dict[str, str]:
    """The words of each paragraph and its role."""
    return {article.text[p.start : p.end].strip(): p.role.value for p in article.paragraphs}


def test_subject_and_body() -> None:
    """The text is the subject, a blank line and the body; the subject is the headline."""
    article = letter(LONG + "\n\n" + SAID, FROM_OUTLET)
    assert article.text == f"{SUBJECT}\n\n{LONG}\n\n{SAID}"
    assert article.headline is not None
    assert article.headline.value == SUBJECT


def test_subject_that_stands_in_the_body() -> None:
    """A body that begins with the subject, or has it as its heading, does not get it twice."""
    assert letter(f"{SUBJECT}\n\n{LONG}", FROM_OUTLET).text.count(SUBJECT) == 1
    article = letter(f"<p>Tuesday</p>{STORY}", FROM_OUTLET, "Content-Type: text/html")
    assert article.text.count(SUBJECT) == 1
    assert roles(article)[SUBJECT] == "headline"


@pytest.mark.parametrize(
    ("subject", "is_list", "stripped"),
    [
        ("Fwd: FW: Re: The wall", False, "The wall"),
        ("AW: WG: [EXTERNAL] The wall", False, "The wall"),
        ("[elm-news] The wall", True, "The wall"),
        ("[elm-news] Re: The wall", False, "The wall"),
        ("[Update] The wall", False, "[Update] The wall"),
        ("Re[2]: The wall", False, "The wall"),
        ("Reform: the wall", False, "Reform: the wall"),
        ("", False, ""),
    ],
)
def test_subjects(subject: str, is_list: bool, stripped: str) -> None:
    """What programs put before a subject goes; an outlet's own word in brackets stays."""
    assert strip_subject(subject, is_list=is_list)[0] == stripped


def test_newsletter() -> None:
    """Of a newsletter the HTML is read; hidden lines, links and footers are no body."""
    html = (
        '<div style="max-height:0px;overflow:hidden">Ferry talks go on</div>'
        '<table><tr><td><a href="#">View this email in your browser</a></td></tr>'
        f"<tr><td>{STORY}</td></tr><tr><td><p>You are receiving this email because you asked "
        '<p>Our mailing address is: 4 Quay Street</p><a href="#">Unsubscribe</a></td></tr></table>'
    )
    article = letter(both("View in browser: https://x.example/1", html), FROM_OUTLET, ALTERNATIVE)
    found = roles(article)
    assert found[SUBJECT] == "headline"
    assert (found[LONG], found[SAID], found[THIRD]) == ("lede", "body", "body")
    assert [one.value for one in article.bylines] == ["Ada Reed"]
    assert "Ferry talks" not in article.text
    rest = {role for words, role in found.items() if words not in {LONG, SAID, THIRD, SUBJECT}}
    assert rest <= {"residue", "byline"}


def test_the_form_that_holds_more() -> None:
    """Where the HTML is a picture or a beginning, the plain text is read."""
    plain = f"{LONG}\n\n{SAID}\n\n{THIRD}"
    article = letter(both(plain, '<img src="a.png"><p>View online</p>'), FROM_OUTLET, ALTERNATIVE)
    assert article.text.endswith(THIRD)


def test_an_outlet_and_its_day() -> None:
    """A mail of an outlet has its name and its date; a list's sender with a person both."""
    article = letter(LONG, FROM_OUTLET)
    assert article.outlet is not None
    assert (article.outlet.value, article.outlet.basis) == ("The Lindgate Courier", "metadata")
    assert (article.published.at, article.published.basis) == (
        "2024-03-05T06:30:00+01:00",
        "metadata",
    )
    article = letter(LONG, "From: Ada Reed at The Tide <ada@tide.example>", "List-Unsubscribe: <x>")
    assert article.outlet is not None
    assert article.outlet.value == "The Tide"
    assert [one.value for one in article.bylines] == ["Ada Reed"]


@pytest.mark.parametrize(
    "fields",
    [
        (FROM_PERSON,),
        (FROM_PERSON, "List-Id: <talk.elm.example>", "List-Post: <mailto:talk@elm.example>"),
        ("From: newsletter@courier.example",),
        ("From: No Reply <noreply@courier.example>",),
    ],
)
def test_no_outlet(fields: tuple[str, ...]) -> None:
    """A person, a list on which people write, and a sender without a name are no outlet."""
    assert letter(LONG, *fields).outlet is None


def test_a_persons_mail_gives_no_day_of_publication() -> None:
    """When a person sent a mail is not when the article appeared."""
    assert not letter(LONG, FROM_PERSON).published.days.known


FORWARDS = [
    "---------- Forwarded message ---------\n{0}\nDate: Mon, Mar 4, 2024 at 9:14 AM\nSubject: {1}\n"
    "To: <tom@elm.example>\n\n\n{2}",
    "Begin forwarded message:\n\n> {0}\n> Subject: {1}\n> Date: 4 March 2024 at 09:14:00 CET\n"
    "> To: tom@elm.example\n>\n> {2}",
    "-----Original Message-----\n{0}\nSent: Monday, March 4, 2024 9:14 AM\nTo: Tom\n"
    "Subject: FW: {1}\n\n{2}",
    "{0}\nSent: Monday, March 4, 2024 9:14 AM\nTo: Tom; Jane;\n Jon\nSubject: {1}\n\n{2}",
    "-------- Weitergeleitete Nachricht --------\nBetreff: {1}\nDatum: Mon, 4 Mar 2024 09:14:00 "
    "+0100\nVon: The Lindgate Courier <news@courier.example>\n\n{2}",
]


@pytest.mark.parametrize("form", FORWARDS)
def test_forwarded(form: str) -> None:
    """A forwarded article has the sender, day and subject of the mail that was forwarded."""
    body = "Call me.\n\n" + form.format(FROM_OUTLET, "Harbour road closed", LONG)
    article = letter(body, FROM_PERSON, subject="Fwd: see this")
    assert article.headline is not None
    assert article.outlet is not None
    assert (article.headline.value, article.outlet.value) == (
        "Harbour road closed",
        "The Lindgate Courier",
    )
    assert str(article.published.days.first) == "2024-03-04"
    found = roles(article)
    assert found["Call me."] == "residue"
    assert found[LONG] == "lede"


def test_forwarded_html() -> None:
    """The header of a forwarded mail is found in HTML too."""
    header = FORWARDS[0].format(FROM_OUTLET, "Harbour road closed", "")
    header = header.replace("<", "&lt;").replace(">", "&gt;").strip().replace("\n", "<br>")
    html = f"<div>Look!<br><br><div>{header}</div><br><p>{LONG}</p><p>{SAID}</p></div>"
    article = letter(html, FROM_PERSON, "Content-Type: text/html; charset=utf-8", subject="Fwd: x")
    assert article.headline is not None
    assert article.headline.value == "Harbour road closed"
    assert article.outlet is not None
    assert roles(article)[LONG] == "lede"


def test_quotations_and_signatures() -> None:
    """What a person quotes, and the signature, are residue."""
    quoted = (
        "On Tue, Mar 5, 2024 at 6:30 AM Jane Holm\n<jane@elm.example> wrote:\n\n> Did you hear?"
    )
    article = letter(f"{LONG}\n\n{quoted}\n\n-- \nTom\n555 0101", FROM_PERSON, subject="Re: road")
    assert [p.role.value for p in article.paragraphs if article.text[p.start : p.end] != ""] == [
        "headline",
        "lede",
        "residue",
        "residue",
        "residue",
    ]


def test_wrapped_lines_are_joined() -> None:
    """The lines of a plain mail become the paragraphs that its writer wrote."""
    body = "\n\n".join(textwrap.fill(one, 72) for one in (LONG, SAID, THIRD))
    article = letter(f"By Ada Reed\nThe Tide\n\n{body}", FROM_PERSON)
    assert article.text == f"{SUBJECT}\n\nBy Ada Reed\nThe Tide\n\n{LONG}\n\n{SAID}\n\n{THIRD}"


@pytest.mark.parametrize(
    "lines",
    [
        ["Ferry: every hour", "Bus: none", "Train: at noon"],
        ["The sea came in", "and took the wall,", "the wall took it", "and gave it back."],
        ["- " + "one two three " * 5, "- " + "four five six " * 5, "- " + "seven eight " * 5],
        ["https://elm.example/" + "a" * 50, "https://elm.example/" + "b" * 50],
    ],
)
def test_lines_that_were_meant(lines: list[str]) -> None:
    """Lists, verses and links keep their lines."""
    wrapped = textwrap.wrap(LONG + " " + THIRD, 72)
    column = column_of([*wrapped, *lines])
    assert column is not None
    assert list(paragraphs_of(lines, column)) == ["\n".join(line.strip() for line in lines)]


@given(
    paragraphs=st.lists(
        st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=30, max_size=80),
        min_size=1,
        max_size=4,
    ),
    width=st.integers(66, 78),
)
def test_wrapping_is_undone(paragraphs: list[list[str]], width: int) -> None:
    """Whatever a program wrapped at its column comes back word by word, in its paragraphs."""
    lines: list[str] = []
    for words in paragraphs:
        lines += [*textwrap.wrap(" ".join(words), width), ""]
    joined = list(paragraphs_of(lines, column_of(lines)))
    assert [one.split() for one in joined] == paragraphs
    assert column_of(lines) is None or not any("\n" in one for one in joined)


@pytest.mark.parametrize(
    ("lines", "delete_space", "done"),
    [
        (["The sea ", "came."], False, ["The sea came."]),
        (["The se ", "a came."], True, ["The sea came."]),
        (["> a ", "> b", "c"], False, ["> a b", "c"]),
        ([" >a"], False, [">a"]),
        (["a ", "-- ", "Tom"], False, ["a ", "-- ", "Tom"]),
        ([" From here"], False, ["From here"]),
    ],
)
def test_flowed(lines: list[str], delete_space: bool, done: list[str]) -> None:
    """Soft line breaks of `format=flowed` are undone, signatures and quotations kept apart."""
    assert unflow(lines, delete_space=delete_space) == done


def test_escaped_from() -> None:
    """What a mailbox put before `From` goes, a quotation stays."""
    assert unescape_from(["a", ">From b", "> c", ">From d"]) == ["a", ">From b", "> c", ">From d"]
    assert unescape_from(["", ">From the mill", ""]) == ["", "From the mill", ""]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ("Die K=C3=BC=\r\nste.", ("Content-Transfer-Encoding: quoted-printable",)),
        ("RGllIEvDvHN0ZS4=", ("Content-Transfer-Encoding: base64",)),
        ("Die Küste.".encode("cp1252"), ("Content-Type: text/plain; charset=utf-8",)),
        ("Die Küste.", ("Content-Type: text/plain; charset=us-ascii",)),
        ("Die Küste.", ("Content-Type: text/plain; charset=utf8-x",)),
        ("Die Küste.".encode("cp1252"), ()),
    ],
)
def test_encodings(body: str | bytes, fields: tuple[str, ...]) -> None:
    """The words come out right, also where the mail is wrong about their encoding."""
    assert letter(body, FROM_OUTLET, *fields).text.endswith("Die Küste.")


def test_wire_copy() -> None:
    """Slug lines are no headline; notes to desks are notices; the agency is read."""
    body = (
        "BC-NV--Harbour,0350\nLindgate shuts harbour road after third flood\nEds: Adds cost.\n"
        f"(Updates with comment of the province)\nBy ADA REED\n\nLINDGATE (AP) -- {LONG}\n\n{THIRD}"
    )
    article = letter(body, FROM_OUTLET, subject="BC-NV--Harbour, 2nd Ld-Writethru")
    found = roles(article)
    assert found["Lindgate shuts harbour road after third flood"] == "headline"
    assert found["Eds: Adds cost."] == "notice"
    assert found["BC-NV--Harbour, 2nd Ld-Writethru"] == "residue"
    assert article.agency is not None
    assert article.agency.value == "AP"


def test_archived_at() -> None:
    """Only `Archived-At` is an address of the mail."""
    fields = (FROM_OUTLET, "Message-ID: <1@x>", "List-Archive: <https://x.example/l>")
    assert letter(LONG, *fields).address is None
    address = "https://x.example/2024/1"
    assert letter(LONG, *fields, f"Archived-At: <{address}>").address == address


def test_a_mail_without_words() -> None:
    """A mail of nothing but signs holds no text."""
    with pytest.raises(EmptyInput):
        letter("", FROM_OUTLET)


@given(
    lines=st.lists(st.sampled_from([*FORWARDS[0].split("\n"), "From: a@b", "", "x"]), max_size=12)
)
def test_forwarded_lines_stand_in_the_text(lines: list[str]) -> None:
    """A header that is found takes up lines that are there."""
    found = find_forwarded(lines)
    assert found is None or 0 <= found.first < found.end <= len(lines)
