"""Sentences with the time expressions that they hold, printed on Wednesday 9 March 2022."""

from __future__ import annotations

type Expected = tuple[str, str, str, str]
"""Words, type, value, days (`first/last`, one day, or nothing)."""

CALENDAR: list[tuple[str, list[Expected]]] = [
    ("The lock opened on June 12, 2020.", [("June 12, 2020", "DATE", "2020-06-12", "2020-06-12")]),
    ("The lock opened on 12 June 2020.", [("12 June 2020", "DATE", "2020-06-12", "2020-06-12")]),
    (
        "The lock opened on Friday, June 12, 2020, in heavy rain.",
        [("Friday, June 12, 2020", "DATE", "2020-06-12", "2020-06-12")],
    ),
    (
        "The lock opened on the 12th of June 2020.",
        [("the 12th of June 2020", "DATE", "2020-06-12", "2020-06-12")],
    ),
    ("Log entry of 2020-06-12, copied.", [("2020-06-12", "DATE", "2020-06-12", "2020-06-12")]),
    (
        "Log entry of 2020-06-12T17:30, copied.",
        [("2020-06-12T17:30", "TIME", "2020-06-12T17:30", "2020-06-12")],
    ),
    ("The deed is dated 25/12/2021.", [("25/12/2021", "DATE", "2021-12-25", "2021-12-25")]),
    ("The deed is dated 12/25/2021.", [("12/25/2021", "DATE", "2021-12-25", "2021-12-25")]),
    (
        "The deed is dated 04/05/2021.",
        [("04/05/2021", "DATE", "2021-XX-XX", "2021-04-05/2021-05-04")],
    ),
    ("The deed is dated 04/04/2021.", [("04/04/2021", "DATE", "2021-04-04", "2021-04-04")]),
    ("The deed is dated 4.5.2021.", [("4.5.2021", "DATE", "2021-05-04", "2021-05-04")]),
    ("The ferry sank on February 28.", [("February 28", "DATE", "2022-02-28", "2022-02-28")]),
    ("The ferry sank on Feb. 28.", [("Feb. 28", "DATE", "2022-02-28", "2022-02-28")]),
    ("The ferry sank on December 30.", [("December 30", "DATE", "2021-12-30", "2021-12-30")]),
    ("The council will vote on April 4.", [("April 4", "DATE", "2022-04-04", "2022-04-04")]),
    (
        "The council met on November 3 last year.",
        [("November 3 last year", "DATE", "2021-11-03", "2021-11-03")],
    ),
    (
        "The mill burned in August 2014.",
        [("August 2014", "DATE", "2014-08", "2014-08-01/2014-08-31")],
    ),
    (
        "The mill burned in early August 2014.",
        [("early August 2014", "DATE", "2014-08", "2014-08-01/2014-08-10")],
    ),
    (
        "The mill burned at the end of August 2014.",
        [("the end of August 2014", "DATE", "2014-08", "2014-08-21/2014-08-31")],
    ),
    ("The mill burned in January.", [("January", "DATE", "2022-01", "2022-01-01/2022-01-31")]),
    ("The mill burned in November.", [("November", "DATE", "2021-11", "2021-11-01/2021-11-30")]),
    ("The mill will reopen in June.", [("June", "DATE", "2022-06", "2022-06-01/2022-06-30")]),
    ("The mill will reopen in January.", [("January", "DATE", "2023-01", "2023-01-01/2023-01-31")]),
    ("The mill burned in May.", [("May", "DATE", "2021-05", "2021-05-01/2021-05-31")]),
    ("The mill burned last May.", [("last May", "DATE", "2021-05", "2021-05-01/2021-05-31")]),
    ("The mill will reopen next May.", [("next May", "DATE", "2022-05", "2022-05-01/2022-05-31")]),
    (
        "The road was shut from June 3 to 9, 2021.",
        [
            ("June 3", "DATE", "2021-06-03", "2021-06-03"),
            ("9, 2021", "DATE", "2021-06-09", "2021-06-09"),
        ],
    ),
    (
        "The road was shut from December 30 to January 4, 2021.",
        [
            ("December 30", "DATE", "2020-12-30", "2020-12-30"),
            ("January 4, 2021", "DATE", "2021-01-04", "2021-01-04"),
        ],
    ),
    (
        "The road was shut from March to May 2019.",
        [
            ("March", "DATE", "2019-03", "2019-03-01/2019-03-31"),
            ("May 2019", "DATE", "2019-05", "2019-05-01/2019-05-31"),
        ],
    ),
]

