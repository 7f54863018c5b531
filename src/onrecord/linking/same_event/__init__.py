"""Articles that report one news event."""
