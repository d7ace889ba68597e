"""A language leaves as a file and comes back into the drafts: all of it, or nothing with reasons."""

import json
from xml.etree import ElementTree

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import PageLogEntry

from articles import lanes
from articles.lanes import units
from articles.models import GlossaryTerm, LaneRelease, LaneStatus, Translation, approvals
from articles.models.releasing import release_lanes
from articles.models.translations import open_units
from tests.factories import block, draft, items, person, picture, release
from tests.test_translation_desk import messages, signed_in

LIST, IMPORT = "/admin/translations/", "/admin/translations/import/"
XLIFF = "urn:oasis:names:tc:xliff:document:2.0"
NS = f"{{{XLIFF}}}"
ElementTree.register_namespace("", XLIFF)


@pytest.fixture
def emma(site):
    return person("en-translator", "emma")


@pytest.fixture
def desk(client, emma):
    return signed_in(client, emma)


@pytest.fixture
def page(site):
    """Released in Japanese; in English only its headline and lead are written."""
    rows = items({"aspect": "窓口", "left": "市役所", "right": "スマートフォン"})
    body = [
        block(
            "paragraph", "<p>手続きは<b>一度</b>で<a href='https://example.jp/'>済む</a>。</p>".replace("'", '"'), "p"
        ),
        block("figure", {"picture": picture().pk, "alt": "図", "caption": "", "source_name": "編集部"}, "f"),
        block("comparison", {"title": "違い", "left_label": "以前", "right_label": "今", "rows": rows}, "c"),
    ]
    return site.explainer("moving", languages=("ja",), body_ja=body, body_en=[])


# --- a translator's tool
def exported(desk, *pages):
    response = desk.post(LIST, {"action": "xliff", "page": [page.pk for page in pages]})
    assert response["Content-Disposition"].endswith('.xlf"')
    return response.content


def translated(data, words, *, only=lambda unit: True):
    """What a tool makes of a file: `words(source)` where a text of the source stands, its codes kept."""
    root = ElementTree.fromstring(data)
    for unit in filter(only, root.iter(f"{NS}unit")):
        for segment in unit.iter(f"{NS}segment"):
            for old in segment.findall(f"{NS}target"):
                segment.remove(old)
            target = ElementTree.fromstring(ElementTree.tostring(segment.find(f"{NS}source")))
            target.tag, target.tail = f"{NS}target", None
            for element in target.iter():
                element.text = words(element.text) if element.text else element.text
                if element is not target:
                    element.tail = words(element.tail) if element.tail else element.tail
            segment.append(target)
    return ElementTree.tostring(root, encoding="utf-8")


def english(text):
    return f"EN[{text}]"


def send(desk, data, action="import"):
    """`data`: of one file, or `{name: bytes}` of several."""
    several = data if isinstance(data, dict) else {"back.xlf": data}
    files = [SimpleUploadedFile(name, content, "application/xliff+xml") for name, content in several.items()]
    return desk.post(IMPORT, {"file": files, "action": action}, follow=True)


def texts(page, language):
    found = units(type(page), page.draft_content(), language)
    return {(key, s.path): s.plain for key, unit in found.items() for s in unit.segments if s.plain}


def state(page):
    """All that an import might touch."""
    page.refresh_from_db()
    return (
        page.latest_revision_id,
        list(Translation.objects.values()),
        list(LaneStatus.objects.values()),
        texts(page, "en"),
    )


def refusal(response):
    assert response.status_code == 422
    return [str(reason) for _file, reasons in response.context.get("refused", []) for reason in reasons]


# --- the round trip
def test_what_was_translated_elsewhere_is_the_draft_and_is_public_after_approval_only(
    site, client, desk, emma, page, settings
):
    settings.APPROVALS_REQUIRED = True
    response = send(desk, translated(exported(desk, page), english))
    assert "Imported 11 texts." in messages(response)
    page = type(page).objects.get(pk=page.pk)
    source, target = texts(page, "ja"), texts(page, "en")
    assert set(target) == set(source)
    assert target["headline", ""] == english("見出しmoving")
    bodies = [json.loads(page.draft_content()[f"body_{code}"]) for code in ("ja", "en")]
    ids = [[(item["id"], item["type"]) for item in body] for body in bodies]
    assert ids[0] == ids[1]
    assert bodies[0][1]["value"]["picture"] == bodies[1][1]["value"]["picture"]
    assert bodies[1][0]["value"] == (
        '<p>EN[手続きは]<b>EN[一度]</b>EN[で]<a href="https://example.jp/">EN[済む]</a>EN[。]</p>'
    )
    assert open_units(page, "en") == []
    assert PageLogEntry.objects.filter(action="articles.lane.exchange", user=emma).count() == 1
    english_page = "/en/explainers/moving/"
    plan = release_lanes(page, [lanes.SHARED, "en"], user=person("publisher"))
    assert "en" in [held.lane for held in plan.held]
    assert client.get(english_page).status_code == 404
    digest = LaneStatus.objects.get(page=page, lane="en").draft_digest
    approvals.approve(page, "en", person("en-reviewer"), digest)
    release_lanes(type(page).objects.get(pk=page.pk), ["en"], user=person("publisher"))
    assert 'EN[<span lang="ja">手続きは</span>]' in client.get(english_page).text


