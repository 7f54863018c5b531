"""Header and footer lines that newspaper databases put around an article."""
