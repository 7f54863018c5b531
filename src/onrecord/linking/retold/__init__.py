"""Sentences that tell what another sentence tells."""