YEARS: list[tuple[str, list[Expected]]] = [
    ("The bridge dates from 1911.", [("1911", "DATE", "1911", "1911-01-01/1911-12-31")]),
    ("The bridge was rebuilt in early 1947.", [("early 1947", "DATE", "1947", "1947-01-01/1947-05-01")]),
    (
        "The bridge was tolled in 1998-2003.",
        [
            ("1998", "DATE", "1998", "1998-01-01/1998-12-31"),
            ("2003", "DATE", "2003", "2003-01-01/2003-12-31"),
        ],
    ),
    ("The bridge was tolled in the 1930s.", [("the 1930s", "DATE", "193", "1930-01-01/1939-12-31")]),
    ("The bridge was tolled in the late 1930s.", [("the late 1930s", "DATE", "193", "1936-08-31/1939-12-31")]),
    ("The bridge was tolled in the sixties.", [("the sixties", "DATE", "196", "1960-01-01/1969-12-31")]),
    ("The chapel is of the 15th century.", [("the 15th century", "DATE", "14", "1400-01-01/1499-12-31")]),
    ("They moved here in nineteen ninety-six.", [("nineteen ninety-six", "DATE", "1996", "1996-01-01/1996-12-31")]),
    ("The toll fell last year.", [("last year", "DATE", "2021", "2021-01-01/2021-12-31")]),
    ("The toll will fall next year.", [("next year", "DATE", "2023", "2023-01-01/2023-12-31")]),
    ("The toll fell earlier this year.", [("earlier this year", "DATE", "2022", "2022-01-01/2022-05-01")]),
    ("The toll will end at the end of the year.", [("the end of the year", "DATE", "2022", "2022-09-01/2022-12-31")]),
]  # fmt: skip

SEASONS: list[tuple[str, list[Expected]]] = [
    ("The dam leaked in the summer of 2019.", [("the summer of 2019", "DATE", "2019-SU", "2019-06-01/2019-08-31")]),
    ("The dam leaked last autumn.", [("last autumn", "DATE", "2021-FA", "2021-09-01/2021-11-30")]),
    ("The dam will be drained next summer.", [("next summer", "DATE", "2022-SU", "2022-06-01/2022-08-31")]),
    ("The dam will be drained this spring.", [("this spring", "DATE", "2022-SP", "2022-03-01/2022-05-31")]),
    ("Output fell in the fourth quarter.", [("the fourth quarter", "DATE", "2021-Q4", "2021-10-01/2021-12-31")]),
    ("Output fell in the third quarter of 2020.", [("the third quarter of 2020", "DATE", "2020-Q3", "2020-07-01/2020-09-30")]),
    ("Output fell in Q3 2020.", [("Q3 2020", "DATE", "2020-Q3", "2020-07-01/2020-09-30")]),
    ("Output fell in the first half of 2020.", [("the first half of 2020", "DATE", "2020-H1", "2020-01-01/2020-06-30")]),
]  # fmt: skip

