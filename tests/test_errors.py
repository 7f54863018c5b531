"""Errors: one tree, an exit status for each, a reason for every skipped input."""

from __future__ import annotations

import inspect

import pytest

from onrecord import errors
from onrecord.errors import InputError, OnrecordError, UsageError

ALL = [e for _, e in inspect.getmembers(errors, inspect.isclass) if issubclass(e, Exception)]


@pytest.mark.parametrize("error", ALL)
def test_every_error_is_onrecords_and_ends_a_command_as_documented(
    error: type[OnrecordError],
) -> None:
    """A caller catches one class; wrong usage exits with 2, all else with 1."""
    assert issubclass(error, OnrecordError)
    assert error.exit_code == (2 if issubclass(error, UsageError) else 1)


def test_reasons_of_skipped_inputs_differ() -> None:
    """A person or a script can tell by the reason why an input was skipped."""
    reasons = [e.reason for e in ALL if issubclass(e, InputError)]
    assert len(set(reasons)) == len(reasons)
    assert all(reason == reason.lower() and " " not in reason for reason in reasons)


def test_the_drawing_names_every_error() -> None:
    """The tree in the module's docstring is complete."""
    assert errors.__doc__ is not None
    assert [e.__name__ for e in ALL if e.__name__ not in errors.__doc__] == []
