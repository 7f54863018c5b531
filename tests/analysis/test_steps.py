"""Steps: each has what it needs before it runs."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from onrecord.analysis.steps import STEPS, Findings, Step, check_steps


def test_the_steps_have_what_they_need() -> None:
    """The steps in their order are sound, and each fills a field of the findings."""
    check_steps(STEPS)
    assert {step.gives for step in STEPS} == {f.name for f in fields(Findings)} - {"leads"}


def test_a_step_without_what_it_needs_is_refused() -> None:
    """The message names the step and what nothing gives."""
    step = Step("times", needs=("parser", "calendar"), gives="times", run=lambda _doc, _found: [])
    with pytest.raises(ValueError, match=r"times needs \['calendar'\]"):
        check_steps((*STEPS, step))


def test_what_a_later_step_gives_does_not_count() -> None:
    """A need is met by an earlier step, not by one that comes after or by the step itself."""
    first, second, *_ = STEPS
    needy = replace(first, needs=(second.gives,))
    check_steps((second, needy))
    with pytest.raises(ValueError, match=needy.name):
        check_steps((needy, second))
    with pytest.raises(ValueError, match=first.name):
        check_steps((replace(first, needs=(first.gives,)),))
