"""Frozen values that the stages hand to each other; they know no stage."""
