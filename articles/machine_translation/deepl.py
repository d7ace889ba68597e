"""DeepL (HTTP API v2). `terms` are ignored: DeepL takes them only from glossaries stored on its side."""

import json
import math
import time

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from articles.machine_translation.posting import Unreachable, as_json, checked_base_url, post_json
from articles.machine_translation.providers import Reason, SuggestionUnavailable

PAID, FREE = "https://api.deepl.com", "https://api-free.deepl.com"
MOST_TEXTS = 50  # per request
MOST_BYTES = 128 * 1024 - 1024  # per request; the rest is for what stands around the texts
TARGETS = {"en": "EN-GB", "pt": "PT-PT", "zh": "ZH-HANS"}  # where DeepL wants to know which one; others as they are
ATTEMPTS = 4
FIRST_PAUSE = 0.5  # seconds; doubles
BUSY = {429, 503}
REFUSALS = {
    401: Reason.REFUSED,
    403: Reason.REFUSED,
    413: Reason.TOO_LONG,
    456: Reason.QUOTA,
    **dict.fromkeys([408, 429, 500, 502, 503, 504], Reason.DOWN),
}


class DeepL:
    name = "DeepL"

    def __init__(self):
        key = settings.MACHINE_TRANSLATION_KEY
        if not key or not key.isascii() or not key.isprintable() or " " in key:
            raise ImproperlyConfigured("MACHINE_TRANSLATION_KEY has to be the access key of the DeepL API.")
        if not 0 < settings.MACHINE_TRANSLATION_TIMEOUT < math.inf:
            raise ImproperlyConfigured("MACHINE_TRANSLATION_TIMEOUT has to be a number of seconds above 0.")
        base = settings.MACHINE_TRANSLATION_URL or (FREE if key.endswith(":fx") else PAID)
        self._address = checked_base_url(base) + "/v2/translate"
        self._key = key
        self._seconds = settings.MACHINE_TRANSLATION_TIMEOUT

    def translate(self, texts, source, target, *, terms=None):
        deadline = time.monotonic() + self._seconds
        languages = {"source_lang": source.split("-")[0].upper(), "target_lang": TARGETS.get(target, target.upper())}
        answers = {}
        for positions in batches(texts):
            question = {"text": [texts[at].string for at in positions], **languages}
            if texts[positions[0]].is_html:
                question["tag_handling"] = "html"
            answers.update(zip(positions, self._ask(question, deadline), strict=True))
        return [answers[at] for at in range(len(texts))]

    def _ask(self, question, deadline):
        """The translations of one batch; asks again while the service is busy and the time allows it."""
        for attempt in range(ATTEMPTS):
            reply = self._post(as_json(question), deadline)
            if reply.status == 200:
                return translations(reply.body, len(question["text"]))
            pause = _pause(reply.retry_after, attempt)
            if reply.status not in BUSY or time.monotonic() + pause >= deadline or attempt == ATTEMPTS - 1:
                break
            time.sleep(pause)
        raise SuggestionUnavailable(REFUSALS.get(reply.status, Reason.UNUSABLE))

    def _post(self, body, deadline):
        reason = Reason.SLOW
        try:
            left = deadline - time.monotonic()
            if left > 0:
                return post_json(self._address, body, {"Authorization": f"DeepL-Auth-Key {self._key}"}, left)
        except TimeoutError:
            pass
        except Unreachable:
            reason = Reason.DOWN
        raise SuggestionUnavailable(reason)


def batches(texts):
    """Lists of positions in `texts`, plain and HTML apart, each within what one request may hold."""
    for is_html in (False, True):
        batch, size = [], 0
        for at, text in enumerate(texts):
            if text.is_html != is_html:
                continue
            length = len(as_json(text.string)) + 2  # comma and space
            if length > MOST_BYTES:
                raise SuggestionUnavailable(Reason.TOO_LONG)
            if len(batch) == MOST_TEXTS or size + length > MOST_BYTES:
                yield batch
                batch, size = [], 0
            batch.append(at)
            size += length
        if batch:
            yield batch


def translations(body, count):
    """The `count` strings of an answer `{"translations": [{"text": …}, …]}`."""
    try:
        found = [entry["text"] for entry in json.loads(body)["translations"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        found = []
    if len(found) != count:
        raise SuggestionUnavailable(Reason.UNUSABLE)
    return found


def _pause(retry_after, attempt):
    """Seconds to wait: what the service asks for, where that is a number, else twice as long each time."""
    return max(FIRST_PAUSE * 2**attempt, int(retry_after[:6]) if retry_after.isdecimal() else 0)