WEEKDAYS: list[tuple[str, list[Expected]]] = [
    ("The mayor resigned on Monday.", [("Monday", "DATE", "2022-03-07", "2022-03-07")]),
    ("The mayor resigned Friday.", [("Friday", "DATE", "2022-03-04", "2022-03-04")]),
    ("The mayor resigned on Wednesday.", [("Wednesday", "DATE", "2022-03-09", "2022-03-09")]),
    ("The mayor will speak on Monday.", [("Monday", "DATE", "2022-03-14", "2022-03-14")]),
    ("The mayor is expected to speak on Friday.", [("Friday", "DATE", "2022-03-11", "2022-03-11")]),
    ("The mayor resigned last Wednesday.", [("last Wednesday", "DATE", "2022-03-02", "2022-03-02")]),
    ("The mayor will speak next Wednesday.", [("next Wednesday", "DATE", "2022-03-16", "2022-03-16")]),
    ("The mayor resigned on Monday night.", [("Monday night", "TIME", "2022-03-07TNI", "2022-03-07")]),
    ("The mayor resigned on Monday at 5 p.m.", [("Monday at 5 p.m.", "TIME", "2022-03-07T17:00", "2022-03-07")]),
    ("The mayor resigned on Monday of last week.", [("Monday of last week", "DATE", "2022-02-28", "2022-02-28")]),
    ("Monday’s storm broke two trees.", [("Monday", "DATE", "2022-03-07", "2022-03-07")]),
    ("They must pay the fee by Friday.", [("Friday", "DATE", "2022-03-11", "2022-03-11")]),
    ("The market opens every Saturday.", [("every Saturday", "SET", "XXXX-WXX-6", "")]),
    ("The market opens on Saturdays.", [("Saturdays", "SET", "XXXX-WXX-6", "")]),
]  # fmt: skip

DAYS: list[tuple[str, list[Expected]]] = [
    ("The gate broke today.", [("today", "DATE", "2022-03-09", "2022-03-09")]),
    ("The gate broke yesterday.", [("yesterday", "DATE", "2022-03-08", "2022-03-08")]),
    ("The gate will open tomorrow.", [("tomorrow", "DATE", "2022-03-10", "2022-03-10")]),
    ("The gate broke yesterday evening.", [("yesterday evening", "TIME", "2022-03-08TEV", "2022-03-08")]),
    ("The gate broke this morning.", [("this morning", "TIME", "2022-03-09TMO", "2022-03-09")]),
    ("The gate broke last night.", [("last night", "TIME", "2022-03-08TNI", "2022-03-08")]),
    ("The gate will open tonight.", [("tonight", "TIME", "2022-03-09TNI", "2022-03-09")]),
    ("The gate broke the day before yesterday.", [("the day before yesterday", "DATE", "2022-03-07", "2022-03-07")]),
    ("The gate broke last week.", [("last week", "DATE", "2022-W09", "2022-02-28/2022-03-06")]),
    ("The gate broke last weekend.", [("last weekend", "DATE", "2022-W09-WE", "2022-03-05/2022-03-06")]),
    ("The gate broke over the weekend.", [("the weekend", "DATE", "2022-W09-WE", "2022-03-05/2022-03-06")]),
    ("The gate broke last month.", [("last month", "DATE", "2022-02", "2022-02-01/2022-02-28")]),
    ("The gate broke late last month.", [("late last month", "DATE", "2022-02", "2022-02-19/2022-02-28")]),
    ("The gate broke earlier this month.", [("earlier this month", "DATE", "2022-03", "2022-03-01/2022-03-10")]),
]  # fmt: skip

DISTANCES: list[tuple[str, list[Expected]]] = [
    ("The shop closed three days ago.", [("three days ago", "DATE", "2022-03-06", "2022-03-06")]),
    ("The shop closed two weeks ago.", [("two weeks ago", "DATE", "2022-02-23", "2022-02-23")]),
    ("The shop closed a month ago.", [("a month ago", "DATE", "2022-02", "2022-02-01/2022-02-28")]),
    ("The shop closed 40 years ago.", [("40 years ago", "DATE", "1982", "1982-01-01/1982-12-31")]),
    ("The shop will move two months from now.", [("two months from now", "DATE", "2022-05", "2022-05-01/2022-05-31")]),
    (
        "The shop closed on June 12, 2020, and reopened two days later.",
        [
            ("June 12, 2020", "DATE", "2020-06-12", "2020-06-12"),
            ("two days later", "DATE", "2020-06-14", "2020-06-14"),
        ],
    ),
    (
        "The shop closed on June 12, 2020. It reopened the following month.",
        [
            ("June 12, 2020", "DATE", "2020-06-12", "2020-06-12"),
            ("the following month", "DATE", "2020-07", "2020-07-01/2020-07-31"),
        ],
    ),
    (
        "The shop closed on Monday. The owner left the next day.",
        [
            ("Monday", "DATE", "2022-03-07", "2022-03-07"),
            ("the next day", "DATE", "2022-03-08", "2022-03-08"),
        ],
    ),
]  # fmt: skip

