"""The timeline: what happened when, as the articles of the pile tell it.

`compile_timeline` conducts; see `entries.py`.
"""

from onrecord.record.timeline.entries import compile_timeline, read_tellings, timeline_of

__all__ = ["compile_timeline", "read_tellings", "timeline_of"]
