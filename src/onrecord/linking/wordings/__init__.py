"""The same utterance as several articles print it."""
