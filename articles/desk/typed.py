"""What editors type into fields of the desk that are not those of a Django form."""


def storable(text):
    """Without NUL characters, which PostgreSQL refuses, and without spaces around it; "" for None."""
    return (text or "").replace("\0", "").strip()