LENGTHS: list[tuple[str, list[Expected]]] = [
    ("The siege lasted three weeks.", [("three weeks", "DURATION", "P3W", "")]),
    ("The siege lasted 18 months.", [("18 months", "DURATION", "P18M", "")]),
    ("The siege lasted a year and a half.", [("a year and a half", "DURATION", "P1Y6M", "")]),
    ("The siege lasted several hours.", [("several hours", "DURATION", "PTXH", "")]),
    ("The siege lasted half an hour.", [("half an hour", "DURATION", "PT30M", "")]),
    ("It rained twice in the past two weeks.", [("the past two weeks", "DURATION", "P2W", "2022-02-23/2022-03-09")]),
    ("Coming a week after the flood, the vote was close.", [("a week", "DURATION", "P1W", "")]),
    ("It will rain over the next three days.", [("the next three days", "DURATION", "P3D", "2022-03-09/2022-03-12")]),
    ("They signed a five-year lease.", [("five-year", "DURATION", "P5Y", "")]),
    ("The boat sails every day.", [("every day", "SET", "P1D", "")]),
    ("The boat sails every two weeks.", [("every two weeks", "SET", "P2W", "")]),
    ("The boat sails daily.", [("daily", "SET", "P1D", "")]),
    ("The boat sails twice a week.", [("twice a week", "SET", "P1W", "")]),
]  # fmt: skip

VAGUE: list[tuple[str, list[Expected]]] = [
    ("The pier is now closed.", [("now", "DATE", "PRESENT_REF", "")]),
    ("The pier is currently closed.", [("currently", "DATE", "PRESENT_REF", "")]),
    ("The pier was recently painted.", [("recently", "DATE", "PAST_REF", "")]),
    ("The pier will soon be closed.", [("soon", "DATE", "FUTURE_REF", "")]),
]

FEASTS: list[tuple[str, list[Expected]]] = [
    ("The choir sang at Christmas.", [("Christmas", "DATE", "2021-12-25", "2021-12-25")]),
    ("The choir will sing at Christmas.", [("Christmas", "DATE", "2022-12-25", "2022-12-25")]),
    ("The choir sang on Christmas Eve 2015.", [("Christmas Eve 2015", "DATE", "2015-12-24", "2015-12-24")]),
    ("The choir will sing on Good Friday.", [("Good Friday", "DATE", "2022-04-15", "2022-04-15")]),
    ("The choir sang on Easter Monday 2019.", [("Easter Monday 2019", "DATE", "2019-04-22", "2019-04-22")]),
    ("The choir sang last Thanksgiving.", [("last Thanksgiving", "DATE", "2021-11-25", "2021-11-25")]),
]  # fmt: skip

