"""The bare address of the site: sends readers on to their language."""

from django.http import HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from articles import languages


@require_safe
def choose_language(request):
    wanted = translation.get_language_from_request(request)
    language = wanted if wanted in languages.codes() else languages.default()
    response = HttpResponseRedirect(f"/{language}/")
    response["Cache-Control"] = "no-store"  # a kept answer would send everyone to the first reader's language
    patch_vary_headers(response, ["Accept-Language"])
    return response
