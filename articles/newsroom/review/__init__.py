"""Who approves which lane, in which order, and what follows from it."""
