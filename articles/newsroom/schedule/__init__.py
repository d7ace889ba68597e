"""What becomes due, and carrying it out once."""
