"""Figures: from the numbers of a paragraph to the figures of an article.

`read` conducts for a paragraph, `settling` for an article.
"""
