"""ninjs, the IPTC's news in JSON: which of its properties are which of our fields.

Generation 1 has flat lower-case properties (`body_xhtml`, `headline`), generation 2 lists
of objects (`bodies`, `headlines`), generation 3 the same in camel case. Properties are
compared without regard to case, `_` and `-`, so one table serves all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.sources.iptc.newsroom import COMPOSITES, Standing, code_of, item_dates
from onrecord.text.surrogates import without_surrogates

_SIGNS = frozenset(
    {
        *("versioncreated", "firstcreated", "contentcreated", "pubstatus", "usageterms"),
        *("copyrightholder", "copyrightnotice", "representationtype", "embargoed"),
        *("embargoeduntil", "located", "ednote", "slugline", "urgency", "renditions"),
        *("associations", "charcount", "wordcount", "infosource", "infosources", "rightsinfo"),
        *("trustindicator", "trustindicators", "bodies", "headlines", "descriptions"),
        *("bodyxhtml", "altids", "contentdigitised", "genres", "standard"),
    }
)
"""Properties that are typical of ninjs; two of them beside a `uri` settle it."""
_DEK_ROLE = re.compile(r"sub|dek|standfirst|secondary", re.IGNORECASE)
_SUMMARY_ROLE = re.compile(r"summary|abstract|teaser|lead|dek|standfirst|intro", re.IGNORECASE)
_NO_SUMMARY = re.compile(r"caption|alt|note|slug|seo|social", re.IGNORECASE)
_HTML = re.compile(r"x?html|xml", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_NEARLY = 0.97
"""Share of the longest body's words from which another one counts as the same text."""
_ROLE_LENGTH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """What a news item of an agency says beyond the fields of a record."""

    byline: str | None = None
    """The line as it is printed."""
    subheadline: str | None = None
    dateline: str | None = None
    """The line as it is printed, in ninjs that is extended by it."""
    place: str | None = None
    """Where it was written, as stated beside the text."""
    credits: tuple[str, ...] = ()
    """Who supplied it and who claims the rights."""
    note: str | None = None
    """A note to the editors who receive it."""
    markup: bool = False
    """Whether the text is stated to be markup."""
    remarks: tuple[str, ...] = ()
    """Notes for the article: what was chosen, what its publisher says of it."""


@dataclass(frozen=True, slots=True)
class _Text:
    """One of several headlines, descriptions or bodies."""

    value: str
    role: str = ""
    kind: str = ""

    @property
    def words(self) -> int:
        return len(_TAG.sub(" ", self.value).split())

    @property
    def is_markup(self) -> bool:
        return bool(_HTML.search(self.kind) or _HTML.search(self.role) or "nitf" in self.role)


def is_ninjs(record: Mapping[str, object]) -> bool:
    """Whether an object is a ninjs item: it says so, or it has a `uri` and typical properties."""
    for key in ("standard", "$standard"):
        standard = record.get(key)
        if isinstance(standard, dict) and str(standard.get("name", "")).casefold() == "ninjs":
            return True
    if not isinstance(record.get("uri"), str):
        return False
    return len({_fold(key) for key in record} & _SIGNS) >= 2


def ninjs_standing(record: Mapping[str, object]) -> Standing:
    """Kind and status of a ninjs item; a composite without a body only lists other items."""
    item = _folded(record)
    stated, status = item.get("type"), item.get("pubstatus")
    kind = code_of(stated) if isinstance(stated, str) and stated.strip() else "text"
    if kind in COMPOSITES and not any(body.words for body in _texts(item, "body")):
        kind = "package"
    return Standing(
        kind,
        code_of(status) if isinstance(status, str) and status.strip() else "usable",
    )


