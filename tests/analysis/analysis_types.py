"""Types of what the fixtures of the analysis give."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.values.article import Article
from onrecord.values.findings import Analysis

type Make = Callable[..., Article]
type Analyse = Callable[..., list[Analysis]]
