"""The rules of the grammar of time expressions (prototype: one file)."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.analysis.time_grammar import (
    DISTANCE,
    FIXED,
    UNIT,
    WEEKDAY,
    YEARLESS,
    Found,
    Rule,
    Words,
    clock_value,
    duration,
    found,
    number_value,
    spelled_year,
    _year,
)
from onrecord.lexicon.time_words import alternation, time_words
from onrecord.values.times import CountedFrom, Direction, TimeForm, TimeType

DATE, TIME, DURATION, SET = TimeType.DATE, TimeType.TIME, TimeType.DURATION, TimeType.SET
NOTHING, PUBLICATION, EXPRESSION = CountedFrom.NOTHING, CountedFrom.PUBLICATION, CountedFrom.EXPRESSION


def make_rules() -> tuple[Rule, ...]:
    w = time_words()
    W = Words(w)
    out: list[Rule] = []

    def rule(name: str, needs: str, pattern: str, flags: int = re.I) -> Callable:
        compiled = re.compile(pattern, flags)

        def register(build: Callable) -> Callable:
            out.append(Rule(name, frozenset(needs.split()), compiled, lambda m, t: build(m, t, name) or []))
            return build

        return register

    def month_number(text: str) -> int:
        return w.months[text.lower().rstrip(".")]

    def month_ok(text: str) -> bool:
        bare = text.rstrip(".")
        return bare[:1].isupper() and (len(bare) == 3 or bare.isupper() or bare[1:].islower())

    def day_number(text: str) -> int:
        low = re.sub(r"\s+", " ", text.lower())
        if low in w.ordinals:
            return w.ordinals[low]
        return int(re.match(r"\d+", low)[0])

    def part_of(text: str | None) -> str:
        return w.parts.get(re.sub(r"\s+", " ", text.lower().strip(" -")), "") if text else ""

    def weekday_number(text: str) -> int:
        return w.weekdays[text.lower().rstrip(".")]

    NOT_BEFORE = r"(?<![\w$£€.,/:-])"
    PARTX = rf"(?:(?P<part>(?:the\s+)?{W.part}(?!\w)[-\s]*))?"
    WDX = rf"(?:(?P<wd>{W.weekday_any}),?\s+)?"

    # --- calendar dates ---

    @rule("iso", "number", rf"(?<![\w-])(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ](?P<t>\d\d:\d\d(?::\d\d)?)(?:Z|[+-]\d\d:?\d\d)?)?(?![\w])")
    def _(m, text, name):
        if not (1 <= int(m["m"]) <= 12 and 1 <= int(m["d"]) <= 31):
            return None
        clock = f"T{m['t']}" if m["t"] else ""
        value = f"{m['y']}-{m['m']}-{m['d']}{clock}"
        return [found(m, name, TIME if clock else DATE, TimeForm(shape=FIXED, value=value), counted_from=NOTHING)]

    @rule("numeric-date", "number", rf"{NOT_BEFORE}(?P<a>\d{{1,2}})(?P<s>[/.-])(?P<b>\d{{1,2}})(?P=s)(?P<y>\d{{4}}|\d\d)(?![\w/])")
    def _(m, text, name):
        a, b, y = int(m["a"]), int(m["b"]), int(m["y"])
        if len(m["y"]) == 2:
            y += 1900 if y > 40 else 2000
        month, day = (a, b) if m["s"] != "." else (b, a)
        if month > 12:
            month, day = day, month
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        return [found(m, name, DATE, TimeForm(shape=FIXED, value=f"{y:04d}-{month:02d}-{day:02d}"), counted_from=NOTHING)]

    def day_form(month: int, day: int, year: str | None, shift: int | None = None, **more) -> tuple[TimeForm, dict]:
        if year:
            return TimeForm(shape=FIXED, value=f"{_year(year)}-{month:02d}-{day:02d}", **more), {"counted_from": NOTHING}
        if shift is not None:
            return TimeForm(shape=YEARLESS, value=f"{month:02d}-{day:02d}", shift=shift, direction=Direction.SHIFTED, **more), {}
        return TimeForm(shape=YEARLESS, value=f"{month:02d}-{day:02d}", direction=Direction.NEAREST, **more), {"open_direction": True}

    YX = rf"(?:,?\s+(?:(?P<y>{W.year})|(?P<rel>last|this|next)\s+year)|,?\s+of\s+(?P<rel2>last|this|next)\s+year)?"
    REL = {"last": -1, "this": 0, "next": 1}

    def rel_shift(m) -> int | None:
        rel = m["rel"] or m["rel2"]
        return REL[rel.lower()] if rel else None

    @rule("month-day", "month", rf"\b{WDX}(?P<mo>{W.month})\s*(?:the\s+)?(?P<d>{W.day}|{W.ordinal_day}(?!\s+(?:quarter|half)))(?!\s*(?:%|percent|points|people|troops))(?![/:]\d){YX}(?:,?\s+(?:at\s+)?(?P<clock>{W.clock}){W.zone})?")
    def _(m, text, name):
        if not month_ok(m["mo"]):
            return None
        form, more = day_form(month_number(m["mo"]), day_number(m["d"]), m["y"], rel_shift(m))
        if form.shape is YEARLESS and form.direction is Direction.NEAREST and re.search(r"\bended\s+(?:on\s+)?$", text[: m.start()]):
            form = _directed(form, Direction.PAST)
            more = {}
        clock = clock_value(m["clock"]) if m["clock"] else None
        if clock:
            return [found(m, name, TIME, _clocked(form, clock), **more)]
        return [found(m, name, DATE, form, **more)]

    @rule("day-month", "month", rf"{NOT_BEFORE}{WDX}(?:the\s+)?(?P<d>{W.day}|{W.ordinal_day})(?:\s+(?:day\s+)?of)?\s+(?P<mo>{W.month}){YX}")
    def _(m, text, name):
        if not month_ok(m["mo"]):
            return None
        form, more = day_form(month_number(m["mo"]), day_number(m["d"]), m["y"], rel_shift(m))
        return [found(m, name, DATE, form, **more)]

    @rule("month-day-range", "month", rf"\b(?P<mo>{W.month})\s+(?P<d>{W.day})(?P<sep>\s*[-–—]\s*|\s+(?:to|and|through|until|till|or)\s+)(?P<d2>{W.day})(?!\s*(?:%|percent|p\.?m|a\.?m|people|troops|{W.month}))(?:,?\s+(?P<y>{W.year}))?(?![\w:/])")
    def _(m, text, name):
        if not month_ok(m["mo"]) or (day_number(m["d2"]) <= day_number(m["d"]) and not m["y"]):
            return None
        month = month_number(m["mo"])
        a, more = day_form(month, day_number(m["d"]), m["y"])
        b, _ = day_form(month, day_number(m["d2"]), m["y"])
        return [
            Found(start=m.start(), end=m.end("d"), type=DATE, form=a, rule=name, range_group=1, **more),
            Found(start=m.start("d2"), end=m.end(), type=DATE, form=b, rule=name, range_group=1, **more),
        ]

    @rule("day-month-range", "month", rf"{NOT_BEFORE}(?P<d>{W.day})(?P<sep>\s*[-–—]\s*|\s+(?:to|and|through|until|till|or)\s+)(?P<d2>{W.day})\s+(?P<mo>{W.month})(?:,?\s+(?P<y>{W.year}))?")
    def _(m, text, name):
        if not month_ok(m["mo"]):
            return None
        month = month_number(m["mo"])
        a, more = day_form(month, day_number(m["d"]), m["y"])
        b, _ = day_form(month, day_number(m["d2"]), m["y"])
        return [
            Found(start=m.start(), end=m.end("d"), type=DATE, form=a, rule=name, range_group=1, **more),
            Found(start=m.start("d2"), end=m.end(), type=DATE, form=b, rule=name, range_group=1, **more),
        ]

    @rule("month-range-year", "month", rf"\b(?P<mo>{W.month})(?:\s+(?P<d>{W.day}))?(?P<sep>\s*[-–—/]\s*|,?\s+(?:to|and|through|until|till|or)\s+)(?P<part>{W.part}\s+)?(?P<mo2>{W.month})(?:\s+(?P<d2>{W.day}))?,?\s+(?:of\s+)?(?P<y>{W.year})")
    def _(m, text, name):
        if not (month_ok(m["mo"]) and month_ok(m["mo2"])) or bool(m["d"]) != bool(m["d2"]):
            return None
        a, b = month_number(m["mo"]), month_number(m["mo2"])
        year = int(m["y"])
        first = year - 1 if a > b and "and" not in m["sep"] else year
        va, vb = f"{first:04d}-{a:02d}", f"{year:04d}-{b:02d}"
        if m["d"]:
            va, vb = f"{va}-{day_number(m['d']):02d}", f"{vb}-{day_number(m['d2']):02d}"
        ea = m.end("d") if m["d"] else m.end("mo")
        sb = m.start("part") if m["part"] else m.start("mo2")
        return [
            Found(start=m.start(), end=ea, type=DATE, form=TimeForm(shape=FIXED, value=va), rule=name, range_group=1, counted_from=NOTHING),
            Found(start=sb, end=m.end(), type=DATE, form=TimeForm(shape=FIXED, value=vb, part=part_of(m["part"])), rule=name, range_group=1, counted_from=NOTHING),
        ]

    @rule("month-year", "month", rf"\b{PARTX}(?P<mo>{W.month})(?:\s*,|\s+of)?\s+(?:(?P<y>{W.year})|(?P<rel>last|this|next)\s+year|(?P<sp>(?:nineteen|eighteen|twenty)[-\s]\w+(?:[-\s]\w+)?))")
    def _(m, text, name):
        if not month_ok(m["mo"]):
            return None
        month = month_number(m["mo"])
        year = m["y"] or (m["sp"] and spelled_year(m["sp"]))
        if m["rel"]:
            return [found(m, name, DATE, TimeForm(shape=YEARLESS, value=f"{month:02d}", shift=REL[m["rel"].lower()], part=part_of(m["part"])))]
        if not year:
            return None
        return [found(m, name, DATE, TimeForm(shape=FIXED, value=f"{int(year):04d}-{month:02d}", part=part_of(m["part"])), counted_from=NOTHING)]

    @rule("month", "month", rf"\b(?:(?P<each>each|every)\s+|(?:(?P<which>(?:the\s+)?(?:last|next|this(?:\s+(?:past|coming))?|past|coming|previous|following))\s+))?{PARTX}(?P<mo>{W.month})(?![-\s]*(?:\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s+(?:percent|people))|\d{{4}}))")
    def _(m, text, name):
        if not month_ok(m["mo"]):
            return None
        word = m["mo"]
        bare = word.rstrip(".").lower()
        if len(bare) == 3 and not word.endswith(".") and bare not in ("may",):
            return None
        if m["each"]:
            return [found(m, name, SET, TimeForm(shape=FIXED, value=f"XXXX-{month_number(word):02d}"), counted_from=NOTHING)]
        value = f"{month_number(word):02d}"
        which = (m["which"] or "").lower().removeprefix("the ")
        direction = {
            "last": Direction.BEFORE, "past": Direction.PAST, "previous": Direction.BEFORE, "this past": Direction.PAST,
            "next": Direction.AFTER, "coming": Direction.FUTURE, "following": Direction.AFTER, "this coming": Direction.FUTURE,
        }.get(which)
        if which == "this":
            return [found(m, name, DATE, TimeForm(shape=YEARLESS, value=value, shift=0, part=part_of(m["part"])))]
        if direction is not None:
            return [found(m, name, DATE, TimeForm(shape=YEARLESS, value=value, direction=direction, part=part_of(m["part"])))]
        if bare in ("may", "march", "august") and _weak_name(text, m.start("mo"), m.end("mo"), bare):
            return None
        return [found(m, name, DATE, TimeForm(shape=YEARLESS, value=value, direction=Direction.PAST, part=part_of(m["part"])), open_direction=True)]

    # --- weekdays ---
    WHICH = r"(?P<which>(?:the\s+)?(?:last|next|previous|following|coming|this\s+past|this\s+coming|this|past|same))"

    def weekday_form(m) -> TimeForm:
        which = (m["which"] or "").lower().removeprefix("the ")
        number = weekday_number(m["wd"])
        table = {
            "last": (Direction.BEFORE, 0), "previous": (Direction.BEFORE, 0), "past": (Direction.PAST, 0), "this past": (Direction.BEFORE, 0),
            "next": (Direction.AFTER, 0), "following": (Direction.AFTER, 0), "coming": (Direction.AFTER, 0), "this coming": (Direction.AFTER, 0),
            "this": (Direction.NEAREST, 0),
        }
        direction, shift = table.get(which, (Direction.PAST, 0))
        return TimeForm(shape=WEEKDAY, number=number, direction=direction, shift=shift, part=part_of(m["part"]))

    @rule("weekday", "weekday", rf"\b(?:{WHICH}\s+)?{PARTX}(?P<wd>{W.weekday})(?!s\b)(?:['’]s)?(?:\s+(?P<dp>{W.daypart})(?!s\b))?(?:\s+(?:of\s+)?(?P<wk>last|next|this)\s+week)?(?:\s+(?P<clockat>at\s+|by\s+)(?P<clock>{W.clock}){W.zone})?")
    def _(m, text, name):
        if not m["wd"][0].isupper():
            return None
        form = weekday_form(m)
        open_ = not m["which"]
        if m["wk"]:
            shift = REL[m["wk"].lower()]
            form = TimeForm(shape=WEEKDAY, number=form.number, direction=Direction.SHIFTED, shift=shift)
            open_ = False
        clock = w.dayparts[m["dp"].lower()] if m["dp"] else ""
        if m["clock"]:
            clock = clock_value(m["clock"]) or ""
        end = m.end()
        group = m.group()
        if group.endswith(("'s", "’s")):
            end -= 2
        one = Found(start=m.start(), end=end, type=TIME if clock else DATE, form=_clocked(form, clock), rule=name, open_direction=open_)
        return [one]

    @rule("clock-weekday", "weekday", rf"\b(?:(?P<part>early|late|mid)[-\s]*)?(?P<clock>{W.clock}){W.zone}(?:,|\s+on|\s+last|\s+this|\s+next)?\s+(?P<which>)(?P<wd>{W.weekday})(?:\s+(?P<dp>{W.daypart}))?")
    def _(m, text, name):
        form = weekday_form(m)
        clock = clock_value(m["clock"])
        if not clock:
            return None
        return [found(m, name, TIME, _clocked(form, clock), open_direction=True)]

    @rule("daypart-weekday", "weekday", rf"\b(?P<dp>{W.daypart})\s+(?:on|of)\s+(?P<which>)(?P<part>)(?P<wd>{W.weekday})\b")
    def _(m, text, name):
        return [found(m, name, TIME, _clocked(weekday_form(m), w.dayparts[m["dp"].lower()]), open_direction=True)]

    @rule("weekdays", "weekday", rf"\b(?:(?:every|each)\s+(?P<wd>{W.weekday})|(?P<wds>{W.weekday})s)\b")
    def _(m, text, name):
        number = weekday_number(m["wd"] or m["wds"])
        return [found(m, name, SET, TimeForm(shape=FIXED, value=f"XXXX-WXX-{number}"), counted_from=NOTHING)]

    # --- years, decades, centuries ---
    @rule("year", "number", rf"{NOT_BEFORE}{PARTX}(?P<fiscal>fiscal(?:\s+year)?\s+|the\s+year\s+)?(?P<y>{W.year})(?![\w/])(?!-\w|['’]?s\b)")
    def _(m, text, name):
        before = re.search(r"(\S+)\s*$", text[: m.start()])
        word = before[1].lower().strip("\"“”‘’'(") if before else ""
        after = re.match(r"[-\s]*([A-Za-z%]+)", text[m.end() :])
        nxt = after[1].lower() if after else ""
        year = int(m["y"])
        if not (m["fiscal"] or m["part"]):
            if nxt in w.not_year_before:
                return None
            clear = word in w.year_after or word.endswith((",", "(", ";")) or text[: m.start()].rstrip().endswith(("(", ","))
            if not clear and not (1900 <= year <= 2040):
                return None
            if word in ("$", "no.", "no", "number", "flight", "room", "page", "highway", "route") or word in time_words().approximators:
                return None
        return [found(m, name, DATE, TimeForm(shape=FIXED, value=_year(m["y"]), part=part_of(m["part"])), counted_from=NOTHING)]

    @rule("year-range", "number", rf"{NOT_BEFORE}(?P<y>{W.year})\s*[-–—/]\s*(?P<y2>{W.year}|\d\d)(?![\w/-])")
    def _(m, text, name):
        second = m["y2"] if len(m["y2"]) == 4 else m["y"][:2] + m["y2"]
        if int(second) <= int(m["y"]):
            return None
        return [
            Found(start=m.start(), end=m.end("y"), type=DATE, form=TimeForm(shape=FIXED, value=m["y"]), rule=name, counted_from=NOTHING, range_group=1),
            Found(start=m.start("y2"), end=m.end(), type=DATE, form=TimeForm(shape=FIXED, value=second), rule=name, counted_from=NOTHING, range_group=1),
        ]

    @rule("year-short", "number", r"(?<![\w])['’](?P<y>\d\d)(?![\w'’])")
    def _(m, text, name):
        year = int(m["y"])
        year += 1900 if year > 40 else 2000
        return [found(m, name, DATE, TimeForm(shape=FIXED, value=str(year)), counted_from=NOTHING)]

    @rule("year-spelled", "spelled", r"\b(?:the\s+year\s+)?(?P<sp>(?:nineteen|eighteen|twenty)[-\s](?:\w+ty|\w+teen|ten|eleven|twelve)(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|two\s+thousand(?:\s+(?:and\s+)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?)\b")
    def _(m, text, name):
        low = re.sub(r"\s+", " ", m["sp"].lower())
        if low.startswith("two thousand"):
            if not re.search(r"\byear\s+$|\bin\s+$|year", text[: m.start("sp")][-9:], re.I):
                return None
            rest = low.removeprefix("two thousand").replace(" and ", " ").strip()
            year = 2000 + (w.cardinals.get(rest, 0) if rest else 0)
        else:
            year = spelled_year(low)
        if not year:
            return None
        return [found(m, name, DATE, TimeForm(shape=FIXED, value=str(year)), counted_from=NOTHING)]

    TENS = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}

    @rule("decade", "number spelled", rf"(?<![\w$.,])(?:the\s+)?(?P<part>(?:early|late|mid|mid-to-late|early-to-mid)[-\s]+(?:to\s+(?:mid|late)[-\s]+)?)?(?:(?P<d>(?:1[4-9]|20)\d)0['’]?s|['’](?P<s>\d)0s|(?P<t>{'|'.join(TENS)}))\b")
    def _(m, text, name):
        digits = m["d"] or f"19{m['s'] or TENS[m['t'].lower()]}"
        if m["t"] and not re.search(r"(?:the|early|late|mid)[-\s]+$", text[: m.start("t")], re.I):
            return None
        before = text[max(0, m.start() - 9) : m.start("t") if m["t"] else m.start()].lower()
        if m["t"] and re.search(r"(?:his|her|their|my|your)\s+(?:early|late|mid)?[-\s]*$", before):
            return None
        return [found(m, name, DATE, TimeForm(shape=FIXED, value=digits, part=part_of(m["part"])), counted_from=NOTHING)]

    @rule("century", "unit", rf"\b(?:the\s+)?(?P<part>early\s+|late\s+|mid[-\s])?(?P<n>\d\d?(?:st|nd|rd|th)|{W.ordinal_day})[-\s]centur(?:y|ies)\b")
    def _(m, text, name):
        number = day_number(m["n"])
        return [found(m, name, DATE, TimeForm(shape=FIXED, value=f"{number - 1:02d}", part=part_of(m["part"])), counted_from=NOTHING)]

    # --- seasons, quarters, halves ---
    @rule("season", "season", rf"\b(?:(?P<each>each|every)\s+)?(?:(?P<which>(?:the\s+)?(?:last|next|this(?:\s+(?:past|coming))?|past|coming|previous|following))\s+)?(?:the\s+)?{PARTX}(?P<s>{W.season})\b(?:,?\s+(?:of\s+)?(?:(?P<y>{W.year})|(?P<rel>last|this|next)\s+year|(?P<sp>nineteen\s+\w+(?:-\w+)?)))?")
    def _(m, text, name):
        value = w.seasons[m["s"].lower()]
        if m["each"]:
            return [found(m, name, SET, TimeForm(shape=FIXED, value=f"XXXX-{value}"), counted_from=NOTHING)]
        year = m["y"] or (m["sp"] and spelled_year(m["sp"]))
        if year:
            return [found(m, name, DATE, TimeForm(shape=FIXED, value=f"{int(year):04d}-{value}", part=part_of(m["part"])), counted_from=NOTHING)]
        if m["rel"]:
            return [found(m, name, DATE, TimeForm(shape=YEARLESS, value=value, shift=REL[m["rel"].lower()]))]
        which = (m["which"] or "").lower().removeprefix("the ")
        if which:
            direction = {"last": Direction.BEFORE, "past": Direction.PAST, "previous": Direction.BEFORE, "this past": Direction.PAST, "next": Direction.AFTER, "coming": Direction.FUTURE, "following": Direction.AFTER, "this coming": Direction.FUTURE}.get(which)
            if which == "this":
                return [found(m, name, DATE, TimeForm(shape=YEARLESS, value=value, shift=0))]
            return [found(m, name, DATE, TimeForm(shape=YEARLESS, value=value, direction=direction or Direction.PAST))]
        # `fall`, `spring` alone are seldom seasons: only after `in the`, `by`, `until` and parts
        lead = text[max(0, m.start() - 12) : m.start("s")].lower()
        if not re.search(r"\b(?:in|by|until|since|during|through)\s+(?:the\s+)?(?:\w+\s+)?$", lead) and not m["part"]:
            return None
        if m["s"].lower() in ("fall", "spring") and not re.search(r"\bthe\s+$|part", lead) and not m["part"]:
            return None
        return [found(m, name, DATE, TimeForm(shape=YEARLESS, value=value, direction=Direction.NEAREST, part=part_of(m["part"])), open_direction=True)]

    ORD4 = r"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th)"
    QN = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

    @rule("quarter", "quarter", rf"\b(?:(?:the|this|last|next|its)\s+)?(?:(?P<rel>last|this|next|the)\s+year['’]s\s+|(?P<ya>year-(?:ago|earlier)|year\s+(?:ago|earlier))\s+|(?P<y1>{W.year})['’]?s?\s+)?(?:fiscal(?:[-\s]year)?\s+)?{ORD4}[-\s]+(?:fiscal\s+)?(?P<k>quarter|half)\b(?:[,\s]+(?:of\s+)?(?:fiscal\s+)?(?:(?P<y2>{W.year})|(?P<rel2>last|this|next|the)\s+year))?")
    def _(m, text, name):
        number = QN[m["n"].lower()]
        if m["k"].lower() == "half" and number > 2:
            return None
        value = f"{'Q' if m['k'].lower() == 'quarter' else 'H'}{number}"
        year = m["y1"] or m["y2"]
        if year:
            return [found(m, name, DATE, TimeForm(shape=FIXED, value=f"{year}-{value}"), counted_from=NOTHING)]
        rel = (m["rel"] or m["rel2"] or "").lower()
        if rel in REL:
            return [found(m, name, DATE, TimeForm(shape=YEARLESS, value=value, shift=REL[rel]))]
        if m["ya"]:
            return [found(m, name, DATE, TimeForm(shape=YEARLESS, value=value, direction=Direction.PAST, shift=-1))]
        if m["k"].lower() == "half" and not re.search(r"\bthe\b", m.group(), re.I):
            return None
        return [found(m, name, DATE, TimeForm(shape=YEARLESS, value=value, direction=Direction.PAST), open_direction=True)]

    @rule("quarter-code", "quarter", rf"\bQ(?P<n>[1-4])(?:\s+(?:of\s+)?(?P<y>{W.year}))?\b", 0)
    def _(m, text, name):
        if m["y"]:
            return [found(m, name, DATE, TimeForm(shape=FIXED, value=f"{m['y']}-Q{m['n']}"), counted_from=NOTHING)]
        return [found(m, name, DATE, TimeForm(shape=YEARLESS, value=f"Q{m['n']}", direction=Direction.PAST), open_direction=True)]

    @rule("year-ago-quarter", "quarter unit", rf"\b(?:the\s+)?(?:comparable\s+|corresponding\s+|same\s+)?(?:year-(?:ago|earlier)|year\s+(?:ago|earlier))\s+(?P<k>quarter|period|month|week)\b|\b(?:the\s+)(?:corresponding|same|comparable)\s+(?P<k2>quarter|period)\s+(?:of\s+)?(?:last\s+year|a\s+year\s+(?:ago|earlier))|\blast\s+year['’]s\s+(?P<k3>quarter)")
    def _(m, text, name):
        return [found(m, name, DATE, TimeForm(shape=UNIT, unit="Q", shift=-5), counted_from=PUBLICATION)]

    # --- deictic ---
    @rule("day-deictic", "deictic", rf"\b(?:(?P<part>early|earlier|late|later)\s+)?(?P<w>today|yesterday|tomorrow)\b(?:\s+(?P<dp>{W.daypart}))?(?:\s+at\s+(?P<clock>{W.clock}){W.zone})?")
    def _(m, text, name):
        shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[m["w"].lower()]
        clock = w.dayparts[m["dp"].lower()] if m["dp"] else (clock_value(m["clock"]) or "" if m["clock"] else "")
        return [found(m, name, TIME if clock else DATE, TimeForm(shape=UNIT, unit="D", shift=shift, clock=clock))]

    @rule("clock-deictic", "deictic", rf"\b(?P<clock>{W.clock}){W.zone}\s+(?P<w>today|yesterday|tomorrow)\b|\b(?:mid-?)?(?P<dp>{W.daypart})\s+(?P<w2>today|yesterday|tomorrow)\b")
    def _(m, text, name):
        shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[(m["w"] or m["w2"]).lower()]
        clock = clock_value(m["clock"]) if m["clock"] else w.dayparts[m["dp"].lower()]
        return [found(m, name, TIME, TimeForm(shape=UNIT, unit="D", shift=shift, clock=clock or ""))]

    @rule("day-before-yesterday", "deictic", r"\bthe\s+day\s+(?P<w>before\s+yesterday|after\s+tomorrow)\b")
    def _(m, text, name):
        return [found(m, name, DATE, TimeForm(shape=UNIT, unit="D", shift=-2 if "before" in m["w"].lower() else 2))]

    @rule("tonight", "deictic", r"\b(?:(?P<part>later|late)\s+)?(?P<w>tonight|overnight)\b")
    def _(m, text, name):
        return [found(m, name, TIME, TimeForm(shape=UNIT, unit="D", shift=0, clock="TNI"))]

    @rule("this-daypart", "daypart", rf"\b(?:(?P<part>early|earlier|late|later)\s+)?(?P<w>this|last|that)\s+(?P<dp>{W.daypart})\b")
    def _(m, text, name):
        word = m["w"].lower()
        if word == "that":
            return [found(m, name, TIME, TimeForm(shape=UNIT, unit="D", clock=w.dayparts[m["dp"].lower()]), counted_from=EXPRESSION)]
        return [found(m, name, TIME, TimeForm(shape=UNIT, unit="D", shift=-1 if word == "last" else 0, clock=w.dayparts[m["dp"].lower()]))]

    @rule("the-daypart", "daypart", rf"\b(?:in|during|by|of|through|throughout)\s+(?P<x>the\s+(?P<dp>{W.daypart}))\b")
    def _(m, text, name):
        return [Found(start=m.start("x"), end=m.end(), type=TIME, form=TimeForm(shape=UNIT, unit="D", clock=w.dayparts[m["dp"].lower()]), rule=name, counted_from=EXPRESSION)]

    UNITS_DEICTIC = r"(?P<u>weekend|week|month|quarter|year|decade|century|fiscal\s+year)"

    @rule("unit-deictic", "unit quarter", rf"\b{PARTX}(?:(?P<which>this|last|next|the\s+(?:past|last|next|previous|following|coming|current|same|preceding|prior|latest)|previous|following|past|coming|that|same|current|latest|the)\s+)(?P<cal>calendar\s+|fiscal\s+|full\s+|business\s+|school\s+|academic\s+)?{UNITS_DEICTIC}(?!\s*-?\s*(?:old|long|ago|earlier|later)\b)(?![-\w])(?:['’]s)?")
    def _(m, text, name):
        which = re.sub(r"\s+", " ", m["which"].lower()).removeprefix("the ")
        unit_word = re.sub(r"\s+", " ", m["u"].lower()).removeprefix("fiscal ")
        unit = w.units[unit_word]
        part = part_of(m["part"])
        end = m.end() - (2 if m.group().endswith(("'s", "’s")) else 0)
        def make(form, **more):
            return [Found(start=m.start(), end=end, type=more.pop("type", DATE), form=form, rule=name, **more)]
        if which in ("this", "current"):
            return make(TimeForm(shape=UNIT, unit=unit, shift=0, part=part))
        if which == "past" and unit != "WE":
            return make(TimeForm(shape=FIXED, value=duration(1, unit)), type=DURATION, counted_from=NOTHING)
        if which in ("last", "past", "previous", "prior", "preceding"):
            counted = EXPRESSION if which in ("previous", "prior", "preceding") else PUBLICATION
            return make(TimeForm(shape=UNIT, unit=unit, shift=-1, part=part), counted_from=counted)
        if which == "latest":
            return make(TimeForm(shape=UNIT, unit=unit, shift=-1, part=part))
        if which in ("next", "coming"):
            return make(TimeForm(shape=UNIT, unit=unit, shift=1, part=part))
        if which == "following":
            return make(TimeForm(shape=UNIT, unit=unit, shift=1, part=part), counted_from=EXPRESSION)
        if which in ("that", "same"):
            return make(TimeForm(shape=UNIT, unit=unit, shift=0, part=part), counted_from=EXPRESSION)
        ends = re.match(r"\s+(?:ended|ending|that\s+ended|to\s+end)\b", text[m.end() :])
        if ends and unit in ("Y", "Q", "M", "W"):
            return make(TimeForm(shape=FIXED, value=duration(1, unit)), type=DURATION, counted_from=NOTHING)
        # `the year`, `the quarter`
        if unit == "WE":
            return make(TimeForm(shape=UNIT, unit="WE", shift=0, direction=Direction.PAST, part=part), open_direction=True)
        if unit == "Q":
            return make(TimeForm(shape=UNIT, unit="Q", shift=-1, part=part))
        if unit in ("DE", "CE"):
            return make(TimeForm(shape=UNIT, unit=unit, shift=0, part=part))
        return make(TimeForm(shape=UNIT, unit=unit, shift=0, part=part))

    @rule("latest-period", "unit", r"\b(?:the\s+)?(?:latest|most\s+recent)\s+(?:quarter|period|three\s+months)\b")
    def _(m, text, name):
        return [found(m, name, DATE, TimeForm(shape=UNIT, unit="Q", shift=-1))]

    @rule("year-end", "unit", r"\b(?:the\s+)?(?:calendar[-\s]|fiscal[-\s])?year[-\s]end\b|\b(?:the\s+)?month[-\s]end\b")
    def _(m, text, name):
        unit = "M" if "month" in m.group().lower() else "Y"
        return [found(m, name, DATE, TimeForm(shape=UNIT, unit=unit, part="late"))]

    @rule("day-named", "unit", r"\b(?P<w>that|the\s+same|the\s+(?:following|next|previous|preceding)|the\s+very\s+same)\s+day\b")
    def _(m, text, name):
        low = m["w"].lower()
        shift = 1 if "following" in low or "next" in low else -1 if "prev" in low or "prec" in low else 0
        return [found(m, name, DATE, TimeForm(shape=UNIT, unit="D", shift=shift), counted_from=EXPRESSION)]

    # --- distances ---
    COUNT = rf"(?:(?P<approx>{W.approx})\s+)?(?:(?P<n>{W.number})|(?P<few>{W.few})|(?P<a>an?|another))"
    UNITX = r"(?P<u>seconds?|minutes?|hours?|days?|weekends?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies))"

    @rule("ago", "past", rf"\b(?:{COUNT}\s+)?(?:and\s+a\s+half\s+)?(?:more\s+)?{UNITX}(?P<half>\s+and\s+a\s+half)?(?:\s+or\s+(?:so|two|more))?\s+(?P<w>ago|from\s+now|hence|from\s+today)\b")
    def _(m, text, name):
        unit = w.units[m["u"].lower()]
        sign = -1 if m["w"].lower() == "ago" else 1
        number = number_value(m["n"]) if m["n"] else 1 if m["a"] else None
        if number is None:
            value = "PAST_REF" if sign < 0 else "FUTURE_REF"
            return [found(m, name, DATE, TimeForm(shape=FIXED, value=value), counted_from=NOTHING)]
        return [found(m, name, DATE, distance(number, unit, sign, half=bool(m["half"])))]

    @rule("earlier", "past", rf"\b(?:{COUNT}\s+)?{UNITX}(?:\s+or\s+(?:so|two))?\s+(?P<w>earlier|later|before|after(?:wards?)?|previously)\b(?!\s+than)")
    def _(m, text, name):
        unit = w.units[m["u"].lower()]
        word = m["w"].lower()
        sign = -1 if word in ("earlier", "before", "previously") else 1
        number = number_value(m["n"]) if m["n"] else 1 if m["a"] else None
        follows = re.match(r"\s*(?:,|\.|;|\)|$|and\b|in\b|on\b|at\b)", text[m.end() :])
        if word in ("before", "after") and not follows:
            if number is None:
                return None
            return [Found(start=m.start(), end=m.start("w") - 1, type=DURATION, form=TimeForm(shape=FIXED, value=duration(number, unit)), rule="distance-of-event", counted_from=NOTHING)]
        if not (m["n"] or m["a"] or m["few"]):
            return None
        if number is None:
            value = duration(None, unit)
            return [found(m, name, DURATION, TimeForm(shape=FIXED, value=value), counted_from=NOTHING)]
        return [found(m, name, DATE, distance(number, unit, sign), counted_from=EXPRESSION)]

    @rule("year-earlier", "unit", r"\b(?P<u>year|month|week)-(?P<w>earlier|ago)\b")
    def _(m, text, name):
        unit = w.units[m["u"].lower()]
        return [found(m, name, DATE, distance(1, unit, -1), counted_from=PUBLICATION)]

    # --- durations ---
    RATE = re.compile(r"(?:[\d)%]|\b(?:million|billion|thousand|hundred|dollars?|shares?|times|units|percent|hours|days|cents|pounds|euros|tons|tonnes|barrels|people|once|twice|jobs))\s+$", re.I)
    @rule("duration", "unit quarter", rf"\b(?:(?P<lead>(?:the\s+)?(?:past|last|next|coming|first|final|previous|following|latest|preceding|recent|opening|another|additional)|the|these|those|each\s+of\s+the\s+(?:past|last|next))\s+)?(?:(?P<approx>{W.approx})\s+)?(?:(?P<n>{W.number})|(?P<few>{W.few})|(?P<a>an?|another|one))(?P<half0>\s+and\s+a\s+half)?(?:\s+(?:to|or)\s+(?P<n2>{W.number}))?\s+(?:(?:more|full|consecutive|straight|further|additional|whole|long|solid|successive|crucial|trading|business|working|calendar|extra)\s+)*{UNITX}\b(?P<half>\s+and\s+a\s+half)?(?:\s+or\s+(?:so|more|less|two))?(?!\s*-?old\b)(?!\s+of\s+age)")
    def _(m, text, name):
        unit = w.units[m["u"].lower()]
        number = number_value(m["n"]) if m["n"] else 1 if m["a"] else None
        if m["a"] and not m["lead"] and not m["approx"] and RATE.search(text[max(0, m.start() - 24) : m.start()]):
            return None
        if number is not None and (m["half"] or m["half0"]):
            number += 0.5
        if m["n"] and number is None and not re.match(r"(?:hundreds|thousands|dozens|millions)", m["n"], re.I):
            return None
        if unit == "TS" and m["a"]:
            return None  # `a second`
        lead = (m["lead"] or "").lower()
        if m["few"] and re.sub(r"\s+", " ", m["few"].lower()) in ("some", "many") and not m["u"].lower().endswith(("s", "ies")):
            return None
        return [found(m, name, DURATION, TimeForm(shape=FIXED, value=duration(number, unit)), counted_from=NOTHING)]

    @rule("duration-hyphen", "unit quarter", rf"(?<![\w$])(?P<n>{W.number}|several|multi)(?:-and-a-half)?[-–\s](?P<u>second|minute|hour|day|week|month|quarter|year|decade|century)(?P<old>[-–\s]old)?(?:-long)?(?=[-\s.,;:)]|$)")
    def _(m, text, name):
        if m["old"]:
            return None
        sep = text[m.end("n") : m.start("u")]
        if sep.isspace():
            number = number_value(m["n"])
            if number == 1 or not m["old"] and not re.match(r"\s+[a-z]", text[m.end() :]):
                return None
        number = number_value(m["n"]) if m["n"].lower() not in ("several", "multi") else None
        if number is None and m["n"].lower() not in ("several", "multi"):
            return None
        return [found(m, name, DURATION, TimeForm(shape=FIXED, value=duration(number, w.units[m["u"].lower()])), counted_from=NOTHING)]

    @rule("duration-vague", "unit", rf"\b(?P<lead>(?:the\s+)?(?:past|last|next|coming|recent|first|early|previous|following|ensuing|intervening)|for|over|in|within|after|of|hundreds\s+of|dozens\s+of|the)\s+(?P<u>seconds|minutes|hours|days|weeks|months|years|decades|centuries|quarters|generations)\b(?!\s+ago)")
    def _(m, text, name):
        if m["u"].lower() == "generations":
            return None
        lead = re.sub(r"\s+", " ", m["lead"].lower()).removeprefix("the ")
        unit = w.units[m["u"].lower()]
        start = m.start() if lead not in ("for", "over", "in", "within", "after", "of") else m.start("u")
        value = duration(None, unit)
        type_ = DURATION
        if lead in ("coming", "ensuing"):
            value, type_ = "FUTURE_REF", DATE
        return [Found(start=start, end=m.end(), type=type_, form=TimeForm(shape=FIXED, value=value), rule=name, counted_from=NOTHING)]

    @rule("units-alone", "unit", r"\b(?P<u>hours|days|weeks|months|years|decades|centuries)\b(?!\s+(?:ago|earlier|later|before|after|old)\b)")
    def _(m, text, name):
        before = text[: m.start()].rstrip().rsplit(None, 1)[-1:] or [""]
        if before[0].lower() in ("working", "business", "office", "opening", "man", "light", "dog", "early", "school", "teenage", "those", "golden"):
            return None
        return [found(m, name, DURATION, TimeForm(shape=FIXED, value=duration(None, w.units[m["u"].lower()])), counted_from=NOTHING)]

    # --- sets ---
    @rule("set", "set", rf"\b{alternation(w.sets)}\b")
    def _(m, text, name):
        return [found(m, name, SET, TimeForm(shape=FIXED, value=w.sets[m.group().lower()]), counted_from=NOTHING)]

    @rule("every", "unit daypart", rf"\b(?:every|each|per)\s+(?:(?P<n>{W.number}|other|few|single)\s+)?(?P<u>second|minute|hour|day|weekend|week|month|quarter|year|decade|morning|night|evening|afternoon)s?\b")
    def _(m, text, name):
        word = m["u"].lower()
        if word in w.dayparts:
            return [found(m, name, SET, TimeForm(shape=FIXED, value=f"XXXX-XX-XX{w.dayparts[word]}"), counted_from=NOTHING)]
        number = {"other": 2.0, "few": None, "single": 1.0}.get((m["n"] or "").lower(), number_value(m["n"]) if m["n"] else 1.0)
        if word == "weekend":
            return [found(m, name, SET, TimeForm(shape=FIXED, value="XXXX-WXX-WE"), counted_from=NOTHING)]
        value = "P1Q" if word == "quarter" else duration(number, w.units[word])
        return [found(m, name, SET, TimeForm(shape=FIXED, value=value), counted_from=NOTHING)]

    @rule("times-a", "unit", rf"\b(?:once|twice|(?:{W.number}|several|many)\s+times)\s+(?:a|an|each|every|per)\s+(?P<u>minute|hour|day|week|month|quarter|year|decade)\b")
    def _(m, text, name):
        return [found(m, name, SET, TimeForm(shape=FIXED, value=duration(1, w.units[m["u"].lower()])), counted_from=NOTHING)]

    # --- vague ---
    @rule("vague", "vague", rf"\b(?:(?P<v>{alternation(w.vague)}))\b")
    def _(m, text, name):
        value = w.vague[re.sub(r"\s+", " ", m["v"].lower())]
        return [found(m, name, DATE, TimeForm(shape=FIXED, value=value), counted_from=NOTHING)]

    @rule("vague-adjective", "vague", rf"\b(?P<v>{alternation(w.vague_adjectives)})\b(?!\s+(?:days|weeks|months|years|decades|quarters|year|month|week))")
    def _(m, text, name):
        return [found(m, name, DATE, TimeForm(shape=FIXED, value=w.vague_adjectives[m["v"].lower()]), counted_from=NOTHING, needs_noun=True)]

    @rule("recent-units", "vague", r"\b(?:the\s+)?(?P<v>recent|past|last|coming|future|next)\s+(?P<f>few\s+|several\s+|couple\s+of\s+)?(?P<u>days|weeks|months|years|decades|quarters)\b")
    def _(m, text, name):
        v = m["v"].lower()
        unit = w.units[m["u"].lower()]
        if v == "future" or (v == "coming" and not m["f"]):
            return [found(m, name, DATE, TimeForm(shape=FIXED, value="FUTURE_REF"), counted_from=NOTHING)]
        return [found(m, name, DURATION, TimeForm(shape=FIXED, value=duration(None, unit)), counted_from=NOTHING)]

    # --- clock alone ---
    @rule("clock", "number daypart", rf"(?<![\w$.:/-])(?P<c>{W.clock}){W.zone}(?![\w:])")
    def _(m, text, name):
        clock = clock_value(m["c"])
        if not clock:
            return None
        return [found(m, name, TIME, TimeForm(shape=UNIT, unit="D", shift=0, clock=clock), counted_from=EXPRESSION)]

    # --- holidays ---
    @rule("holiday", "holiday", rf"\b(?:(?P<which>last|next|this)\s+)?(?P<h>{alternation(w.holidays)})(?!\w)(?:,?\s+(?P<y>{W.year}))?")
    def _(m, text, name):
        low = re.sub(r"\s+", " ", m["h"].lower())
        if not m["h"][0].isupper():
            return None
        value = w.holidays[low]
        if m["y"]:
            return [found(m, name, DATE, TimeForm(shape=YEARLESS, value=value, shift=int(m["y"]), direction=Direction.SHIFTED, number=1), counted_from=NOTHING)]
        direction = {"last": Direction.BEFORE, "next": Direction.AFTER}.get((m["which"] or "").lower())
        return [found(m, name, DATE, TimeForm(shape=YEARLESS, value=value, direction=direction or Direction.PAST), open_direction=direction is None)]

    return tuple(out)


def _clocked(form: TimeForm, clock: str) -> TimeForm:
    from dataclasses import replace

    return replace(form, clock=clock)


def _directed(form: TimeForm, direction: Direction) -> TimeForm:
    from dataclasses import replace

    return replace(form, direction=direction)


def distance(number: float, unit: str, sign: int, *, half: bool = False) -> TimeForm:
    """The form of a distance: as exact as its unit; halves a unit finer."""
    if half:
        number += 0.5
    if unit == "2W":
        unit, number = "W", number * 2
    if number != int(number):
        finer = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "DE": ("Y", 10), "CE": ("Y", 100), "D": ("TH", 24)}
        unit, times = finer.get(unit, (unit, 1))
        number *= times
    if unit in ("TS", "TM", "TH"):
        return TimeForm(shape=FIXED, value=duration(number, unit))
    if unit == "DE":
        unit, number = "Y", number * 10
    if unit == "CE":
        unit, number = "Y", number * 100
    if unit == "W":
        unit, number = "D", number * 7
    return TimeForm(shape=DISTANCE, unit=unit, shift=sign * int(number))


def _weak_name(text: str, start: int, end: int, bare: str) -> bool:
    """Whether `May`, `March`, `August` stand where they are a verb, a name or an adjective."""
    before = text[:start].rstrip()
    word = before.rsplit(None, 1)[-1].lower().strip("\"“‘'(") if before else ""
    good = {"in", "since", "by", "from", "until", "till", "to", "of", "during", "last", "next", "this", "and", "early", "late", "mid", "through", "after", "before", "between", "or", "for", "on", "each", "every"}
    after = text[end:].lstrip()
    if word in good:
        return bool(re.match(r"[A-Z][a-z]+", after)) and bare == "may" and word in ("of", "to", "from", "for", "and", "by")
    return not (not before or before.endswith((",", ".", ";", ":")) and re.match(r"\d", after))
