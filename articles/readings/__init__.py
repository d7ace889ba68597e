"""How Japanese words are read, as pure functions: an analyser proposes, the newsroom's own readings overrule it."""

from articles.readings.alignment import Ruby, aligned
from articles.readings.analysis import analysed
from articles.readings.kanji import LANGUAGE, has_kanji
from articles.readings.overrides import BadLine, overruled, parsed
from articles.readings.usual import USUAL

__all__ = ["LANGUAGE", "USUAL", "BadLine", "Ruby", "aligned", "analysed", "has_kanji", "overruled", "parsed"]
