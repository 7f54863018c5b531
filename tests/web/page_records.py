"""Records for the tests of the page: small articles of our own, as the export writes them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

PLACES = ("Marrowby", "Teasel Point", "Ostrand", "Low Farrow", "Quillhaven")
OUTLETS = ("The Marrowby Lantern", "Ostrand Gazette", "Harbour Wire", "Farrow Evening Post", None)


def make_article(
    lines: Iterable[tuple[str, str]],
    *,
    name: str = "note.txt",
    day: str | None = "2031-04-07",
    last: str | None = "",
    **given: Any,
) -> dict[str, Any]:
    """An article of (role, words) paragraphs; `last` is `day` unless it is given."""
    text, paragraphs, sentences = "", [], []
    for role, words in lines:
        start = len(text)
        text += words
        paragraphs.append({"start": start, "end": len(text), "role": role, "why": f"test-{role}"})
        if role not in ("residue", "tags"):
            core = words.strip()
            at = start + words.find(core)
            cuts = [m.end() for m in re.finditer(r"[.!?] ", core)]
            borders = [0, *cuts, len(core)]
            sentences += [
                [at + left, at + len(core[:right].rstrip())]
                for left, right in pairwise(borders)
                if core[left:right].strip()
            ]
    digest = hashlib.sha256(f"{name}|{text}".encode()).hexdigest()
    end = day if last == "" else last
    basis = "own-text" if day or end else "unknown"
    article: dict[str, Any] = {
        "id": digest[:16],
        "label": name.rsplit(".", 1)[0],
        "name": name,
        "names": [name],
        "address": None,
        "outlet": "Harbour Wire",
        "agency": None,
        "headline": next((w.strip() for r, w in lines if r == "headline"), None),
        "dek": None,
        "bylines": [],
        "dateline_place": None,
        "published": {
            "first": day,
            "last": end,
            "basis": basis,
            "at": None,
            "evidence": [],
            "why": "test",
        },
        "updated": None,
        "sha256": digest,
        "text": text,
        "paragraphs": paragraphs,
        "sentences": sentences,
        "language": "en",
        "analysed": True,
        "fields": {},
        "notes": [],
        "media_type": "text/plain",
    }
    return article | given


def make_record(articles: Iterable[Mapping[str, Any]], **given: Any) -> dict[str, Any]:
    """A record of the first stages: articles and origins, the rest not looked for."""
    listed = list(articles)
    record: dict[str, Any] = {
        "onrecord": "0.1.0",
        "schema": 1,
        "looked_for": ["articles", "mentions", "origins"],
        "settings": {"model": "test-model 1.0", "limits": {"item_bytes": 1000}},
        "versions": {"articles": "1", "analysis": "1"},
        "quality": [],
        "articles": listed,
        "origins": [
            {
                "id": f"o{n}",
                "medium": None,
                "articles": [{"article": a["id"], "relation": "independent", "why": "alone"}],
                "passages": [],
            }
            for n, a in enumerate(listed)
        ],
        "stories": [],
        "decisions": [],
    }
    for key in ("times", "attributions", "variants", "figures", "series", "entities"):
        record[key] = None
    for key in ("timeline", "differences", "news"):
        record[key] = None
    return record | given


def evidence(article: Mapping[str, Any], words: str) -> dict[str, Any]:
    """The anchor of words in an article."""
    start = article["text"].index(words)
    end = start + len(words)
    return {"article": article["id"], "start": start, "end": end, "text": words}


def make_time(
    article: Mapping[str, Any], words: str, first: str | None = None, **given: Any
) -> dict[str, Any]:
    """A time expression at the first place of its words, resolved to a day or to nothing."""
    place = evidence(article, words)
    return {
        "article": article["id"],
        "start": place["start"],
        "end": place["end"],
        "type": "DATE",
        "value": first or "XXXX-WXX-2",
        "first": first,
        "last": first,
        "rule": "weekday",
        "counted_from": "publication",
        "reference": None,
        "range": None,
    } | given


def make_support(
    article: Mapping[str, Any],
    words: str,
    *,
    time: str | None = None,
    source: str | None = None,
    status: str = "happened",
) -> dict[str, Any]:
    """The sentence that holds `words`; in it the words that date it and name who said it."""
    at = article["text"].index(words)
    start, end = next((s, e) for s, e in article["sentences"] if s <= at < e)
    text = article["text"]

    def place(part: str | None) -> list[int] | None:
        if part is None:
            return None
        begin = text.index(part, start)
        return [begin, begin + len(part)]

    return {
        "article": article["id"],
        "start": start,
        "end": end,
        "text": text[start:end],
        "time": place(time),
        "status": status,
        "source": place(source),
    }


def make_entry(
    supports: list[dict[str, Any]],
    first: str | None,
    last: str | None = "",
    *,
    best: int = 0,
    **given: Any,
) -> dict[str, Any]:
    """An entry of the timeline; `last` is `first` unless it is given."""
    quoted = supports[best]
    sentence = {key: quoted[key] for key in ("article", "start", "end", "text")}
    time = quoted["time"]
    offset = quoted["start"]
    articles = {support["article"] for support in supports}
    ids = "|".join(f"{s['article']}:{s['start']}" for s in supports)
    return {
        "id": hashlib.sha256(f"{ids}|{first}|{last}".encode()).hexdigest()[:16],
        "first": first,
        "last": first if last == "" else last,
        "value": first,
        "part": None,
        "status": "happened",
        "sentence": sentence,
        "expression": {
            "article": quoted["article"],
            "start": time[0],
            "end": time[1],
            "text": quoted["text"][time[0] - offset : time[1] - offset],
        }
        if time
        else None,
        "support": supports,
        "articles": len(articles),
        "origins": len(articles),
        "origin_names": ["Harbour Wire"],
        "weight": 0.5,
        "later_report": None,
        "later_report_sought": False,
        "why": "",
        "kept": False,
        "hidden": False,
        "note": None,
    } | given


def ferry_article(number: int, **given: Any) -> dict[str, Any]:
    """One of any number of reports on a ferry that does not sail."""
    place = PLACES[number % len(PLACES)]
    day = (date(2031, 2, 3) + timedelta(days=number * 3 % 200)).isoformat()
    lines = [
        ("headline", f"Ferry talks at {place} enter round {number}\n\n"),
        ("byline", "By Ansel Thorne\n"),
        ("dateline", f"{place.upper()} — "),
        (
            "lede",
            f"The council of {place} met on Tuesday for talk number {number} about the old ferry. "
            "No vessel has crossed the sound since the winter storms broke the landing stage.\n\n",
        ),
        (
            "body",
            f"“We want a boat by summer,” said Petra Holm, who keeps the inn at {place}. "
            "She counted eleven guests in March, where there had been ninety a year before. "
            f"The harbour office put the cost of a new stage at {number + 3} million crowns.\n\n",
        ),
        ("subhead", "A longer way round\n\n"),
        (
            "body",
            "Lorries take the road by the northern bridge, which adds two hours to each trip. "
            "Bakers have begun to store flour for a week. "
            "The operator did not answer a letter sent by this paper on Monday.\n\n",
        ),
        ("residue", "Read more\n"),
        ("residue", "  • Share this story\n"),
        ("residue", "  • Write to us\n"),
        ("tags", "ferry, harbour, council"),
    ]
    article = make_article(
        lines,
        name=f"ferry-{number:04}.txt",
        day=day,
        outlet=OUTLETS[number % len(OUTLETS)],
        bylines=["Ansel Thorne"],
        dateline_place=place.upper(),
        agency="HW" if number % 3 == 0 else None,
    )
    mark = evidence(article, "Ansel Thorne")
    place_mark = evidence(article, place.upper())
    article["fields"] = {
        "bylines": [{"basis": "stated", "start": mark["start"], "end": mark["end"]}],
        "dateline_place": {"basis": "stated", **place_mark},
    }
    article["published"]["evidence"] = [evidence(article, "on Tuesday")]
    return article | given


def odd_articles() -> list[dict[str, Any]]:
    """Articles as they come: other scripts, long, without headline or date, open-ended."""
    arabic = [
        ("headline", "توقف العبارة في الميناء القديم\n"),
        ("lede", "قال مدير الميناء إن العبارة لن تبحر قبل الصيف. لم يذكر سببا آخر.\n"),
    ]
    chinese = [
        ("headline", "渡轮停航第三个月\n"),
        ("lede", "港务局周二表示，渡轮要到夏天才能恢复航行。" * 30 + "\n"),
        ("body", "居民只能绕道北桥。" * 40),
    ]
    long_head = "Council, inn keepers and bakers " * 14 + "wait for a boat"
    return [
        make_article(arabic, name="ar.txt", language="ar", analysed=False, outlet="صحيفة المرفأ"),
        make_article(chinese, name="zh.txt", language="zh", analysed=False, day="2031-05-02"),
        make_article(
            [("headline", long_head + "\n"), ("lede", "It is a long wait.\n")], name="long.txt"
        ),
        make_article([("lede", "A note without a head.\n")], name="nohead.txt", outlet=None),
        make_article(
            [("headline", "Open at the end\n"), ("lede", "Since spring no boat has come.")],
            name="open.txt",
            day="2031-03-01",
            last=None,
        ),
        make_article(
            [("headline", "Some time in June\n"), ("lede", "No day is printed here.")],
            name="range.txt",
            day="2031-06-03",
            last="2031-06-20",
        ),
        make_article(
            [("headline", "No date at all\n"), ("lede", "Nothing tells the day.")],
            name="my file's name.txt",
            day=None,
            last=None,
        ),
        make_article([("residue", "\n\nNUL \0 and a lone CR\r in here\n")], name="nul.txt"),
    ]
