"""Whether an explainer was clear: readers answer with a button, and only a count of it is kept."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from articles import languages
from articles.delivery.limits import MINUTE, within
from articles.models import ClarityCount, ExplainerPage
from articles.public.addresses import page_address
from articles.public.errors import not_found
from articles.public.frame import FrameBuilder
from articles.public.links import resolve
from articles.querysets import version_number

PER_MINUTE = 60  # answers about one page
IS_CLEAR = {"yes": True, "no": False}
ANCHOR = "#answered"  # where `partials/clear.html` thanks


@dataclass(frozen=True)
class Asked:
    """An explainer that readers of `language` see; an alias shows the text of another page, `text_of`."""

    text_of: int
    language: str
    version: int
    address: str


class NotCounted(Exception):
    """In words for whoever answered, with the status of the response."""

    def __init__(self, why, status):
        super().__init__(why)
        self.why, self.status = why, status


@csrf_exempt  # readers have no cookie for a token to belong to, and no rights for another site to misuse
@require_POST
def answer(request, pk):
    """Counts `clear=yes` or `clear=no`; who asks for JSON gets `{"said"}`, everybody else their page again."""
    asked = _asked(pk, languages.current())
    if asked is None:
        return not_found(request)
    try:
        _count(request, asked)
    except NotCounted as refused:
        return _refused(request, asked, refused)
    if _wants_json(request):
        return JsonResponse({"said": _("Thank you. Your answer has been counted.")})
    return HttpResponse(status=303, headers={"Location": f"{asked.address}{ANCHOR}"})


def _asked(pk, language):
    pages = ExplainerPage.objects.released(language).filter(id=pk).annotate(version=version_number(language))
    found = pages.values_list("pk", "alias_of", "version", "url_path").first()
    if found is None:
        return None
    pk, alias_of, version, url_path = found
    return Asked(alias_of or pk, language, version, page_address(url_path, language))


def _count(request, asked):
    if _comes_from_another_site(request):
        raise NotCounted(_("Answers are taken from the page itself only."), 403)
    clear = IS_CLEAR.get(request.POST.get("clear"))
    version = request.POST.get("version", "")
    if clear is None or not _is_number_up_to(asked.version, version):
        raise NotCounted(_("The answer was neither yes nor no. Please use the buttons on the page."), 400)
    if not within(f"answers:{asked.text_of}:{asked.language}", PER_MINUTE):
        raise NotCounted(_("Very many answers are coming in at the moment. Please try again in a minute."), 429)
    ClarityCount.objects.count_answer(page=asked.text_of, language=asked.language, version=int(version), is_clear=clear)


def _is_number_up_to(last, text):
    """Whether `text` names the present text or an earlier one: a page may have been open while a new one came out."""
    return text.isascii() and text.isdigit() and len(text) <= 9 and 1 <= int(text) <= last


def _comes_from_another_site(request):
    """As the browser says, which every one of today does; who says nothing could say anything."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site != "same-origin"
    origin = request.headers.get("Origin")
    return bool(origin) and origin not in (settings.SITE_URL, f"{request.scheme}://{request.get_host()}")


def _wants_json(request):
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def _refused(request, asked, refused):
    if _wants_json(request):
        response = JsonResponse({"said": refused.why}, status=refused.status)
    else:
        builder = FrameBuilder(asked.language)
        frame = builder.build(resolve(builder.references, asked.language), path=request.path, alternates={})
        context = {"frame": frame, "language": asked.language, "why": refused.why, "address": asked.address}
        response = render(request, "articles/not_counted.html", context, status=refused.status)
    if refused.status == 429:
        response["Retry-After"] = str(MINUTE)
    return response
