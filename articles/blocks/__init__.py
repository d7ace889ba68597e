"""The building blocks of a body: what editors may put between a headline and a footer."""

from articles.blocks.body import BodyBlock, copy_structure

__all__ = ["BodyBlock", "copy_structure"]
