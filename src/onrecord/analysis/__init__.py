"""Findings in one article: sentences and mentions so far."""
