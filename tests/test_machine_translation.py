"""Machine translation: off until asked for, bounded in time, and silent about texts and the access key."""

import logging
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory
from django.utils import translation
from django.views.debug import ExceptionReporter

from articles.machine_translation import deepl
from articles.machine_translation.checks import machine_translation_is_usable
from articles.machine_translation.providers import Reason, SuggestionUnavailable, Text, UnsetProvider, provider
from tests.translation_service import answer, hang_up, running, sleep_long, trickle, with_body, with_status, with_texts

KEY = "a-very-secret-key"
SECRET_TEXT = "未公開の見出し"


@pytest.fixture
def service(settings, monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(deepl, "FIRST_PAUSE", 0.01)
    with running() as service:
        settings.MACHINE_TRANSLATION = "deepl"
        settings.MACHINE_TRANSLATION_KEY = KEY
        settings.MACHINE_TRANSLATION_URL = service.url
        settings.MACHINE_TRANSLATION_TIMEOUT = 5.0
        yield service


def suggest(*texts, source="ja", target="en", **options):
    texts = [text if isinstance(text, Text) else Text(text) for text in texts]
    return provider().translate(texts, source, target, **options)


def reason_for(*texts):
    with pytest.raises(SuggestionUnavailable) as caught:
        suggest(*(texts or [SECRET_TEXT]))
    return caught.value.reason


# --- what is asked ---
def test_texts_come_back_translated_and_in_order(service):
    html = Text('<p><a href="/ja/">見出し</a></p>', is_html=True)
    assert suggest("見出し 1", html, "見出し 2") == ["headline 1", '<p><a href="/ja/">headline</a></p>', "headline 2"]
    plain, marked_up = service.asked
    assert (plain["text"], "tag_handling" in plain) == (["見出し 1", "見出し 2"], False)
    assert (marked_up["text"], marked_up["tag_handling"]) == ([html.string], "html")
    assert plain["path"] == "/v2/translate"
    assert service.headers_seen[0]["Authorization"] == f"DeepL-Auth-Key {KEY}"
    assert service.headers_seen[0]["Content-Type"] == "application/json"


@pytest.mark.parametrize(
    ("source", "target", "asked"),
    [
        ("ja", "en", ("JA", "EN-GB")),
        ("ja", "en-us", ("JA", "EN-US")),
        ("en-gb", "ja", ("EN", "JA")),
        ("ja", "zh-hant", ("JA", "ZH-HANT")),
    ],
)
def test_languages_are_named_as_the_service_names_them(service, source, target, asked):
    suggest("x", source=source, target=target)
    assert (service.asked[0]["source_lang"], service.asked[0]["target_lang"]) == asked


def test_no_request_holds_more_than_fifty_texts(service):
    texts = [f"見出し {number}" for number in range(120)]
    assert suggest(*texts) == [text.replace("見出し", "headline") for text in texts]
    assert [len(asked["text"]) for asked in service.asked] == [50, 50, 20]


def test_no_request_is_larger_than_the_service_takes(service):
    texts = ['"改\n' * 5_000 + str(number) for number in range(10)]  # quotes and line breaks grow in JSON
    assert suggest(*texts) == texts
    assert len(service.asked) > 1
    assert max(asked["bytes"] for asked in service.asked) <= 128 * 1024


def test_blank_texts_are_not_sent(service):
    assert suggest("", "見出し", " \n") == ["", "headline", " \n"]
    assert service.asked[0]["text"] == ["見出し"]
    assert suggest("", " ") == ["", " "]
    assert len(service.asked) == 1


def test_terms_are_a_wish_that_deepl_does_not_know(service):
    assert suggest("見出し", terms={"見出し": "title"}) == ["headline"]
    assert set(service.asked[0]) == {"path", "bytes", "text", "source_lang", "target_lang"}


# --- what can go wrong ---
FAILURES = {
    "key not accepted": ([with_status(403)], Reason.REFUSED),
    "no key seen": ([with_status(401)], Reason.REFUSED),
    "quota": ([with_status(456)], Reason.QUOTA),
    "too large": ([with_status(413)], Reason.TOO_LONG),
    "broken": ([with_status(500)], Reason.DOWN),
    "hangs up": ([hang_up], Reason.DOWN),
    "busy for ever": ([with_status(429)] * 9, Reason.DOWN),
    "down for ever": ([with_status(503)] * 9, Reason.DOWN),
    "bad request": ([with_status(400)], Reason.UNUSABLE),
    "wrong address": ([with_status(404)], Reason.UNUSABLE),
    "no JSON": ([with_body(b"<html>")], Reason.UNUSABLE),
    "no UTF-8": ([with_body(b"\xff\xfe\xfa")], Reason.UNUSABLE),
    "nested too deeply": ([with_body(b"[" * 200_000)], Reason.UNUSABLE),
    "other JSON": ([with_body(b'["translations"]')], Reason.UNUSABLE),
    "null": ([with_body(b'{"translations": null}')], Reason.UNUSABLE),
    "too few": ([with_texts()], Reason.UNUSABLE),
    "too many": ([with_texts("a", "b")], Reason.UNUSABLE),
    "a number": ([with_texts(7)], Reason.UNUSABLE),
    "nothing": ([with_texts(" ")], Reason.UNUSABLE),
    "not storable": ([with_texts("a\0b")], Reason.UNUSABLE),
    "half a character": ([with_body(b'{"translations": [{"text": "\\ud800"}]}')], Reason.UNUSABLE),
    "endless": ([with_body(b" " * (5 * 1024 * 1024))], Reason.UNUSABLE),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_each_failure_has_its_reason_and_tells_no_secret(service, caplog, failure):
    replies, reason = FAILURES[failure]
    service.replies = list(replies)
    with caplog.at_level(logging.DEBUG), pytest.raises(SuggestionUnavailable) as caught:
        suggest(SECRET_TEXT)
    assert caught.value.reason == reason
    assert caught.value.__context__ is None
    assert reason.value in caplog.text
    told = caplog.text + str(caught.value) + repr(caught.value)
    assert KEY not in told
    assert SECRET_TEXT not in told


@pytest.mark.parametrize(
    "html",
    [
        "<p>words</p>",
        '<p><a href="https://elsewhere.example/">words</a></p>',
        '<p><a href="/ja/" onclick="x()">words</a></p>',
        '<p><a href="/ja/">words</a><script>x()</script></p>',
    ],
)
def test_html_with_other_tags_than_the_original_is_not_suggested(service, html):
    service.replies = [with_texts(html)]
    assert reason_for(Text('<p><a href="/ja/">語</a></p>', is_html=True)) == Reason.UNUSABLE


def test_tags_may_move_with_the_words_and_be_written_another_way(service):
    html = '<p><b>two</b> words<br> and <b>one</b> <img src="a.png" alt="cat"></p>'
    service.replies = [with_texts(html)]
    assert suggest(Text("<p><img alt='猫' src='a.png' /><b>語</b><br/></p>", is_html=True)) == [html]


def test_a_text_too_long_for_one_request_is_not_sent(service):
    assert reason_for("あ" * 50_000) == Reason.TOO_LONG
    assert service.asked == []


def test_nothing_listens(service, settings):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        settings.MACHINE_TRANSLATION_URL = f"http://127.0.0.1:{unused.getsockname()[1]}"
        assert reason_for() == Reason.DOWN


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_service_is_asked_again(service, status):
    service.replies = [with_status(status), with_status(status)]
    assert suggest("見出し") == ["headline"]
    assert len(service.asked) == 3


def test_a_busy_service_is_asked_a_few_times_only(service):
    service.replies = [with_status(429)] * 20
    assert reason_for() == Reason.DOWN
    assert len(service.asked) == deepl.ATTEMPTS


def test_a_pause_the_service_asks_for_is_kept(service):
    service.replies = [with_status(429, Retry_After="1")]
    began = time.monotonic()
    assert suggest("見出し") == ["headline"]
    assert time.monotonic() - began >= 1


def test_a_pause_beyond_the_timeout_is_not_waited_for(service):
    service.replies = [with_status(429, Retry_After="3600")]
    began = time.monotonic()
    assert reason_for() == Reason.DOWN
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "reply",
    [sleep_long, trickle(b"HTTP/1.1 200 OK\r\n", b"X-Slow: "), trickle(b"HTTP/1.1 200 OK\r\n\r\n")],
    ids=["silent", "slow headers", "slow body"],
)
def test_a_slow_service_is_left_at_the_timeout(service, settings, reply):
    settings.MACHINE_TRANSLATION_TIMEOUT = 0.4
    service.replies = [reply]
    began = time.monotonic()
    assert reason_for() == Reason.SLOW
    assert time.monotonic() - began < 1.5


def test_the_timeout_is_for_all_requests_together(service, settings):
    def slowly(conversation):
        time.sleep(0.3)
        answer(conversation)

    settings.MACHINE_TRANSLATION_TIMEOUT = 0.8
    service.replies = [slowly] * 10
    began = time.monotonic()
    assert reason_for(*["見出し"] * 500) == Reason.SLOW
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_takes_neither_key_nor_text_elsewhere(service, status):
    with running() as elsewhere:
        service.replies = [with_status(status, Location=f"{elsewhere.url}/v2/translate")]
        assert reason_for() == Reason.UNUSABLE
        assert elsewhere.asked == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_reason_is_a_sentence_of_its_own(language):
    with translation.override(language):
        told = [str(SuggestionUnavailable(reason)) for reason in Reason]
    assert len(set(told)) == len(Reason)
    assert all(sentence.endswith((".", "。")) for sentence in told)


# --- off, on and wrong ---
@pytest.fixture
def connections(monkeypatch):
    tried = []
    monkeypatch.setattr(socket.socket, "connect", lambda self, address: tried.append(address))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: tried.append(args))
    return tried


