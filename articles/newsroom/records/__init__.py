"""What was public before, what was wrong with it, and what was taken back."""
