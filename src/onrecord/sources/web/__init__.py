"""Addresses: what may be asked, how, and what comes back."""
