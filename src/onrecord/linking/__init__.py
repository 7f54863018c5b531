"""What belongs together across articles."""
