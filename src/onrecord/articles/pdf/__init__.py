"""PDF: characters, lines, columns, furniture, paragraphs."""
