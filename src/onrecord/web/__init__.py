"""Faces for a browser: the self-contained page of a record."""
