"""Linking: what belongs together across articles, found by keys and judged in pairs."""

VERSION = "5"
"""Version of this stage: links of another one are made again."""
