"""One file with many articles: database exports and digests."""