def ninjs_record(record: Mapping[str, object]) -> tuple[dict[str, object], Newsroom]:
    """The item as a record with our own keys, and what a record has no keys for."""
    item, standing = _folded(record), ninjs_standing(record)
    headlines = list(_texts(item, "headline"))
    main = _main_headline(headlines)
    sub = next((h for h in headlines if h is not main and _DEK_ROLE.search(h.role)), None)
    summary = _summary(item)
    body, notes = _body(item, summary)
    dates = item_dates(
        first=_string(item, "firstcreated"),
        content=_string(item, "contentcreated"),
        version=_string(item, "versioncreated"),
        embargo=_string(item, "embargoeduntil", "embargoed"),
        number=str(item.get("version") or ""),
    )
    holder = _string(item, "copyrightholder")
    suppliers = tuple(_names(item, "provider", "infosources", "infosource", "source"))
    if dates.embargoed is not None:
        notes += (f"embargoed-until: {dates.embargoed}",)
    if standing.reason is not None:
        notes += (standing.reason,)
    ours: dict[str, object] = {
        "id": _string(item, "uri"),
        "title": main.value if main else None,
        "text": None if standing.is_aside or body is None else body.value,
        "published": dates.published,
        "updated": dates.updated,
        "address": uri if _is_address(uri := _string(item, "uri") or "") else None,
        "outlet": next(_names(item, "provider"), None) or holder or next(iter(suppliers), None),
        "dek": sub.value if sub else summary.value if summary and summary is not body else None,
        "language": _string(item, "language"),
    }
    newsroom = Newsroom(
        byline=_string(item, "byline", "by"),
        subheadline=sub.value if sub else None,
        dateline=next(_names(item, "dateline"), None),
        place=next(_names(item, "located"), None),
        credits=_credits(item, suppliers),
        note=_string(item, "ednote"),
        markup=body is not None and body.is_markup,
        remarks=notes,
    )
    return {key: value for key, value in ours.items() if value}, newsroom


def _credits(item: Mapping[str, object], suppliers: tuple[str, ...]) -> tuple[str, ...]:
    rights = (_string(item, "copyrightholder"), _string(item, "copyrightnotice"))
    lines = (_string(item, "creditline"), *suppliers, *rights)
    return tuple(dict.fromkeys(line for line in lines if line))


def _fold(key: str) -> str:
    return re.sub(r"[_\-]", "", key).casefold()


def _folded(record: Mapping[str, object]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key in sorted(record):
        found.setdefault(_fold(key), record[key])
    return found


def _string(item: Mapping[str, object], *keys: str) -> str | None:
    for key in keys:
        value = item.get(key)
        if isinstance(value, str) and value.strip():
            return without_surrogates(value.strip())
    return None


def _names(item: Mapping[str, object], *keys: str) -> Iterator[str]:
    """The names under these keys: strings, or objects with a name, alone or in lists."""
    for key in keys:
        value = item.get(key)
        for one in value[:10] if isinstance(value, list) else [value]:
            name = one
            if isinstance(one, dict):
                name = one.get("name") or one.get("literal") or one.get("text")
            if isinstance(name, str) and name.strip():
                yield without_surrogates(name.strip())


def _texts(item: Mapping[str, object], name: str) -> Iterator[_Text]:
    """All texts of one sort: `name`, its plural and `name_suffix`."""
    plural = f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
    for key, value in item.items():
        if key in (name, plural):
            for one in value if isinstance(value, list) else [value]:
                if (text := _text(one)) is not None:
                    yield text
        elif key.startswith(name) and isinstance(value, str) and value.strip():
            yield _Text(without_surrogates(value), key.removeprefix(name))


def _text(one: object) -> _Text | None:
    if isinstance(one, str):
        return _Text(without_surrogates(one)) if one.strip() else None
    if not isinstance(one, dict):
        return None
    part = _folded(one)
    value = _string(part, "value")
    if value is None:
        return None
    return _Text(value, _string(part, "role", "name") or "", _string(part, "contenttype") or "")


def _main_headline(headlines: list[_Text]) -> _Text | None:
    for wanted in ("main", "", "headline", "title"):
        for headline in headlines:
            if headline.role.casefold() == wanted:
                return headline
    return next((h for h in headlines if not _DEK_ROLE.search(h.role)), None)


def _summary(item: Mapping[str, object]) -> _Text | None:
    found = [text for text in _texts(item, "description") if not _NO_SUMMARY.search(text.role)]
    named = (text for text in found if _SUMMARY_ROLE.search(text.role))
    return next(named, None) or next((t for t in found if not t.is_markup), None)


def _body(
    item: Mapping[str, object], summary: _Text | None
) -> tuple[_Text | None, tuple[str, ...]]:
    """The body that holds the most, in markup before plain text where they hold the same."""
    bodies = [body for body in _texts(item, "body") if body.words]
    if not bodies:
        return summary, ("summary-only",) if summary else ()
    most = max(body.words for body in bodies)
    full = [body for body in bodies if body.words >= _NEARLY * most]
    chosen = min(full, key=lambda b: (not b.is_markup, "nitf" in b.role + b.kind, b.role != "main"))
    others = [body for body in bodies if body not in full]
    if not others:
        return chosen, ()
    roles = sorted({(body.role or body.kind or "unnamed")[:_ROLE_LENGTH] for body in others})
    return chosen, (f"shorter-body-left-out: {', '.join(roles[:5])}",)


def _is_address(uri: str) -> bool:
    return re.match(r"https?://\S+$", uri, re.IGNORECASE) is not None
