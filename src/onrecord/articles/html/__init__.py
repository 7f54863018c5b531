"""Saved web pages: decoded, parsed, cut into blocks with what markup and extractor say."""
