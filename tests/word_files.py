"""Word and rich text documents for tests, written by hand so that each says just what it must."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
TYPES = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
STYLES = (
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Kicker"/>'
    '<w:basedOn w:val="H2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/>'
    '</w:style><w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="V1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="z-Top of Form"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
)


def run(text: str, properties: str = "") -> str:
    """A run of text with its properties."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*content: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs (or of plain words) in a style."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(part if part.startswith("<") else run(part) for part in content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def field(code: str, result: str) -> str:
    """A field in the long form, with its result."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText> {code} </w:instrText></w:r>{marks[1]}{result}{marks[2]}"


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells with one paragraph each."""
    cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def part(root: str, content: str) -> bytes:
    """The XML of a part of the document."""
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{W}" {MORE}>{content}</w:{root}>'.encode()


def zipped(parts: dict[str, bytes], *, stored: bool = False) -> bytes:
    """A zip of these members."""
    packed = io.BytesIO()
    kind = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(packed, "w", kind) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


def docx_parts(*content: str, title: str = "", **stories: str) -> dict[str, bytes]:
    """The parts of a document; `stories` are further parts by their kind: `footnotes`, `header`."""
    kinds = {"officeDocument": "word/document.xml"}
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{RELATIONS}/{kind.rstrip("0123456789")}"'
        f' Target="{kind}.xml"/>'
        for kind in ("styles", *stories)
    )
    first = f'<Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="{kinds["officeDocument"]}"/>'
    head = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    roots = {"header": "hdr", "footer": "ftr"}
    parts = {
        "[Content_Types].xml": TYPES.encode(),
        "_rels/.rels": f"{head}{first}</Relationships>".encode(),
        "word/_rels/document.xml.rels": f"{head}{relations}</Relationships>".encode(),
        "word/styles.xml": part("styles", STYLES),
        "word/document.xml": part("document", f"<w:body>{''.join(content)}</w:body>"),
    }
    for kind, story in stories.items():
        root = roots.get(kind.rstrip("0123456789"), kind)
        parts[f"word/{kind}.xml"] = part(root, story)
    if title:
        core = f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c>'
        parts["docProps/core.xml"] = core.encode()
    return parts


def docx(*content: str, title: str = "", **stories: str) -> bytes:
    """A Word document of these paragraphs and tables."""
    body = [c if c.startswith("<") else paragraph(c) for c in content]
    return zipped(docx_parts(*body, title=title, **stories))


def rtf(body: str, head: str = "\\ansi\\ansicpg1252") -> bytes:
    """A rich text document; other letters than ASCII are written by number."""
    units = "".join(
        one if one.isascii() else "".join(f"\\u{u}?" for u in _units(one)) for one in body
    )
    return f"{{\\rtf1{head} {units}}}".encode()


def _units(letter: str) -> list[int]:
    pairs = letter.encode("utf-16-le", "surrogatepass")
    return [
        int.from_bytes(pairs[i : i + 2], "little", signed=True) for i in range(0, len(pairs), 2)
    ]
