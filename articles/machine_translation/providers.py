"""What a machine translation service has to be, what it may fail with, and which one the settings name."""

import logging
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models import TextChoices
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from articles.machine_translation.answers import is_usable

logger = logging.getLogger(__name__)

SHORT_NAMES = {"deepl": "articles.machine_translation.deepl.DeepL"}


@dataclass(frozen=True)
class Text:
    string: str
    is_html: bool = False  # then its tags come back, around the words they belong to


class Reason(TextChoices):
    """Why there is no suggestion, in words that are safe to show to editors."""

    NOT_CONFIGURED = "not_configured", _("Machine translation is not set up correctly. Please tell an administrator.")
    REFUSED = (
        "refused",
        _("The translation service did not accept this site's access key. Please tell an administrator."),
    )
    QUOTA = "quota", _("The translation service's allowance is used up for now. Please tell an administrator.")
    SLOW = "slow", _("The translation service took too long to answer. Please try again later.")
    DOWN = "down", _("The translation service cannot be reached or is busy. Please try again later.")
    TOO_LONG = "too_long", _("A text is too long for the translation service. Please split it.")
    UNUSABLE = "unusable", _("The translation service gave an answer that cannot be used.")


class SuggestionUnavailable(Exception):
    """The one thing a provider raises; `str()` is its reason in the active language."""

    def __init__(self, reason):
        self.reason = Reason(reason)
        super().__init__(self.reason)

    def __str__(self):
        return str(self.reason.label)


class Provider(Protocol):
    """An adapter: made without arguments (it reads its own settings), or raising ImproperlyConfigured."""

    name: str  # the service's own name, shown to editors

    def translate(
        self, texts: list[Text], source: str, target: str, *, terms: dict[str, str] | None = None
    ) -> list[str]:
        """One translation per text, in order, or SuggestionUnavailable.

        `source` and `target` are language codes of the site. `terms` are wordings to prefer, source to target; a
        service that has no such thing ignores them, so whoever asks still checks the wording.
        """
        ...


class GuardedProvider:
    """Keeps a provider's promises whatever the adapter does: only SuggestionUnavailable, only usable answers."""

    def __init__(self, adapter):
        self._adapter = adapter
        self.name = adapter.name

    def translate(self, texts, source, target, *, terms=None):
        asked = [text for text in texts if text.string.strip()]
        answers = iter(self._answers(asked, source, target, terms) if asked else [])
        return [next(answers) if text.string.strip() else text.string for text in texts]

    def _answers(self, texts, source, target, terms):
        try:
            answers = list(self._adapter.translate(texts, source, target, terms=terms))
            usable = len(answers) == len(texts) and all(map(is_usable, texts, answers))
            reason, cause = (None if usable else Reason.UNUSABLE), "answer"
        except SuggestionUnavailable as unavailable:
            reason, cause = unavailable.reason, "service"
        except Exception as error:
            reason, cause = Reason.UNUSABLE, type(error).__name__  # its message may quote the text or the key
        if reason is not None:
            logger.warning("no suggestion from %s: %s (%s)", self.name, reason.value, cause)
            raise SuggestionUnavailable(reason)  # outside the handlers, so that it drags no other exception along
        return answers


class UnsetProvider:
    """Stands for a provider that is switched on and cannot work: the page still opens, and asking tells why."""

    name = _("Machine translation")

    def translate(self, texts, source, target, *, terms=None):
        raise SuggestionUnavailable(Reason.NOT_CONFIGURED)


def configured_adapter():
    """The adapter the settings name, or None when machine translation is off; raises ImproperlyConfigured."""
    chosen = settings.MACHINE_TRANSLATION
    if not chosen:
        return None
    try:
        adapter = import_string(SHORT_NAMES.get(chosen, chosen))()
        problem = "" if adapter.name and callable(adapter.translate) else "has no name"
    except ImproperlyConfigured:
        raise
    except Exception as error:
        problem = f"could not be made ({type(error).__name__})"  # no message: it may quote the key
    if problem:
        raise ImproperlyConfigured(f"The provider named by MACHINE_TRANSLATION {problem}.")
    return adapter


def provider():
    """The provider to ask, or None when machine translation is off; never raises and never opens a connection."""
    try:
        adapter = configured_adapter()
    except ImproperlyConfigured:
        return UnsetProvider()  # the system check says what is wrong
    return GuardedProvider(adapter) if adapter else None