MIXED: list[tuple[str, list[Expected]]] = [
    ("It snowed in mid-January.", [("mid-January", "DATE", "2022-01", "2022-01-11/2022-01-20")]),
    ("It snowed in late 2018.", [("late 2018", "DATE", "2018", "2018-09-01/2018-12-31")]),
    ("It snowed on June 3rd, 1999.", [("June 3rd, 1999", "DATE", "1999-06-03", "1999-06-03")]),
    ("It snowed on the night of June 3, 1999.", [("the night of June 3, 1999", "TIME", "1999-06-03TNI", "1999-06-03")]),
    ("It snowed at noon on June 3, 2020.", [("noon on June 3, 2020", "TIME", "2020-06-03T12:00", "2020-06-03")]),
    ("The train left at 5 p.m. on Monday.", [("5 p.m. on Monday", "TIME", "2022-03-07T17:00", "2022-03-07")]),
    (
        "The signal is sent again (1410 to 1430 GMT).",
        [("1430 GMT", "TIME", "2022-03-09T14:30", "2022-03-09")],
    ),
    ("The train left at 10:30 GMT.", [("10:30 GMT", "TIME", "2022-03-09T10:30", "2022-03-09")]),
    ("The train left at 2:15 a.m. local time Tuesday.", [("2:15 a.m. local time Tuesday", "TIME", "2022-03-08T02:15", "2022-03-08")]),
    ("The fund was set up in the year 2000.", [("the year 2000", "DATE", "2000", "2000-01-01/2000-12-31")]),
    ("It was the coldest month since 1963.", [("1963", "DATE", "1963", "1963-01-01/1963-12-31")]),
    (
        "They have met every year since 2010.",
        [("every year", "SET", "P1Y", ""), ("2010", "DATE", "2010", "2010-01-01/2010-12-31")],
    ),
    ("The siege lasted 10 to 12 days.", [("10 to 12 days", "DURATION", "P10D", "")]),
    ("The siege lasted more than two years.", [("more than two years", "DURATION", "P2Y", "")]),
    ("The siege lasted decades.", [("decades", "DURATION", "PXY", "")]),
    ("The decades-long siege is over.", [("decades-long", "DURATION", "PXY", "")]),
    ("It ended after weeks-long talks.", [("weeks-long", "DURATION", "PXW", "")]),
    ("It ended after a week-long strike.", [("week-long", "DURATION", "P1W", "")]),
    ("It ended after a yearlong siege.", [("yearlong", "DURATION", "P1Y", "")]),
    ("The siege lasted two-and-a-half years.", [("two-and-a-half years", "DURATION", "P2Y6M", "")]),
    ("It was a two-and-a-half-year siege.", [("two-and-a-half-year", "DURATION", "P2Y6M", "")]),
    (
        "The ferry sank two-and-a-half years ago.",
        [("two-and-a-half years ago", "DATE", "2019-09", "2019-09-01/2019-09-30")],
    ),
    ("They meet every second year.", [("every second year", "SET", "P2Y", "")]),
    ("The pump turns every second.", [("every second", "SET", "PT1S", "")]),
    ("The ban begins at midnight tonight.", [("midnight tonight", "TIME", "2022-03-09T24:00", "2022-03-09")]),
    ("The show starts at 8 p.m. tonight.", [("8 p.m. tonight", "TIME", "2022-03-09T20:00", "2022-03-09")]),
    ("The lock will be mended by mid-year.", [("mid-year", "DATE", "2022", "2022-05-02/2022-08-31")]),
    ("Profit for the full year 2008 rose.", [("the full year 2008", "DATE", "2008", "2008-01-01/2008-12-31")]),
    ("Profit rose in 4Q 2019.", [("4Q 2019", "DATE", "2019-Q4", "2019-10-01/2019-12-31")]),
    (
        "Prices rose 12% from a year earlier and 3% from the previous month.",
        [
            ("a year earlier", "DATE", "2021", "2021-01-01/2021-12-31"),
            ("the previous month", "DATE", "2022-02", "2022-02-01/2022-02-28"),
        ],
    ),
    (
        "The train left at 5 p.m. Pacific Daylight Time on Monday.",
        [("5 p.m. Pacific Daylight Time on Monday", "TIME", "2022-03-07T17:00", "2022-03-07")],
    ),
    (
        "The train left on Monday at 17:00 (UTC+1).",
        [("Monday at 17:00 (UTC+1)", "TIME", "2022-03-07T17:00", "2022-03-07")],
    ),
    (
        "The ferries sank on June 5, 6 and 9, 2008.",
        [
            ("June 5", "DATE", "2008-06-05", "2008-06-05"),
            ("6", "DATE", "2008-06-06", "2008-06-06"),
            ("9, 2008", "DATE", "2008-06-09", "2008-06-09"),
        ],
    ),
    (
        "The ferries sank on February 5, 6 and 9.",
        [
            ("February 5", "DATE", "2022-02-05", "2022-02-05"),
            ("6", "DATE", "2022-02-06", "2022-02-06"),
            ("9", "DATE", "2022-02-09", "2022-02-09"),
        ],
    ),
    ("The roof fell in on Sunday, March 6.", [("Sunday, March 6", "DATE", "2022-03-06", "2022-03-06")]),
    (
        "The law took effect on Jan. 1, 2021, and ends on Dec. 31, 2024.",
        [("Jan. 1, 2021", "DATE", "2021-01-01", "2021-01-01"), ("Dec. 31, 2024", "DATE", "2024-12-31", "2024-12-31")],
    ),
    ("The law will take effect on Jan. 1.", [("Jan. 1", "DATE", "2023-01-01", "2023-01-01")]),
    ("The choir sang a few days ago.", [("a few days ago", "DATE", "PAST_REF", "")]),
    ("The choir sang on New Year’s Eve.", [("New Year’s Eve", "DATE", "2021-12-31", "2021-12-31")]),
    ("The choir sang on New Year's Eve.", [("New Year's Eve", "DATE", "2021-12-31", "2021-12-31")]),
    ("Profit rose in the fiscal first quarter.", [("the fiscal first quarter", "DATE", "2022-Q1", "2022-01-01/2022-03-31")]),
    ("Profit rose in the fiscal third quarter.", [("the fiscal third quarter", "DATE", "2021-Q3", "2021-07-01/2021-09-30")]),
    (
        "Profit rose in its second quarter ended Dec. 28.",
        [("its second quarter", "DATE", "2021-Q2", "2021-04-01/2021-06-30"), ("Dec. 28", "DATE", "2021-12-28", "2021-12-28")],
    ),
    (
        "Profit rose in the quarter ended Sept. 30.",
        [("the quarter", "DATE", "2021-Q3", "2021-07-01/2021-09-30"), ("Sept. 30", "DATE", "2021-09-30", "2021-09-30")],
    ),
    ("Profit fell in the last quarter of 2020.", [("the last quarter of 2020", "DATE", "2020-Q4", "2020-10-01/2020-12-31")]),
    ("Profit fell in the last half of 2020.", [("the last half of 2020", "DATE", "2020-H2", "2020-07-01/2020-12-31")]),
    ("Mills closed in the first half of the 1980s.", [("the first half of the 1980s", "DATE", "198", "1980-01-01/1989-12-31")]),
    ("Mills closed in the month of May 2019.", [("the month of May 2019", "DATE", "2019-05", "2019-05-01/2019-05-31")]),
    ("The deal is to close by year-end.", [("year-end", "DATE", "2022-12-31", "2022-12-31")]),
    ("Shares have lost a tenth since Dec. 1.", [("Dec. 1", "DATE", "2021-12-01", "2021-12-01")]),
    ("Mills will close over the next decade.", [("the next decade", "DURATION", "P10Y", "2022-03-09/2032-03-09")]),
    ("The choir sang for a couple of years.", [("a couple of years", "DURATION", "P2Y", "")]),
    ("The ferry will sail in two weeks’ time.", [("two weeks’ time", "DATE", "2022-03-23", "2022-03-23")]),
    ("They have food to last five days.", [("five days", "DURATION", "P5D", "")]),
    ("The ferry sails on Tuesday nights.", [("Tuesday nights", "SET", "XXXX-WXX-2TNI", "")]),
    ("The ferry sails every Sunday morning.", [("every Sunday morning", "SET", "XXXX-WXX-7TMO", "")]),
    ("The roof fell in overnight Tuesday.", [("overnight Tuesday", "TIME", "2022-03-08TNI", "2022-03-08")]),
    ("The bell rang at 4 in the afternoon.", [("4 in the afternoon", "TIME", "2022-03-09T16:00", "2022-03-09")]),
    ("The bell rang at midday.", [("midday", "TIME", "2022-03-09T12:00", "2022-03-09")]),
    (
        "The bell rang at 10:35 a.m. (0735 GMT) on Monday.",
        [("10:35 a.m. (0735 GMT) on Monday", "TIME", "2022-03-07T10:35", "2022-03-07")],
    ),
    (
        "They wed the week before Christmas.",
        [("the week before", "DATE", "2021-W50", "2021-12-13/2021-12-19"), ("Christmas", "DATE", "2021-12-25", "2021-12-25")],
    ),
    ("It came the same year the mill burned.", [("the same year", "DATE", "XXXX", "")]),
    ("He joined after the Sept. 11 attacks.", [("Sept. 11", "DATE", "2001-09-11", "2001-09-11")]),
    ("It was the Sept. 11 attack on the mill.", [("Sept. 11", "DATE", "2021-09-11", "2021-09-11")]),
    ("They were freed after the October raid.", [("October", "DATE", "2021-10", "2021-10-01/2021-10-31")]),
    ("He would go, she wrote in a letter Monday.", [("Monday", "DATE", "2022-03-07", "2022-03-07")]),
    (
        "She spoke ahead of Friday’s debate and Saturday’s poll.",
        [("Friday", "DATE", "2022-03-11", "2022-03-11"), ("Saturday", "DATE", "2022-03-12", "2022-03-12")],
    ),
    ("The judge set the hearing for June 28 at 2 p.m.", [("June 28 at 2 p.m.", "TIME", "2022-06-28T14:00", "2022-06-28")]),
    ("He spoke to both following Tuesday’s vote.", [("Tuesday", "DATE", "2022-03-08", "2022-03-08")]),
    ("He met both the following Tuesday.", [("the following Tuesday", "DATE", "2022-03-15", "2022-03-15")]),
    ("The message from Tuesday is clear.", [("Tuesday", "DATE", "2022-03-08", "2022-03-08")]),
    ("The rules apply from Friday.", [("Friday", "DATE", "2022-03-11", "2022-03-11")]),
    ("He denied it in an interview to be aired on Sunday.", [("Sunday", "DATE", "2022-03-13", "2022-03-13")]),
    ("The mill is planning on opening a shop in June.", [("June", "DATE", "2022-06", "2022-06-01/2022-06-30")]),
    ("The mill expects a flood of orders in August.", [("August", "DATE", "2022-08", "2022-08-01/2022-08-31")]),
    ("It is to be ready at the start of April.", [("the start of April", "DATE", "2022-04", "2022-04-01/2022-04-10")]),
    ("The lawyer leaves a court on March 2.", [("March 2", "DATE", "2022-03-02", "2022-03-02")]),
    ("Now that the gate is shut, nobody comes.", [("Now", "DATE", "PRESENT_REF", "")]),
]  # fmt: skip

