"""The example story, read once as a user would, and its record."""

from __future__ import annotations

from importlib import resources
from typing import Any

import pytest

import onrecord
from onrecord.exports.json_export import write_json
from onrecord.pipeline import decide
from onrecord.values.decisions import Decision, What


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The example story exported to JSON, with a decision of each shape."""
    path = tmp_path_factory.mktemp("record") / "story.db"
    record = onrecord.open(path)
    with resources.as_file(resources.files("onrecord.example").joinpath("story")) as story:
        record.add(story)
    record.finish_links()
    with record.writing() as file:
        first = file.summaries()[0]
        text = file.article(first.id).text
        for what, value, end in [(What.OUTLET, "Hill Herald", None), (What.ROLE, "notice", 5)]:
            place: dict[str, Any] = (
                {} if end is None else {"start": 0, "end": end, "text": text[:end]}
            )
            decision = Decision(
                number=0, what=what, article=first.id, value=value, by="desk", **place
            )
            decide(file, decision, settings=record.settings)
    with record.reading() as file:
        return "".join(write_json(record.compiled(file)))
