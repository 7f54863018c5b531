"""Reading texts as articles, and a valley of which they tell."""

from __future__ import annotations

from onrecord.articles.read import read_article
from onrecord.values.article import Article
from onrecord.values.pages import Given, MediaType, Page

LEDE = (
    "The council of Torvik closed the lower road on Tuesday after water from the old wall"
    " reached the first houses, the mayor said."
)
SECOND = (
    "The wall was built by the province in 1931, and nobody has looked after it since the mill"
    " was shut, the mayor told the council."
)
THIRD = (
    "The council has asked the province for pumps, for men and for two lorries of sand, and it"
    " will meet again on the wall when the water has gone."
)
BODY = [LEDE, SECOND, THIRD]


def page(
    text: str | bytes,
    *,
    name: str = "a.txt",
    kind: MediaType = MediaType.PLAIN,
    days: tuple[str, ...] = (),
    **given: str,
) -> Page:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return Page(data=data, media_type=kind, name=name, given=Given(**given), name_dates=days)


def read(*lines: str, name: str = "a.txt", days: tuple[str, ...] = (), **given: str) -> Article:
    """The article whose lines these are, each followed by an empty one."""
    return read_article(page("\n\n".join(lines) + "\n", name=name, days=days, **given))


def parts(article: Article) -> list[tuple[str, str]]:
    """Role and trimmed words of every paragraph."""
    return [(p.role.value, article.text[p.start : p.end].strip()) for p in article.paragraphs]


def role_of(article: Article, words: str) -> str:
    """The role of the one paragraph that is exactly these words."""
    (role,) = {role for role, text in parts(article) if text == words}
    return role


def roles(article: Article) -> list[str]:
    """The roles in order."""
    return [role for role, _ in parts(article)]
