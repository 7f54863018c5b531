"""The styles of a chronology in Word, by names that Word knows where it has such a style."""

from __future__ import annotations

_FONT = (
    '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="Cambria" w:cs="Times New Roman"/>'
)
_GREY = '<w:color w:val="595959"/>'
_SMALL = '<w:sz w:val="20"/><w:szCs w:val="20"/>'


def _defaults() -> str:
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONT}<w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="en-US"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="80" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )


def _of_paragraphs(key: str, name: str, *, layout: str = "", letters: str = "") -> str:
    """A paragraph style that is based on `Normal`."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{layout}</w:pPr>'
        f"<w:rPr>{letters}</w:rPr></w:style>"
    )


def _of_runs(key: str, name: str, letters: str) -> str:
    """A character style."""
    return (
        f'<w:style w:type="character" w:styleId="{key}"><w:name w:val="{name}"/>'
        f"<w:rPr>{letters}</w:rPr></w:style>"
    )


STYLES = "".join(
    (
        _defaults(),
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>",
        _of_paragraphs(
            "Title",
            "Title",
            layout='<w:spacing w:after="40"/>',
            letters='<w:b/><w:sz w:val="36"/><w:szCs w:val="36"/>',
        ),
        _of_paragraphs("Extent", "Extent", letters=_GREY),
        _of_paragraphs(
            "Heading1",
            "heading 1",
            layout='<w:keepNext/><w:spacing w:before="280" w:after="40"/><w:outlineLvl w:val="0"/>',
            letters='<w:b/><w:sz w:val="24"/><w:szCs w:val="24"/>',
        ),
        _of_paragraphs("Standing", "Standing", layout="<w:keepNext/>", letters="<w:i/>"),
        _of_paragraphs("Quote", "Quote", layout="<w:keepLines/>"),
        _of_paragraphs("Reports", "Reports", letters=_GREY + _SMALL),
        _of_paragraphs(
            "OwnWords",
            "Own words",
            layout='<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="808080"/>'
            '</w:pBdr><w:ind w:left="240"/>',
            letters="<w:i/>",
        ),
        _of_paragraphs(
            "FootnoteText", "footnote text", layout='<w:spacing w:after="0"/>', letters=_SMALL
        ),
        _of_runs("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
        _of_runs("Expression", "Expression", '<w:b w:val="0"/>'),
        _of_runs("Speaker", "Speaker", '<w:b/><w:i w:val="0"/>'),
        _of_runs("Hyperlink", "Hyperlink", '<w:color w:val="0563C1"/><w:u w:val="single"/>'),
    )
)
"""Content of the part `styles`."""
