"""Whether a machine's answer may be put before an editor."""

from html.parser import HTMLParser

# Words of a language that stand in attributes: the one part of a tag that a translation may change.
TRANSLATABLE = {"alt", "title", "aria-label"}


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attrs):
        self.found.add((tag, frozenset((name, None if name in TRANSLATABLE else value) for name, value in attrs)))


def tags(html):
    """The different tags of `html` with their attributes, however often and in whatever order they occur."""
    parser = _Tags()
    parser.feed(html)
    parser.close()
    return parser.found


def is_usable(text, answer):
    """A text that the database can store and, for HTML, with the original's tags: no link lost and no tag invented."""
    if not isinstance(answer, str) or not answer.strip() or "\0" in answer:
        return False
    try:
        answer.encode()
    except UnicodeEncodeError:  # half a surrogate pair
        return False
    return not text.is_html or tags(answer) == tags(text.string)
