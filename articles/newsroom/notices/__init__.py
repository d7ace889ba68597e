"""Telling people what concerns them, in the inbox and by mail."""
