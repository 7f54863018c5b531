"""From a page to an article: kept text, paragraph roles, fields."""
