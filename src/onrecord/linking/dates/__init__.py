"""When articles were published: what they tell themselves, and what other articles add."""
