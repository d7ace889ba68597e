"""The building blocks of a body: what editors may put between a headline and a footer."""

from articles.blocks.body import BodyBlock, copy_structure
from articles.blocks.one_at_a_time import OneAtATime

__all__ = ["BodyBlock", "OneAtATime", "copy_structure"]