def test_it_is_off_by_default(connections):
    assert provider() is None
    assert machine_translation_is_usable(None) == []
    assert connections == []


def test_switched_on_it_connects_only_when_asked(service, connections):
    assert provider().name == "DeepL"
    assert machine_translation_is_usable(None) == []
    assert connections == []


class Rude:
    name = "Rude"

    def translate(self, texts, source, target, *, terms=None):
        raise OSError(f"{KEY} {texts}")


class Unbuildable(Rude):
    def __init__(self):
        raise ValueError(KEY)


class Nameless(Rude):
    name = ""


def test_another_adapter_is_named_by_its_path_and_kept_to_its_promises(settings, caplog):
    settings.MACHINE_TRANSLATION = "tests.test_machine_translation.Rude"
    assert provider().name == "Rude"
    assert reason_for() == Reason.UNUSABLE
    assert KEY not in caplog.text
    assert SECRET_TEXT not in caplog.text


WRONG = {
    "unknown name": {"MACHINE_TRANSLATION": "deepel"},
    "no such class": {"MACHINE_TRANSLATION": "articles.machine_translation.deepl.Deeple"},
    "not a class": {"MACHINE_TRANSLATION": "articles.machine_translation.deepl.PAID"},
    "cannot be made": {"MACHINE_TRANSLATION": "tests.test_machine_translation.Unbuildable"},
    "no name": {"MACHINE_TRANSLATION": "tests.test_machine_translation.Nameless"},
    "no key": {"MACHINE_TRANSLATION_KEY": ""},
    "key with a line break": {"MACHINE_TRANSLATION_KEY": f"{KEY}\n"},
    "file address": {"MACHINE_TRANSLATION_URL": "file:///etc"},
    "no host": {"MACHINE_TRANSLATION_URL": "https://"},
    "bad port": {"MACHINE_TRANSLATION_URL": "https://host:99999"},
    "password in the address": {"MACHINE_TRANSLATION_URL": f"https://me:{KEY}@host"},
    "no time": {"MACHINE_TRANSLATION_TIMEOUT": 0.0},
    "endless": {"MACHINE_TRANSLATION_TIMEOUT": float("inf")},
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_setting_is_a_check_error_and_no_crash(service, settings, case):
    for name, value in WRONG[case].items():
        setattr(settings, name, value)
    (error,) = machine_translation_is_usable(None)
    assert error.id == "articles.E001"
    assert "MACHINE_TRANSLATION" in error.msg
    assert KEY not in str(error)
    assert isinstance(provider(), UnsetProvider)
    assert reason_for() == Reason.NOT_CONFIGURED


def test_the_project_runs_the_check():
    root = Path(__file__).resolve().parent.parent
    switched_on = {"DEBUG": "1", "MACHINE_TRANSLATION": "deepl", "MACHINE_TRANSLATION_KEY": ""}
    environment = {**os.environ, **switched_on, "DJANGO_SETTINGS_MODULE": "dajp_site.settings"}
    run = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=root, env=environment, capture_output=True, text=True, timeout=60
    )
    assert run.returncode != 0
    assert "articles.E001" in run.stderr


