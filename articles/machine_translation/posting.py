"""One POST to a translation service: to that host only, in bounded time, with a bounded answer."""

import http.client
import json
import queue
import threading
import time
from dataclasses import dataclass
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.core.exceptions import ImproperlyConfigured

LONGEST_ANSWER = 4 * 1024 * 1024  # bytes; a request has at most a few hundred thousand


@dataclass(frozen=True)
class Reply:
    status: int
    retry_after: str
    body: bytes


class Unreachable(Exception):
    """No reply came: name not found, connection refused or broken, certificate not valid."""


class _NoRedirects(HTTPRedirectHandler):
    """A redirect is handed back as the reply: following it would carry key and text to another address."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        return None


# The standard library suffices for one POST. It also honours the proxy variables, never reads ~/.netrc (with which
# requests would replace the key), and its exceptions do not carry the request.
_opener = build_opener(_NoRedirects)


def checked_base_url(url):
    """`url` without its last slash, or ImproperlyConfigured: http or https, a host, and no name or password in it."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and "@" not in parts.netloc
        good = good and not (parts.query or parts.fragment)
    except ValueError:
        good = False
    if not good or not url.isascii() or not url.isprintable() or " " in url:
        raise ImproperlyConfigured("MACHINE_TRANSLATION_URL has to be http(s)://host, with no name, password or query.")
    return url.rstrip("/")


def post_json(url, body, headers, seconds):
    """The reply to `body` (bytes), or TimeoutError after `seconds`, or Unreachable."""
    deadline = time.monotonic() + seconds
    request = Request(url, data=body, headers={**headers, "Content-Type": "application/json"}, method="POST")  # noqa: S310  see checked_base_url
    return _within(seconds, lambda: _exchange(request, deadline))


def as_json(value):
    """UTF-8 rather than \\u escapes: Japanese takes half the bytes."""
    return json.dumps(value, ensure_ascii=False).encode()


def _exchange(request, deadline):
    try:
        try:
            response = _opener.open(request, timeout=max(deadline - time.monotonic(), 0.01))
        except HTTPError as error:
            response = error  # which is a response too
        with response:
            body = _read(response, deadline) if response.status == 200 else b""  # of an error the status says all
            return Reply(response.status, response.headers.get("Retry-After", ""), body)
    except TimeoutError:
        raise
    except (OSError, http.client.HTTPException) as error:
        if isinstance(getattr(error, "reason", None), TimeoutError):  # urllib wraps those of connecting
            raise TimeoutError from None
        raise Unreachable from None


def _read(response, deadline):
    body = b""
    while len(body) <= LONGEST_ANSWER:
        if time.monotonic() > deadline:
            raise TimeoutError
        piece = response.read1(65536)
        if not piece:
            break
        body += piece
    return body[:LONGEST_ANSWER]  # cut, it is no JSON any more


def _within(seconds, work):
    """What `work()` returns or raises, or TimeoutError: a socket's timeout bounds neither name lookup nor trickling."""
    outcome = queue.SimpleQueue()

    def run():
        try:
            outcome.put((work(), None))
        except Exception as error:
            outcome.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    try:
        reply, error = outcome.get(timeout=max(seconds, 0.01))
    except queue.Empty:
        raise TimeoutError from None
    if error:
        raise error
    return reply
