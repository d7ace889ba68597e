"""Where things are: addresses of pages and lists, in a given language."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site


def root_path():
    """The home page's path in the page tree (`/home/`); cached by Wagtail, so it costs no query."""
    paths = Site.get_site_root_paths()
    return paths[0].root_path if paths else "/"


def page_address(url_path, language):
    """`/ja/explainers/digital-agency/` for a page's `url_path`."""
    return f"/{language}/{url_path.removeprefix(root_path())}"


def named(name, language, *args):
    """The address of a named route in `language`."""
    with translation.override(language):
        return reverse(name, args=args)


def localised(address, language):
    """An address typed by an editor: one of the site's own (`/feeds/`) means the reader's language."""
    own = address.startswith("/") and not address.startswith("//")
    return f"/{language}{address}" if own else address


def absolute(address):
    """With scheme and host of the configured site, never the request's: a cached page must not follow a forged host."""
    return address if "://" in address else f"{settings.SITE_URL}{address}"
