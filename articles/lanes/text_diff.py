"""The differences between two versions of a text, made for reading: by word in Japanese and English, numbers whole."""

from dataclasses import dataclass
from itertools import accumulate, chain, groupby

from articles.lanes.alignment import common, edits_ahead
from articles.lanes.text_tokens import break_before, is_number, sentences, tokens, unit, value

SAME, ADDED, REMOVED, FOLDED = "same", "added", "removed", "folded"
JOINED_BELOW = 2  # characters between two changes that make them one
CONTEXT = 4  # a quarter of what may stay unfolded is kept beside a change


@dataclass(frozen=True)
class Run:
    """A stretch of text; a `folded` one is in both versions and need not be shown."""

    kind: str
    text: str

    @property
    def is_space(self):
        return self.text.isspace()

    @property
    def breaks_line(self):
        return "\n" in self.text or "\r" in self.text


@dataclass(frozen=True)
class _Stretch:
    same: bool
    old: list[str]
    new: list[str]

    def take(self, other):
        """Grow by what follows."""
        self.old.extend(other.old)
        self.new.extend(other.new)


def text_diff(before: str, after: str, *, fold_over: int | None = 80) -> list[Run]:
    """Runs that spell `before` without the added ones, `after` without the removed ones.

    Unchanged runs of more than `fold_over` characters are folded, apart from some context; None folds nothing.
    """
    stretches, runs = _stretches(before, after), []
    for place, stretch in enumerate(stretches):
        if not stretch.same:
            runs += [Run(REMOVED, "".join(stretch.old)), Run(ADDED, "".join(stretch.new))]
        elif fold_over is None:
            runs.append(Run(SAME, "".join(stretch.old)))
        else:
            runs += _folded(stretch.old, fold_over, place > 0, place < len(stretches) - 1)
    return [run for run in runs if run.text]


def numbers_changed(before: str, after: str) -> list[tuple[str, str]]:
    """Numbers and parts of dates that stand in each other's place, as `(before, after)`, each pair once."""
    changes = [stretch for stretch in _stretches(before, after) if not stretch.same]
    return list(dict.fromkeys(chain.from_iterable(map(_replaced_numbers, changes))))


def _stretches(before, after):
    """Same and changed stretches in turn, changes that all but touch made one."""
    old, new = tokens(before), tokens(after)
    found = []
    for same, a, b in _between(_matches(old, new), len(old), len(new)):
        pieces = _Stretch(same, old[a], new[b])
        if found and found[-1].same == same:
            found[-1].take(pieces)
        elif not same and len(found) > 1 and _is_slight(found[-1]):
            slight = found.pop()
            found[-1].take(slight)
            found[-1].take(pieces)
        else:
            found.append(pieces)
    return _slid(found)


def _slid(stretches):
    """What was only added or only removed, moved to where sentences or words begin if it spells the same there.

    `B.` that became `B. Also C.` gained ` Also C.`, not `. Also C`.
    """
    for place in range(1, len(stretches) - 1):
        before, change, after = stretches[place - 1 : place + 2]
        if not change.same and not (change.old and change.new):
            # What stands between two changes keeps a token, or they would be one.
            _slide(before, change, after, least=int(place > 1), left_over=int(place < len(stretches) - 2))
    return [stretch for stretch in stretches if stretch.old or stretch.new]


def _slide(before, change, after, least, left_over):
    moving = change.old or change.new
    text, size = [*before.new, *moving, *after.new], len(moving)
    first = last = start = len(before.new)
    while first > least and text[first - 1] == text[first + size - 1]:
        first -= 1
    while last + size < len(text) - left_over and text[last] == text[last + size]:
        last += 1
    best = max(
        range(first, last + 1),
        key=lambda at: (break_before(text, at) + break_before(text, at + size), -abs(at - start)),
    )
    moving[:] = text[best : best + size]
    for side in ("old", "new"):
        getattr(before, side)[:] = text[:best]
        getattr(after, side)[:] = text[best + size :]


def _is_slight(stretch):
    """Whether the eye would jump over it; numbers and paragraphs stay what they are."""
    text = "".join(stretch.old)
    return len(text) < JOINED_BELOW and not is_number(text) and text not in "\r\n"


def _matches(old, new):
    """Common stretches of two lists of tokens: equal sentences first, then equal tokens in what lies between."""
    coarse = _sentence_matches(old, new)
    gaps = [(a, b) for same, a, b in _between(coarse, len(old), len(new)) if not same]
    limit = edits_ahead(sum(a.stop - a.start + b.stop - b.start for a, b in gaps))
    fine = [(a.start + i, b.start + j, size) for a, b in gaps for i, j, size in common(old[a], new[b], limit)]
    return sorted(coarse + fine)


def _sentence_matches(old, new):
    old, new = (list(map(tuple, sentences(pieces))) for pieces in (old, new))
    starts, other_starts = ([0, *accumulate(map(len, grouped))] for grouped in (old, new))
    return [
        (starts[i], other_starts[j], starts[i + size] - starts[i])
        for i, j, size in common(old, new, edits_ahead(len(old) + len(new)))
    ]


def _between(matches, old_length, new_length):
    """`(is the same, slice of old, slice of new)` from the first token to the last; none is empty on both sides."""
    x = y = 0
    for i, j, size in [*matches, (old_length, new_length, 0)]:
        if i > x or j > y:
            yield False, slice(x, i), slice(y, j)
        if size:
            yield True, slice(i, i + size), slice(j, j + size)
        x, y = i + size, j + size


def _folded(pieces, fold_over, change_before, change_after):
    """Runs of an unchanged stretch: some context beside each change, the rest folded."""
    text = "".join(pieces)
    if len(text) <= max(fold_over, 0):
        return [Run(SAME, text)]
    context = max(fold_over, 0) // CONTEXT
    head = _opening(pieces, context) if change_before else 0
    tail = _opening(pieces[::-1], context) if change_after else 0
    hidden = len(text) - tail
    return [Run(SAME, text[:head]), Run(FOLDED, text[head:hidden]), Run(SAME, text[hidden:])]


def _opening(pieces, most):
    """Length of the whole tokens at the beginning that have at most `most` characters together."""
    return max((length for length in accumulate(map(len, pieces)) if length <= most), default=0)


def _replaced_numbers(change):
    """Pairs of one change: numbers of the same unit, or one number put in place of another."""
    old, new = (list(filter(is_number, pieces)) for pieces in (change.old, change.new))
    if len(change.old) == len(change.new) == len(old) == len(new) == 1:
        return [(old[0], new[0])] if value(old[0]) != value(new[0]) else []
    kept = {value(token) for token in old} & {value(token) for token in new}
    old, new = ({key: list(same) for key, same in _by_unit(pieces, kept)} for pieces in (old, new))
    return [pair for key in old for pair in zip(old[key], new.get(key, []), strict=False)]


def _by_unit(numbers, kept):
    """Numbers whose value is not `kept`, grouped by what they count, in the order of the text within a group."""
    return groupby(sorted((token for token in numbers if value(token) not in kept), key=unit), key=unit)
