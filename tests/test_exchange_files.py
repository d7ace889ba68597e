"""A language that is more than one file: it leaves as an archive, and comes back as one or file by file, or not at all."""

# ruff: noqa: F811  fixtures are imported, and named again as arguments

import io
import zipfile

import pytest
from django.utils import translation
from wagtail.users.models import UserProfile

from articles.exchange import archives, packed
from articles.newsroom.translation import exchange
from tests.factories import draft, release
from tests.test_exchange import (  # noqa: F401  fixtures
    LIST,
    desk,
    emma,
    english,
    exported,
    foreign_page,
    page,
    refusal,
    send,
    state,
    texts,
    translated,
    unknown_unit,
)
from tests.test_translation_desk import messages


@pytest.fixture
def few_in_a_file(monkeypatch):
    monkeypatch.setattr(exchange, "PAGES_IN_A_FILE", 2)


def as_archive(files):
    return b"".join(packed(files.items()))


def archive(response):
    """`{name: bytes}` of what was downloaded."""
    assert response["Content-Disposition"].endswith('.zip"')
    with zipfile.ZipFile(io.BytesIO(response.getvalue())) as found:
        return {name: found.read(name) for name in found.namelist()}


@pytest.fixture
def language(site):
    """More pages than a file holds."""
    return [site.explainer(f"page{n}", headline_en=f"Page {n}") for n in range(3)]


def all_items(desk):
    return desk.get(LIST, {"export": "xliff", "show": "all"})


@pytest.mark.usefixtures("few_in_a_file")
class TestSeveralFiles:
    def test_a_whole_language_leaves_and_comes_back(self, desk, language):
        files = archive(all_items(desk))
        assert len(files) > 1
        assert all(name.endswith(".xlf") for name in files)
        back = {name: translated(data, english) for name, data in files.items()}
        send(desk, {"back.zip": as_archive(back)})
        for known in language:
            assert texts(type(known).objects.get(pk=known.pk), "en")["headline", ""] == english(known.headline_ja)

    def test_its_notes_are_in_the_language_of_whoever_asked(self, client, emma, language):
        UserProfile.objects.update_or_create(user=emma, defaults={"preferred_language": "ja"})
        client.force_login(emma)
        response = all_items(client)
        with translation.override("en"):  # as after the answer has begun
            assert all("見出し</note>" in data.decode() for data in archive(response).values())

    @pytest.mark.parametrize("packs", [True, False])
    def test_one_stale_file_keeps_all_of_them_out_and_is_named(self, desk, language, packs):
        files = {f"{page.slug}.xlf": translated(exported(desk, page), english) for page in language}
        changed = draft(language[1])
        changed.headline_ja = "別の見出し"
        release(changed, "ja")
        before = [state(page) for page in language]
        response = send(desk, {"back.zip": as_archive(files)} if packs else files)
        assert [file for file, _reasons in response.context["refused"]] == ["page1.xlf"]
        assert "Now: “別の見出し”" in refusal(response)[0]
        assert "page1.xlf" in response.text
        assert [state(page) for page in language] == before

    def test_every_file_says_what_is_wrong_with_it(self, desk, language):
        sound, other = (translated(exported(desk, page), english) for page in language[:2])
        files = {"a.xlf": sound, "b.xlf": b"<xliff", "c.xlf": foreign_page(other, language[1]), "d.zip": b"PK spoilt"}
        response = send(desk, files)
        assert {file for file, _reasons in response.context["refused"]} == {"b.xlf", "c.xlf", "d.zip"}

    def test_a_page_comes_once(self, desk, language):
        data = translated(exported(desk, language[0]), english)
        before = state(language[0])
        (reason,) = refusal(send(desk, {"a.xlf": data, "b.xlf": data}))
        assert "in another of the files" in reason
        assert state(language[0]) == before

    def test_an_archive_that_swells_is_not_unpacked(self, desk, monkeypatch):
        monkeypatch.setattr(archives, "MOST_BYTES", 10_000)
        (reason,) = refusal(send(desk, as_archive({"bomb.xlf": b" " * 1_000_000})))
        assert "larger than" in reason

    def test_what_a_system_leaves_in_an_archive_is_not_looked_at(self, desk, language):
        data = translated(exported(desk, language[0]), english)
        noise = {"__MACOSX/._a.xlf": b"x", "folder/.DS_Store": b"x"}
        assert "Imported" in messages(send(desk, as_archive({"folder/a.xlf": data, **noise})))


class TestAdvice:
    """What to do next depends on what is wrong."""

    AGAIN = "Export these pages again"

    def test_a_file_that_cannot_be_read_says_where(self, desk, page):
        response = send(desk, b"<xliff>\n <file\n</xliff>")
        assert refusal(response)[0].startswith("Line 3, character 1: ")
        assert self.AGAIN not in response.text

    def test_a_file_that_does_not_fit_any_more_is_exported_anew(self, desk, page):
        response = send(desk, unknown_unit(translated(exported(desk, page), english), page))
        assert self.AGAIN in response.text
