"""Documents of word processors: DOCX and RTF."""
