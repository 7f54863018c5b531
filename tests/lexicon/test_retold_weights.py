"""The parameters of the judge of retellings."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from onrecord.lexicon.data_files import LexiconError, load_data
from onrecord.lexicon.retold_weights import parse_retold_weights, retold_weights


def test_the_limits_are_in_order() -> None:
    """What is near is less than what is told, and other numbers keep below both."""
    known = retold_weights()
    assert known.other_numbers < known.near < known.retelling
    assert known.denied < known.retelling


def _without(data: dict[str, Any]) -> None:
    del data["weights"]["told"]


def _unknown(data: dict[str, Any]) -> None:
    data["weights"]["luck"] = 1.0


def _word(data: dict[str, Any]) -> None:
    data["near"] = "often"


def _too_much(data: dict[str, Any]) -> None:
    data["retelling"] = 7


@pytest.mark.parametrize("change", [_without, _unknown, _word, _too_much])
def test_what_is_no_set_of_parameters_is_refused(change: Any) -> None:
    """A missing or unknown weight, a word, or a strength over one is named."""
    data = deepcopy(load_data("retold"))
    change(data)
    with pytest.raises(LexiconError, match="retold"):
        parse_retold_weights(data)
