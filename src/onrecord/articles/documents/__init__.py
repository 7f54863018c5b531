"""Word processors' documents as blocks."""
