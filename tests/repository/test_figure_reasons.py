"""The guide to figures explains every reason that the example story gets."""

from __future__ import annotations

import json
import re
from pathlib import Path

from command_line import Example

GUIDE = Path(__file__).parents[2] / "docs/guides/figures.md"


def test_every_reason_of_figures_is_explained(example: Example) -> None:
    """Each part of a reason begins with a name that stands in the tables of the guide."""
    record = json.loads(example.export)
    whys = {one["why"] for one in record["figures"]}
    whys |= {link["why"] for one in record["series"] for link in (*one["why"], *one["not_joined"])}
    names = {part.partition(":")[0] for why in whys for part in why.split("; ") if part}
    assert len(names) > 15
    tables = GUIDE.read_text(encoding="utf-8").partition("\n## Reasons\n")[2]
    assert {name for name in names if not re.search(rf"`{re.escape(name)}[:`]", tables)} == set()
