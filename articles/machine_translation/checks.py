"""Says at start-up, rather than to an editor, that machine translation is switched on and cannot work."""

from django.core.checks import Error, register
from django.core.exceptions import ImproperlyConfigured

from articles.machine_translation.providers import configured_adapter


@register()
def machine_translation_is_usable(app_configs, **kwargs):
    """No connection is made: whether the service accepts the key shows when it is asked."""
    try:
        configured_adapter()
    except ImproperlyConfigured as problem:
        hint = "Correct it, or leave MACHINE_TRANSLATION empty: then there is no machine translation."
        return [Error(str(problem), hint=hint, id="articles.E001")]
    return []
