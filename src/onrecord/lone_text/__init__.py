"""One text without a record: the finders of the analysis on words that somebody hands over.

All of the text is taken as an article's words: no roles, no residue.
"""

from onrecord.lone_text.find import analyze_many, find_attributions, find_figures, find_times
from onrecord.lone_text.found import (
    Attribution,
    Figure,
    FigureDays,
    FigureScope,
    Said,
    TextFindings,
    Time,
)

__all__ = [
    "Attribution",
    "Figure",
    "FigureDays",
    "FigureScope",
    "Said",
    "TextFindings",
    "Time",
    "analyze_many",
    "find_attributions",
    "find_figures",
    "find_times",
]
