"""The sections of an explainer, for editors who link news to one of them."""

from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path

from articles import lanes, languages
from articles.desk.section_titles import section_titles
from articles.models import ExplainerPage


def sections(request, pk):
    """`{"sections": [{"id", "title"}]}` of the source text: as readers see it, else as its editors have it."""
    page = get_object_or_404(ExplainerPage, pk=pk)
    source = languages.default()
    if source in page.released_languages():
        content = page.serializable_data()
    elif page.permissions_for_user(request.user).can_edit():
        content = page.draft_content()
    else:
        content = {}
    units = lanes.units(ExplainerPage, content, source)
    titles = section_titles(units.values())
    headings = [unit for unit in units.values() if unit.kind == "heading"]
    found = [{"id": unit.block_id, "title": titles[unit.key]} for unit in headings]
    return JsonResponse({"sections": found})


def section_urls():
    return [path("sections/<int:pk>/", sections, name="desk_sections")]
