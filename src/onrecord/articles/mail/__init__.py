"""Mails: the part that a reader would see, unwrapped, forwards opened."""