TABLE = [
    *CALENDAR,
    *YEARS,
    *SEASONS,
    *WEEKDAYS,
    *DAYS,
    *DISTANCES,
    *LENGTHS,
    *VAGUE,
    *FEASTS,
    *MIXED,
]

NONE = [
    "The now-closed mill was sold.",
    "It fell in after-hours trading.",
    "Torvik beat Almdal 3-2 after extra time.",
    "The home side led 21-14.",
    "Anna Roe, 34, keeps the lighthouse.",
    "The 17-year-old was found unhurt.",
    "Her brother, who is 52 years old, owns the mill.",
    "The repairs cost $2,015 in all.",
    "The repairs cost €1,998.",
    "They counted 1,911 boats.",
    "They counted 2000 troops on the road.",
    "He owns 1950 shares of the company.",
    "The rate rose to 12.5 percent.",
    "Turnout was 4/5 of what had been hoped for.",
    "The council may vote on the plan.",
    "They will march through the town to the quay.",
    "Captain May spoke to the crew.",
    "It was an august body of old men.",
    "Prices fall and spring back.",
    "A second boat was sent, and a third.",
    "The mayor appeared on This Morning to deny it.",
    "She told the programme 90 Minutes that nothing was lost.",
    "The duel at high noon was a joke.",
    "He came the day after Roe died.",
    "The home side lost in the final quarter.",
    "Read it on page 1998 of the report.",
    "He lives at 1 Second Avenue.",
    "Call 555-0142 for the tickets.",
    "The second half of the boat was dry.",
    "Highway 1920 is closed.",
    "The spring in the lock was rusty.",
    "The bill passed 218-210.",
    "She won 6-4, 6-4.",
    "They wed in the old church.",
    "The sun was out.",
    "She ran the 1500 metres.",
    "He came in second.",
    "It was her second chance.",
    "He sold one second-hand car.",
    "Three quarters of the voters stayed at home.",
    "A quarter of the crop was lost.",
    "The Sunday Herald reported it first.",
    "Photo: Anna Roe / Almdal Today",
    "The pipe lets 140 litres per second through.",
    "April Roe keeps the shop.",
    "In the first place, nobody asked.",
    "They live at 1640 Quay Street.",
    "He was born in Augusta.",
    "Marching men filled the square.",
    "It cost 2000 crowns.",
    "He bought 1990 tickets.",
    "The ship, the May Queen, is old.",
    "A 12-6 vote ended it.",
    "She sat down to marvel at the sun.",
]
"""Sentences without any time expression."""
