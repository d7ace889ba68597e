"""The screens that publish lanes together or at their times, and take a language back."""
