"""Blocks: what is visible, where it is divided, what the markup says of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.html.blocks import read_blocks
from onrecord.articles.html.page_blocks import Block
from onrecord.articles.html.tree import parse_page


def blocks_of(page: str) -> list[Block]:
    tree = parse_page(page)
    assert tree is not None
    return list(read_blocks(tree).blocks)


def texts_of(page: str) -> list[str]:
    return [block.text for block in blocks_of(page)]


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        ("<p>One <b>bold</b> <i>word</i>.</p><p>Two</p>", ["One bold word.", "Two"]),
        ("<div>Before<p>inside</p>after</div>", ["Before", "inside", "after"]),
        ("<p>one\n   two\t three</p>", ["one two three"]),
        ("<p>one\u2028two</p>", ["one two"]),
        ("<p>ten\u00a0 miles&nbsp;on</p>", ["ten\u00a0 miles\u00a0on"]),
        ("<p>first<br>second</p>", ["first\nsecond"]),
        ("<p>first<br> <br/>second</p>", ["first", "second"]),
        ("<p>first<br>&nbsp;<br>second</p>", ["first", "second"]),
        ("<pre>first\nsecond\n\nthird</pre>", ["first\nsecond", "third"]),
        ("<p>a &amp;amp; b &lt;script&gt;</p>", ["a &amp; b <script>"]),
        ("<p>no<span style='display:none'>thing</span> hidden</p>", ["no hidden"]),
        ("<p>x<script>var a = 1</script>y<style>p{}</style><!-- c -->z</p>", ["xyz"]),
        ("<ul><li>one<li>two</ul><dl><dt>a<dd>b</dl>", ["one", "two", "a", "b"]),
        ("<p>unclosed<p>tags<h2>here", ["unclosed", "tags", "here"]),
        ("<p>&nbsp;</p><p> </p><p>seen</p>", ["seen"]),
        ("<p>o<wbr>ne</p><noscript>twice</noscript><template>t</template>", ["one"]),
        ("<p>o<wbr>n<embed>e</p><video><source>v</video><p>two</p>", ["one", "two"]),
        ("plain words", ["plain words"]),
    ],
)
def test_visible_text_is_divided_at_block_elements_only(page: str, texts: list[str]) -> None:
    """Blocks are what a reader sees, one a block element, white space folded."""
    assert texts_of(page) == texts


def test_cells_of_a_data_row_are_joined() -> None:
    """A table of values gives one block a row, its cells set apart by bars."""
    page = "<table><tr><th>Town<th>Level</tr><tr><td>Ostwick</td><td> 4.2 m </td></tr></table>"
    assert [(b.tag, b.text) for b in blocks_of(page)] == [
        ("tr", "Town | Level"),
        ("tr", "Ostwick | 4.2 m"),
    ]


@pytest.mark.parametrize(
    "cell", ["<p>Long text.</p><p>More text.</p>", "Long text.<br><br>More text."]
)
def test_a_table_used_for_layout_keeps_its_paragraphs(cell: str) -> None:
    """Cells that hold paragraphs are no data row."""
    page = f"<table><tr><td>Menu</td><td>{cell}</td></tr></table>"
    assert texts_of(page) == ["Menu", "Long text.", "More text."]


@pytest.mark.parametrize(
    "attributes",
    ["hidden", "aria-hidden=true", "style='DISPLAY : none'", "style='visibility:hidden'"],
)
def test_hidden_elements_lie_in_a_hidden_region(attributes: str) -> None:
    """What says that it is not shown is told apart, with everything inside of it."""
    tree = parse_page(f"<p>seen</p><div {attributes}><p>not seen</p></div>")
    assert tree is not None
    page = read_blocks(tree)
    hidden = [b.region >= 0 and page.regions[b.region].hidden for b in page.blocks]
    assert hidden == [False, True]


@pytest.mark.parametrize(
    "markup",
    [
        *("<nav>{}</nav>", "<footer>{}</footer>", "<aside>{}</aside>", "<button>{}</button>"),
        *("<div role=navigation>{}</div>", "<div class='article__share-bar'>{}</div>"),
        *("<div id=relatedStories>{}</div>", "<div class='cookie_note'>{}</div>"),
    ],
)
def test_residue_by_element_landmark_or_class_word(markup: str) -> None:
    """Regions that are no part of an article are known by element, role or class word."""
    tree = parse_page("<p>seen</p>" + markup.format("<p>menu</p>"))
    assert tree is not None
    page = read_blocks(tree)
    assert [b.region >= 0 for b in page.blocks] == [False, True]
    assert page.regions[page.blocks[1].region].why.startswith("markup-")


def test_class_words_count_only_whole() -> None:
    """A class that merely contains a word of the list says nothing."""
    tree = parse_page("<div class='shareholder unrelated adobe'><p>words</p></div>")
    assert tree is not None
    assert read_blocks(tree).regions == ()


def test_an_articles_own_footer_is_no_residue() -> None:
    """Credits and notices stand in the footer of the article element."""
    tree = parse_page("<article><p>body</p><footer>Edited by Mira Tolland</footer></article>")
    assert tree is not None
    assert read_blocks(tree).regions == ()


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("<figure><img><figcaption>The quay.</figcaption></figure>", "caption"),
        ("<div class=photo><span class='photo-credit'>M. Tolland</span></div>", "caption"),
        ("<p class='byline'>By Mira Tolland</p>", "byline"),
        ("<p>By <a rel=author href=/m>Mira Tolland</a></p>", "byline"),
        ("<p><span itemprop=author>Mira Tolland</span></p>", "byline"),
        ("<p><time datetime=2031-05-02>2 May 2031</time></p>", "timestamp"),
        ("<div class='story-timestamp'>2 May 2031</div>", "timestamp"),
    ],
)
def test_marks_of_captions_bylines_and_timestamps(page: str, kind: str) -> None:
    """The markup's word for a line is kept with its reason."""
    block = blocks_of(page)[-1]
    assert getattr(block, kind).startswith("markup-")


