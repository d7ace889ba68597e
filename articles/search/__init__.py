"""Finding words in released texts, whatever the width, script or spelling they were typed in.

No database and no HTTP here. A text and what is looked for are *folded* the same way, so that finding is a plain
"contains", which every database answers alike.
"""

from articles.search.excerpts import Part, excerpt, marked
from articles.search.folding import Folded, folded
from articles.search.query import Query, Term, Thesaurus, parsed

__all__ = ["Folded", "Part", "Query", "Term", "Thesaurus", "excerpt", "folded", "marked", "parsed"]