@pytest.mark.parametrize(
    ("key", "address"), [("abc:fx", "https://api-free.deepl.com"), ("abc", "https://api.deepl.com")]
)
def test_the_usual_address_follows_from_the_kind_of_key(service, settings, monkeypatch, key, address):
    asked = []

    def refuse(url, body, headers, seconds):
        asked.append(url)
        raise TimeoutError

    monkeypatch.setattr(deepl, "post_json", refuse)
    settings.MACHINE_TRANSLATION_URL, settings.MACHINE_TRANSLATION_KEY = "", key
    assert reason_for() == Reason.SLOW
    assert asked == [f"{address}/v2/translate"]


# --- the key stays where it is ---
@pytest.mark.parametrize("replies", [[with_status(403)], [with_body(b"{")], [hang_up]])
def test_an_error_page_does_not_show_the_key(service, settings, replies):
    settings.DEBUG = True  # everything the most talkative error page has
    service.replies = list(replies)
    try:
        asked = provider()
        asked.translate([Text("x")], "ja", "en")
    except SuggestionUnavailable:
        reporter = ExceptionReporter(RequestFactory().get("/admin/"), *sys.exc_info())
    page = reporter.get_traceback_html() + reporter.get_traceback_text()
    assert "MACHINE_TRANSLATION_KEY" in page
    assert KEY not in page


def test_an_adapter_does_not_print_its_key(service):
    assert KEY not in f"{provider()!r} {deepl.DeepL()!r} {deepl.DeepL()}"


def test_a_refused_configuration_does_not_print_the_key(service, settings):
    settings.MACHINE_TRANSLATION_KEY = f"{KEY}\u3000"
    with pytest.raises(ImproperlyConfigured) as caught:
        deepl.DeepL()
    assert KEY not in str(caught.value)
