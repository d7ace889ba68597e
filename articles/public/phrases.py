"""Where a Japanese line may break: between phrases, as somebody would say them, never inside a number or a name."""

import re
from functools import cache, lru_cache
from itertools import pairwise

import budoux
from django.conf import settings

# Where BudouX sees a phrase end and a reader does not: inside a number or a Latin word, before its unit, after an
# opening and before a closing mark.
HOLDS_TOGETHER = re.compile(
    r"(?<=[0-9A-Za-z０-９.,])(?=[0-9A-Za-z０-９.,%％])"
    r"|(?<=[0-9０-９])(?=[兆億万千百年月日時分秒円人件回枚社国歳割倍度位代号条])"
    r"|(?<=[「『（(【〈《])|(?=[」』）)】〉》、。，．・：；！？])"
)


@lru_cache(maxsize=4096)
def phrases(text, language):
    """The phrases of a line of text; joined, they are the text. One for languages that part words by spaces."""
    if language != "ja" or not text:
        return (text,)
    ends = set()
    end = 0
    for phrase in _parser().parse(text):
        end += len(phrase)
        ends.add(end)
    ends -= {match.start() for match in HOLDS_TOGETHER.finditer(text)} | set(_inside_whole_phrases(text))
    ends |= {len(text)}
    starts = [0, *sorted(ends)]
    return tuple(text[start:stop] for start, stop in pairwise(starts))


@cache
def _parser():
    return budoux.load_default_japanese_parser()


def _inside_whole_phrases(text):
    for whole in settings.WHOLE_PHRASES:
        for match in re.finditer(re.escape(whole), text):
            yield from range(match.start() + 1, match.end())
