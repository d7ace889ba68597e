"""A language exchanged with translators' tools as XLIFF 2. Files in, files out: no database and no HTTP here."""

from articles.exchange.archives import packed, unpacked
from articles.exchange.documents import Document, Reason, Segment, Unit, XliffError
from articles.exchange.xliff import write
from articles.exchange.xliff_reader import read

__all__ = ["Document", "Reason", "Segment", "Unit", "XliffError", "packed", "read", "unpacked", "write"]
