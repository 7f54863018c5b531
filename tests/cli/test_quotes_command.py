"""`onrecord quotes`: who said what, in which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Run
from speech_makers import Speech, lay_speech, make_pile, make_speech

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Where the record is."""
    return tmp_path / "r.db"


@pytest.fixture
def speech(record: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Speech:
    """Three articles and who says what in them."""
    made = make_speech(make_pile(record, run))
    lay_speech(monkeypatch, made)
    return made


def test_text(speech: Speech, record: Path, run: Run) -> None:
    """x."""
    for o in ((), ("--by","finch"),("--by","ada finch"),("--by","sabir","--mentions","Sandhaven"),("--about","'north quay'"),("--about","lighthouse"),("--mentions","al-sabir"),("--earliest","--latest"),("--by","council official"),("--to","md"), ("--csv",)):
        outcome = run("quotes", record, *o)
        open("/work/scratch/faces/out.txt","a").write(f"$ {o} {outcome.code}\n{outcome.out}---\n{outcome.err}\n")
    for o in ((), ("finch",),("sabir","--why"),("--unsure",)):
        outcome = run("who", record, *o)
        open("/work/scratch/faces/out.txt","a").write(f"$ {o} {outcome.code}\n{outcome.out}---\n{outcome.err}\n")
    assert 0
