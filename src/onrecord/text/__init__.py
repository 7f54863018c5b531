"""Text as such: decoding, folding, language, queries; knows nothing of news."""
