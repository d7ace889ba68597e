"""How pages travel: headers and caches."""
