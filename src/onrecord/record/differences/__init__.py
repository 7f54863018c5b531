"""Differences: where reports of one thing differ, with both sentences and one reason.

`compile_differences` conducts; see `compile.py`.
"""

from onrecord.record.differences.compile import Compared, compile_differences

__all__ = ["Compared", "compile_differences"]
