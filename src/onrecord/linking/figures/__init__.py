"""Which figures of several articles answer one question, and how two of them differ."""
