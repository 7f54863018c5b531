"""Tagged PDFs as browsers write them, by hand: one page, a tree of elements, links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tagged:
    """An element: its type, the line of text in it, what else it holds."""

    kind: str
    text: str = ""
    inside: Sequence[Tagged] = ()
    link: bool = False


@dataclass(slots=True)
class _File:
    objects: list[str] = field(default_factory=list)
    stream: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    """For each piece of content the object of the element that holds it."""

    def add(self, words: str = "") -> int:
        """One more object; its number."""
        self.objects.append(words)
        return len(self.objects)


_CATALOG, _PAGES, _PAGE, _FONT, _ROOT = 1, 2, 3, 4, 5
_HEIGHT, _STEP = 5_000, 22


def tagged_pdf(elements: Sequence[Tagged]) -> bytes:
    """The elements one under the other on one long page."""
    made = _File(["" for _ in range(_ROOT)])
    kids = " ".join(f"{_element(made, one, _ROOT)} 0 R" for one in elements)
    owners = " ".join(f"{number} 0 R" for number in made.owners)
    content = "\n".join(made.stream)
    stream = made.add(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    made.objects[:_ROOT] = [
        f"<< /Type /Catalog /Pages {_PAGES} 0 R /StructTreeRoot {_ROOT} 0 R "
        "/MarkInfo << /Marked true >> >>",
        f"<< /Type /Pages /Kids [{_PAGE} 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent {_PAGES} 0 R /MediaBox [0 0 600 {_HEIGHT}] "
        f"/Resources << /Font << /F {_FONT} 0 R >> >> /Contents {stream} 0 R "
        f"/StructParents 0 /Annots [{' '.join(made.links)}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Type /StructTreeRoot /K [{kids}] /ParentTree << /Nums [0 [{owners}]] >> >>",
    ]
    return _written(made.objects)


def _element(made: _File, one: Tagged, parent: int) -> int:
    own = made.add()
    kids = []
    if one.text:
        kids.append(str(len(made.owners)))
        made.owners.append(own)
        base = _HEIGHT - 60 - _STEP * len(made.owners)
        made.stream.append(
            f"/{one.kind} << /MCID {kids[0]} >> BDC BT /F 8 Tf 40 {base} Td ({one.text}) Tj ET EMC"
        )
        if one.link:
            made.links.append(
                f"<< /Type /Annot /Subtype /Link /Rect [30 {base - 3} 590 {base + 9}] "
                "/A << /S /URI /URI (https://elm.example/) >> >>"
            )
    kids += [f"{_element(made, inner, own)} 0 R" for inner in one.inside]
    made.objects[own - 1] = (
        f"<< /Type /StructElem /S /{one.kind} /P {parent} 0 R /Pg {_PAGE} 0 R "
        f"/K [{' '.join(kids)}] >>"
    )
    return own


def _written(objects: Sequence[str]) -> bytes:
    parts = ["%PDF-1.7\n"]
    places = []
    for number, words in enumerate(objects, 1):
        places.append(sum(map(len, parts)))
        parts.append(f"{number} 0 obj\n{words}\nendobj\n")
    start = sum(map(len, parts))
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    parts.append(
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
        f"trailer << /Size {len(objects) + 1} /Root {_CATALOG} 0 R >>\nstartxref\n{start}\n%%EOF\n"
    )
    return "".join(parts).encode("latin-1")
