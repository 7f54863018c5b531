"""Settings: a default for everything, each changed by one variable of the environment."""

from __future__ import annotations

from dataclasses import fields

import pytest

from onrecord.errors import UsageError
from onrecord.settings import Limits, Settings, load_settings


def test_an_empty_environment_gives_the_defaults() -> None:
    """Nothing needs to be set."""
    assert load_settings({}) == Settings()


@pytest.mark.parametrize("name", [f.name for f in fields(Limits)])
def test_each_limit_has_its_variable(name: str) -> None:
    """Every limit is raised by a variable of its name, and only that limit."""
    limits = load_settings({f"ONRECORD_LIMIT_{name.upper()}": "1_234"}).limits
    changed = {
        f.name for f in fields(Limits) if getattr(limits, f.name) != getattr(Limits(), f.name)
    }
    assert changed == {name}
    assert getattr(limits, name) == 1234


def test_model_and_patience_are_taken_from_the_environment() -> None:
    """The model and the seconds of waiting for a lock have variables of their own."""
    settings = load_settings({"ONRECORD_MODEL": "my_model", "ONRECORD_LOCK_SECONDS": "0.5"})
    assert (settings.model, settings.lock_seconds) == ("my_model", 0.5)


def test_the_name_for_servers_is_taken_from_the_environment() -> None:
    """Who fetches pages may say so in his own name."""
    assert load_settings({"ONRECORD_USER_AGENT": " Desk/1 "}).user_agent == "Desk/1"
    assert load_settings({"ONRECORD_USER_AGENT": ""}).user_agent == ""


def test_empty_variables_are_as_good_as_none() -> None:
    """A variable that is set to nothing changes nothing."""
    assert load_settings({"ONRECORD_MODEL": "", "ONRECORD_LOCK_SECONDS": ""}) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ONRECORD_LIMIT_ITEM_BYTES", "much"),
        ("ONRECORD_LIMIT_ITEM_BYTES", "0"),
        ("ONRECORD_LIMIT_ITEM_BYTES", "-5"),
        ("ONRECORD_LIMIT_HTML_DEPTH", "1.5"),
        ("ONRECORD_LOCK_SECONDS", "soon"),
        ("ONRECORD_USER_AGENT", "Déjà/1"),
    ],
)
def test_a_wrong_value_is_named(name: str, value: str) -> None:
    """The message names the variable and the value that it cannot use."""
    with pytest.raises(UsageError, match=name) as caught:
        load_settings({name: value})
    assert value in str(caught.value)
