"""How often something may happen, counted in the cache: by what it is done to, never by who does it."""

from time import time

from django.core.cache import cache

MINUTE = 60


def within(name, limit):
    """Whether this is at most the `limit`th time in this minute for `name`; True while the cache is out of reach.

    Processes that keep a cache in their own memory count each for itself.
    """
    key = f"within:{name}:{int(time() // MINUTE)}"
    cache.add(key, 0, timeout=2 * MINUTE)
    try:
        return cache.incr(key) <= limit
    except ValueError:  # thrown out of the cache meanwhile
        return True
