"""What editors use: edit views, release actions, listings, snippets."""
