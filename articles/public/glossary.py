"""The glossary as readers see it: what a term means, how it is read, and what it is called in other languages."""

from dataclasses import dataclass

from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles import languages
from articles.models import GlossaryTerm
from articles.public.addresses import named
from articles.public.frame import FrameBuilder
from articles.public.links import resolve


@dataclass(frozen=True)
class Entry:
    slug: str
    kind: str
    name: str
    reading: str
    definition: str
    elsewhere: list  # [(code, name)] in the other languages
    source: str
    source_url: str

    @property
    def is_term(self):
        return self.kind == GlossaryTerm.Kind.TERM


@require_safe
def glossary_page(request):
    language = languages.current()
    builder = FrameBuilder(language)
    context = {
        "language": language,
        "entries": entries(GlossaryTerm.objects.all(), language),
        "frame": builder.build(
            resolve(builder.references, language),
            path=request.path,
            alternates={code: named("glossary", code) for code in languages.codes()},
        ),
    }
    return TemplateResponse(request, "articles/glossary_page.html", context)


def entries(rows, language):
    """The `Entry` of each term that readers of `language` can make use of: it has a name and a meaning in it."""
    found = [entry(row, language) for row in rows]
    shown = [entry for entry in found if entry.name and entry.definition]
    return shown if language == languages.default() else sorted(shown, key=lambda entry: entry.name.casefold())


def entry(row, language):
    names = [(code, languages.read(row, "name", code) or "") for code in languages.codes()]
    own = languages.read(row, "name", language) or ""
    return Entry(
        slug=row.slug,
        kind=row.kind,
        name=own,
        reading=row.reading if language == languages.default() else "",
        definition=languages.read(row, "definition", language) or "",
        elsewhere=[(code, name) for code, name in names if name and code != language and name != own],
        source=row.source,
        source_url=row.source_url,
    )
