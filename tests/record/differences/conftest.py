"""The makers of tellings stand beside the tests of the timeline."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "timeline"))
