"""News items in newsroom formats, as blocks in the order in which they are printed."""