def test_a_file_that_comes_back_as_it_went_changes_nothing(desk, page):
    before = state(page)
    response = send(desk, exported(desk, page))
    assert "nothing was changed" in messages(response)
    assert state(page) == before


def test_a_translation_that_nobody_touched_stays_out_of_date(site, desk):
    page = draft(site.explainer("late"))
    page.headline_ja = "新しい見出し"
    release(page, "ja")
    before = [unit.key for unit in open_units(page, "en")]
    send(desk, exported(desk, page))
    assert [unit.key for unit in open_units(page, "en")] == before == ["headline"]
    send(desk, translated(exported(desk, page), english, only=lambda unit: unit.get("id") == "headline"))
    assert open_units(type(page).objects.get(pk=page.pk), "en") == []


def test_a_check_writes_nothing_and_says_what_would_come(desk, page):
    before = state(page)
    response = send(desk, translated(exported(desk, page), english), "check")
    (arrival,) = response.context["arrivals"]
    assert (arrival.count, arrival.replaced, arrival.blank) == (11, 2, 0)
    assert state(page) == before


def test_a_part_of_a_block_leaves_it_open(desk, page):
    data = translated(exported(desk, page), english).decode()
    key = next(unit.key for unit in open_units(page, "en") if unit.source.kind == "comparison")
    half = data.replace(">EN[市役所]<", "> <")
    send(desk, half.encode())
    page = type(page).objects.get(pk=page.pk)
    assert key in [unit.key for unit in open_units(page, "en")]
    assert texts(page, "en")[key, "title"] == english("違い")


def test_a_picture_of_the_translations_own_stays(desk, site):
    own, theirs = picture(), picture()
    figure = {"alt": "図", "caption": "", "source_name": "編集部"}
    page = site.explainer(
        "figure",
        body_ja=[block("figure", {**figure, "picture": theirs.pk}, "f")],
        body_en=[block("figure", {**figure, "picture": own.pk, "alt": "Figure"}, "f")],
    )
    send(desk, translated(exported(desk, page), english))
    (item,) = json.loads(type(page).objects.get(pk=page.pk).draft_content()["body_en"])
    assert (item["value"]["picture"], item["value"]["alt"]) == (own.pk, "EN[図]")


def test_a_forbidden_word_is_a_warning(desk, page):
    GlossaryTerm.objects.create(
        slug="t", name_ja="手続き", name_en="procedure", forbidden_en="formalities", severity="block"
    )
    data = translated(exported(desk, page), lambda text: "formalities")
    response = send(desk, data, "check")
    (arrival,) = response.context["arrivals"]
    assert "Use “procedure”" in str(arrival.warnings[0])
    assert "Please check:" in messages(send(desk, data))


def test_words_that_a_draft_has_got_meanwhile_are_named_before_they_are_replaced(desk, page):
    data = translated(exported(desk, page), english)
    page = draft(page)
    page.headline_en = "Somebody's better headline"
    page.save_revision()
    (arrival,) = send(desk, data, "check").context["arrivals"]
    assert "The file replaces 2 texts" in str(arrival.warnings[0])


