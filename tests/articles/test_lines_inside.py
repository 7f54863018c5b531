"""Lines between the paragraphs of a body that are neither sentence nor subhead."""

from __future__ import annotations

import pytest

from onrecord.articles.read import read_article
from onrecord.values.pages import MediaType, Page

HEAD = "Council closes the lower road below the wall"
BODY = [
    "The council of Torvik closed the lower road on Tuesday after water from the wall ran over it.",
    "Two lorries brought sand to the houses beside the road, and the school was shut for the day.",
    "The council will meet again on Friday to decide whether the people of the road must leave it.",
]


def role_of(line: str) -> str:
    text = "\n\n".join([HEAD, BODY[0], line, *BODY[1:]])
    article = read_article(Page(data=text.encode(), media_type=MediaType.PLAIN, name="road.txt"))
    place = text.index(line)
    return next(p.role.value for p in article.paragraphs if p.start <= place < p.end)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("See: The council and the road, a map of the houses that were left by the water", "residue"),
        ("The wall, the road and the houses were looked at by all of the men of the town,", "body"),
        ("The road is shut, and we are all at the school now — Jane Roe (@janeroe) March 8, 2022", "body"),
        ("Governor Jane Roe (R) and the council looked at the road on Tuesday and then left it.", "body"),
    ],
)  # fmt: skip
def test_role(line: str, role: str) -> None:
    """The line gets the part that it plays for a reader."""
    assert role_of(line) == role
