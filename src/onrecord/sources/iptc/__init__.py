"""Newsroom formats of the IPTC: ninjs, NewsML-G2, NITF."""
