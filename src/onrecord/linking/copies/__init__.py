"""Articles that print what others print: copies found by keys and told by aligned sentences."""
