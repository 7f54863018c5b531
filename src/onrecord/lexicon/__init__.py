"""Words of the trade in validated data files, and the patterns made from them."""