# --- refusals: nothing is written
@pytest.mark.parametrize("action", ["import", "check"])
@pytest.mark.parametrize("keeps_notes", [True, False])
def test_a_file_older_than_its_source_is_refused_and_says_what_moved(desk, page, action, keeps_notes):
    data = translated(exported(desk, page), english)
    if not keeps_notes:
        root = ElementTree.fromstring(data)
        for notes in root.iter(f"{NS}file"):
            notes.remove(notes.find(f"{NS}notes"))
        data = ElementTree.tostring(root, encoding="utf-8")
    changed = draft(page)
    changed.headline_ja = "別の見出し"
    release(changed, "ja")
    before = state(page)
    (reason,) = refusal(send(desk, data, action))
    assert "Headline" in reason
    assert "Before: “見出しmoving” Now: “別の見出し”" in reason
    assert state(page) == before


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda body: [*body, block("paragraph", "<p>追記</p>", "new")], "New in the source since the export: “追記”"),
        (lambda body: body[1:], "The source does not have this part, or no longer: “手続きは一度で済む。”"),
        (lambda body: [{**body[0], "value": body[0]["value"].replace("example.jp", "x.jp")}, *body[1:]], "Links or formatting"),
        (lambda body: [body[0], {**body[1], "value": {**body[1]["value"], "source_url": "https://x.jp/"}}, body[2]], "pictures, settings"),
    ],
)  # fmt: skip
def test_every_way_in_which_a_source_moves_is_noticed(desk, page, change, reason):
    data = translated(exported(desk, page), english)
    changed = draft(page)
    changed.body_ja = json.dumps(change(json.loads(page.draft_content()["body_ja"])))
    release(changed, "ja")
    before = state(page)
    assert any(reason in found for found in refusal(send(desk, data)))
    assert state(page) == before


def foreign_page(data, page):
    return data.replace(str(page.translation_key).encode(), b"0b9f6f0e-6f0a-4c53-9d5c-1f2b1d8f7c01")


def no_uuid(data, page):
    return data.replace(str(page.translation_key).encode(), b"some-page")


def too_long(data, page):
    return data.replace("EN[見出しmoving]".encode(), b"x" * 300)


def many_pages(data, page):
    beginning, end = data.split(b"</xliff>")[0], b"</xliff>"
    more = (
        f'<file id="p{n}"><unit id="headline" name="headline"><segment id="text:"><source/></segment></unit></file>'
        for n in range(499)
    )
    return beginning + "".join(more).encode() + end


def unknown_unit(data, page):
    return data.replace(b'id="headline" name="headline"', b'id="title" name="title"')


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (foreign_page, "There is no such page here."),
        (no_uuid, "There is no such page here."),
        (many_pages, "At most 500 pages can be taken in at once."),
        (unknown_unit, "The source does not have this part"),
        (too_long, "The translation has 300 characters"),
        (lambda data, page: data.replace(b'trgLang="en"', b'trgLang="fr"'), "Expected here: ja → en."),
        (lambda data, page: b"not xml", "This is not an XML file, or it is damaged"),
        (lambda data, page: data.replace(b'dataRefStart="d3"', b'dataRefStart="d99"'), ""),
    ],
)
def test_a_foreign_or_spoilt_file_writes_nothing_not_even_its_sound_pages(site, desk, page, spoil, reason):
    sound = site.explainer("sound")
    data = translated(exported(desk, sound, page), english)
    before = state(page), state(sound)
    found = refusal(send(desk, spoil(data, page)))
    assert found
    assert any(reason in one for one in found)
    assert (state(page), state(sound)) == before


def test_a_large_file_is_not_even_read(desk, page):
    response = send(desk, b"x" * (10 * 1024 * 1024 + 1))
    assert response.status_code == 422
    assert "The file is larger than" in response.text


def test_who_may_not_edit_the_language_neither_exports_nor_imports(site, client, desk, page, settings):
    data = translated(exported(desk, page), english)
    before = state(page)
    signed_in(client, person("writer"))
    assert client.get(IMPORT).status_code == 302
    assert send(client, data).redirect_chain[0][1] == 302
    assert state(page) == before


@pytest.mark.parametrize("obstacle", ["right", "lock"])
def test_a_page_that_a_person_may_not_change_refuses_the_file(desk, emma, page, obstacle):
    data = translated(exported(desk, page), english)
    if obstacle == "lock":
        type(page).objects.filter(pk=page.pk).update(locked=True)
    else:
        emma.groups.get().page_permissions.all().delete()
    before = state(page)
    (reason,) = refusal(send(desk, data))
    assert {"lock": "The page is locked.", "right": "You have no right to edit this page."}[obstacle] in reason
    assert state(page) == before


# --- what leaves
def test_the_whole_list_leaves_as_one_file(site, desk, page):
    other = site.explainer("other", languages=("ja",), headline_en="", standfirst_en="", body_en=[])
    root = ElementTree.fromstring(desk.get(LIST, {"export": "xliff"}).content)
    keys = {file.get("original") for file in root.iter(f"{NS}file")}
    assert keys == {f"urn:uuid:{one.translation_key}" for one in (page, other)}
    names = {unit.get("id") for unit in root.iter(f"{NS}unit")}
    assert {item["id"] for item in json.loads(page.draft_content()["body_ja"])} <= names
    assert "There is no text to export." in messages(desk.get(LIST, {"export": "xliff", "q": "nothing"}, follow=True))
    assert not LaneRelease.objects.filter(page=page, lane="en").exists()