def test_a_mark_on_a_few_characters_is_not_the_blocks() -> None:
    """A name or a date inside of a sentence makes no byline and no timestamp of it."""
    page = "<p>The mayor spoke on <time>2 May</time> and thanked <b class=author>Tolland</b>.</p>"
    block = blocks_of(page)[0]
    assert (block.byline, block.timestamp) == ("", "")


def test_link_share_counts_characters() -> None:
    """Half of the characters in a link: half a share."""
    assert blocks_of("<p>abcd <a href=/x>efgh</a></p>")[0].link_share == pytest.approx(0.5)


_WORDS = st.text(alphabet="abcdeé <&>\u00a0\n", min_size=1, max_size=20).filter(str.strip)
_TREES = st.recursive(
    _WORDS,
    lambda inner: st.tuples(st.sampled_from(["p", "div", "li", "span", "b"]), st.lists(inner)),
    max_leaves=12,
)


def _markup(tree: object) -> str:
    if isinstance(tree, tuple):
        tag, inner = tree
        return f"<{tag}>{''.join(map(_markup, inner))}</{tag}>"
    text = str(tree).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<section>{text}</section>"


def _leaves(tree: object) -> list[str]:
    if isinstance(tree, tuple):
        return [leaf for inner in tree[1] for leaf in _leaves(inner)]
    return [str(tree)]


@given(_TREES)
def test_every_visible_text_is_a_block_in_its_order(tree: object) -> None:
    """Nothing visible is lost, doubled or moved, however elements are nested."""
    expected = [" ".join(leaf.replace("\n", " ").split(" ")) for leaf in _leaves(tree)]
    expected = [" ".join(filter(None, leaf.split(" "))).strip() for leaf in expected]
    assert texts_of(f"<body>{_markup(tree)}</body>") == expected
