"""Archives: zip, gzip, WARC and WACZ."""
