"""Asking for a review, answering it, and the inbox that tells of it."""
