"""What two sequences have in common: the greedy O(ND) algorithm of Myers (1986), with a limit on its work."""

from array import array

LEAST_EDITS = 8
WORK = 2_000_000  # twice the diagonals looked at: about half a second


def edits_ahead(size):
    """How many edits to look ahead in sequences of `size` items together for the work to stay under a second."""
    return max(LEAST_EDITS, WORK // (size + 1))


def common(old, new, limit):
    """Stretches `(start in old, start in new, length)` found in both, in order.

    The fewest edits lie between them if `limit` edits are enough. If not, the path that came furthest by then is
    taken and the search begins again where it ended: a longer answer, in time linear in the length of the texts.
    """
    old_places, new_places = _shared(old, new), _shared(new, old)
    found = []
    for i, j in _pairs([old[place] for place in old_places], [new[place] for place in new_places], limit):
        x, y = old_places[i], new_places[j]
        if found and (x, y) == (found[-1][0] + found[-1][2], found[-1][1] + found[-1][2]):
            found[-1] = (*found[-1][:2], found[-1][2] + 1)
        else:
            found.append((x, y, 1))
    return found


def _shared(items, others):
    """Places of the items that the others have too: the rest is an edit in any case and only slows the search."""
    known = set(others)
    return [place for place, item in enumerate(items) if item in known]


def _pairs(old, new, limit):
    """Places `(in old, in new)` of equal items, in order."""
    tail = _same_tail(old, new)
    n, m = len(old) - tail, len(new) - tail
    x = y = 0
    while x < n and y < m:
        stretches, x, y = _advance(old, new, (x, y), (n, m), limit)
        for i, j, length in stretches:
            yield from zip(range(i, i + length), range(j, j + length), strict=True)
    yield from zip(range(n, n + tail), range(m, m + tail), strict=True)


def _same_tail(old, new):
    count = 0
    for one, other in zip(reversed(old), reversed(new), strict=False):
        if one != other:
            break
        count += 1
    return count


def _advance(old, new, start, end, limit):
    """The stretches of the best path from `start` to `end`, or to where `limit` edits lead, and the point reached."""
    history, diagonal, x = _search(old, new, start, end, limit)
    x0, y0 = start
    stretches = [(x0 + i, y0 + i - k, length) for i, k, length in _path(history, diagonal, x)]
    return stretches, x0 + x, y0 + x - diagonal


def _search(old, new, start, end, limit):
    """The furthest points of every round before the last one, then the diagonal and the x where the search ended.

    Points are counted from `start`. A diagonal is x - y; `reach` holds the furthest x of each.
    """
    (x0, y0), n, m = start, end[0] - start[0], end[1] - start[1]
    most = min(limit, n + m)
    reach, middle, history = array("l", [0] * (2 * most + 3)), most + 1, []
    for edits in range(most + 1):
        history.append(reach[middle - edits - 1 : middle + edits + 2])
        for k in _diagonals(edits, n, m):
            left, right = reach[middle + k - 1], reach[middle + k + 1]
            x = right if k == -edits or (k != edits and left < right) else left + 1
            while x < n and x - k < m and old[x0 + x] == new[y0 + x - k]:
                x += 1
            reach[middle + k] = x
            if x >= n and x - k >= m:
                return history, k, x
    inside = [k for k in _diagonals(most, n, m) if reach[middle + k] <= n and reach[middle + k] - k <= m]
    best = max(inside, key=lambda k: 2 * reach[middle + k] - k)
    return history, best, reach[middle + best]


def _diagonals(edits, n, m):
    return range(2 * max(0, edits - m) - edits, edits - 2 * max(0, edits - n) + 1, 2)


def _path(history, k, x):
    """The diagonal stretches `(x, diagonal, length)` that lead to `x` on diagonal `k`, in order."""
    stretches = []
    for edits in range(len(history) - 1, -1, -1):
        row, place = history[edits], k + edits + 1
        down = k == -edits or (k != edits and row[place - 1] < row[place + 1])
        begun = row[place + 1] if down else row[place - 1] + 1
        if x > begun:
            stretches.append((begun, k, x - begun))
        k, x = (k + 1, row[place + 1]) if down else (k - 1, row[place - 1])
    return stretches[::-1]
