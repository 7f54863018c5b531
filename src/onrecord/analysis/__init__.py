"""Findings in one article: sentences, mentions and time expressions so far."""
