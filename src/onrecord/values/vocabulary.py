"""The closed vocabularies: every word that Onrecord itself may print about an article.

They are plain strings in JSON and in Python (`StrEnum`).
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """The part that a paragraph plays in its article."""

    HEADLINE = "headline"
    DEK = "dek"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    DATELINE = "dateline"
    CREDIT = "credit"
    LEDE = "lede"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    NOTICE = "notice"
    CONTRIBUTOR = "contributor"
    TAGS = "tags"
    RESIDUE = "residue"


class Basis(StrEnum):
    """What a date or a field of an article rests on, strongest first but for `decided`."""

    STATED = "stated"
    METADATA = "metadata"
    ADDRESS = "address"
    FILE_NAME = "file-name"
    OWN_TEXT = "own-text"
    OTHER_ARTICLES = "other-articles"
    DECIDED = "decided"
    UNKNOWN = "unknown"


class EntityType(StrEnum):
    """What kind of thing a name stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"


class Relation(StrEnum):
    """How an article stands to the origin whose entry it is in."""

    SAME_TEXT = "same-text"
    PICKUP = "pickup"
    REWRITE = "rewrite"
    VERSION = "version"
    INDEPENDENT = "independent"
    UNKNOWN = "unknown"


class EventStatus(StrEnum):
    """How an event stands, as it was reported."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    SCHEDULED = "scheduled"
    ANTICIPATED = "anticipated"
    CANCELLED = "cancelled"
    DENIED = "denied"


class AttributionKind(StrEnum):
    """Whether somebody's words stand between quotation marks."""

    DIRECT = "direct"
    """At least 95 % of the content's letters do."""
    INDIRECT = "indirect"
    """None do."""
    MIXED = "mixed"


class Sourcing(StrEnum):
    """What kind of source an attribution names."""

    NAMED = "named"
    """A person with a name."""
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    """Somebody who is described but not named: `a senior official`."""
    OUTLET = "outlet"
    """Another medium."""
    NONE = "none"
    """No source is printed."""


class Stance(StrEnum):
    """Whether the words are told as said."""

    SAID = "said"
    NEGATED = "negated"
    """`did not say`, `declined to say`."""
    HYPOTHETICAL = "hypothetical"
    """`would say`, `if they say`, `is expected to announce`."""


class FigureKind(StrEnum):
    """What a figure tells."""

    LEVEL = "level"
    """A state at a time: troops, members, people in shelters."""
    CHANGE = "change"
    """By how much something rose or fell; `direction` says which way."""
    COUNT = "count"
    """Occurrences, or people and things counted, over a period or in one event."""
    MONEY = "money"
    SHARE = "share"
    """A part of a whole, in percent."""
    AGE = "age"
    OTHER = "other"
    """Measures, distances, speeds, scores and whatever else is no part of a series."""


class Bound(StrEnum):
    """How a printed number bounds the real one."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    RANGE = "range"
    DOZENS_LIKE = "dozens-like"
    """A word without a number: `dozens`, `several`, `tens of thousands`."""


class Modality(StrEnum):
    """How a figure is meant."""

    ASSERTED = "asserted"
    """Told by the article itself."""
    REPORTED = "reported"
    """Told in the words of somebody else."""
    PLANNED = "planned"
    PROPOSED = "proposed"
    DENIED = "denied"
    CONDITIONAL = "conditional"


class DifferenceReason(StrEnum):
    """Why two reports of one thing differ."""

    PERIOD = "period"
    SCOPE = "scope"
    REVISION = "revision"
    ROUNDING = "rounding"
    WORDING = "wording"
    SOURCING = "sourcing"
    CONFLICT = "conflict"


ATTRIBUTION_ROLES = frozenset(
    {Role.HEADLINE, Role.DEK, Role.LEDE, Role.BODY, Role.CAPTION, Role.NOTICE}
)
"""Roles whose attributions are found (CONTRACT: those of times without dateline and subhead)."""

FIGURE_ROLES = ATTRIBUTION_ROLES
"""Roles whose figures are found (CONTRACT: those of times without dateline and subhead)."""

PROSE_ROLES = frozenset({Role.LEDE, Role.BODY})
"""Paragraphs that are the article's own running text."""

PARSED_ROLES = frozenset(Role) - {Role.RESIDUE, Role.TAGS}
"""Paragraphs that are analysed (CONTRACT: residue and tags are not parsed)."""

TIME_ROLES = frozenset(
    {
        *(Role.HEADLINE, Role.DEK, Role.DATELINE, Role.LEDE, Role.BODY, Role.SUBHEAD),
        *(Role.CAPTION, Role.NOTICE),
    }
)
"""Roles whose time expressions are found."""

EVENT_ROLES = frozenset({Role.HEADLINE, Role.DEK, Role.LEDE, Role.BODY, Role.NOTICE})
"""Roles whose sentences may stand in the timeline (CONTRACT: never captions)."""
