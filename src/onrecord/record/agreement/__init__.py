"""Agreement: how many origins tell a thing, and which."""
