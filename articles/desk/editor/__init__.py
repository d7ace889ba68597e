"""Wagtail's editing and listing views of a page, with what lanes add to them."""
