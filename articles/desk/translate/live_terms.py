"""The terms in a text that is being written: the browser asks, so that there is one matching only."""

import json

from django.http import HttpResponseBadRequest, JsonResponse
from django.template.loader import render_to_string

from articles import terms
from articles.desk.translate.access import TranslationView
from articles.models.glossary import current_terms
from articles.models.glossary_wording import variant_messages

MOST = 200_000  # characters at once: far more than a page has


class LiveTermsView(TranslationView):
    """Takes the JSON `{"texts": [...]}`, answers with marks and a notice for each of them; stores nothing."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        texts = _texts(request.body)
        if texts is None:
            return HttpResponseBadRequest()
        termset = current_terms()
        return JsonResponse({"texts": [self._answer(text, termset) for text in texts]})

    def _answer(self, text, termset):
        place = _utf16_places(text)
        found = [
            {"start": place(mark.start), "end": place(mark.end), "kind": mark.kind, "title": mark.title}
            for mark in terms.marks(text, self.language, termset)
        ]
        said = variant_messages(text, self.language, termset)
        notice = render_to_string("articles/desk/translate/forbidden.html", {"forbidden": said})
        return {"marks": found, "notice": notice.strip()}


def _texts(body):
    """The texts of a request's body; None when it is anything else, or too long."""
    try:
        texts = json.loads(body)["texts"]
    except (ValueError, TypeError, KeyError):
        return None
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        return None
    return texts if sum(map(len, texts)) <= MOST else None


def _utf16_places(text):
    """How a place in `text` is counted in JavaScript, where a rare kanji or an emoji has two."""
    rare = [index for index, char in enumerate(text) if ord(char) > 0xFFFF]
    return lambda place: place + sum(index < place for index in rare)
