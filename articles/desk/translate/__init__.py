"""The side-by-side view: the source on the left, a translation on the right, paired unit by unit."""
