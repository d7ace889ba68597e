"""Terms of the glossary in a text: a real link at their first use, and what they mean at its end."""

import re

import pytest

from articles.models import GlossaryTerm
from tests import factories as make
from tests.factories import block, items


@pytest.fixture
def glossary(db):
    def term(slug, ja, en, **fields):
        texts = {"definition_ja": f"{ja}の意味", "definition_en": f"meaning of {en}"}
        return GlossaryTerm.objects.create(slug=slug, name_ja=ja, name_en=en, **{**texts, **fields})

    return [
        term("card", "マイナンバーカード", "My Number Card", reading="まいなんばーかーど"),
        term("agency", "デジタル庁", "Digital Agency", kind="organisation"),
        term("mute", "窓口", "counter", definition_ja="", definition_en=""),
    ]


def text(ja):
    words = ("デジタル庁", "マイナンバーカード", "窓口") if ja else ("Digital Agency", "My Number Card", "counter")
    agency, card, counter = words
    return [
        block("heading", {"level": "2", "text": card}, "h"),
        block("paragraph", f'<p><a href="https://example.jp/">{card}</a>と<b>{card}</b>、{card}の{counter}</p>', "p"),
        block("bullets", {"kind": "bullet", "items": items(f"<p>{agency} &amp; {card}</p>")}, "b"),
    ]


@pytest.fixture(params=["ja", "en"])
def language(request):
    return request.param


@pytest.fixture
def page(site, glossary):
    return site.explainer("main", body_ja=text(True), body_en=text(False))


def links(html):
    return re.findall(r'<a class="term" href="([^"]+)">([^<]*)</a>', html)


def shown(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_first_use_outside_a_link_leads_to_the_glossary(page, client, language):
    html = shown(client, f"/{language}/explainers/main/")
    names = {"ja": ("マイナンバーカード", "デジタル庁"), "en": ("My Number Card", "Digital Agency")}[language]
    assert links(html) == [
        (f"/{language}/glossary/#card", names[0]),
        (f"/{language}/glossary/#agency", names[1]),
    ]
    assert f'<strong><a class="term" href="/{language}/glossary/#card">' in html


def test_where_the_link_leads_the_term_is_explained(page, client, language):
    address, _name = links(shown(client, f"/{language}/explainers/main/"))[0]
    path, _, anchor = address.partition("#")
    assert f'<div id="{anchor}">' in shown(client, path)


def test_the_text_ends_with_its_terms_people_and_organisations(page, client, language):
    html = shown(client, f"/{language}/explainers/main/")
    people = html[html.index('id="people"') : html.index('id="terms"')]
    terms = html[html.index('id="terms"') :]
    assert 'id="t-agency"' in people
    assert 'id="t-card"' in terms
    assert {"ja": "マイナンバーカードの意味", "en": "meaning of My Number Card"}[language] in terms
    assert ("まいなんばーかーど" in terms) is (language == "ja")
    assert "t-mute" not in html  # nothing is said about it: a link would lead nowhere


def test_a_news_item_links_the_terms_of_its_summary(site, glossary, client):
    site.item("main", summary_ja="デジタル庁の発表", summary_en="Said the Digital Agency.")
    assert links(shown(client, "/ja/news/main/")) == [("/ja/glossary/#agency", "デジタル庁")]
    assert links(shown(client, "/en/news/main/")) == [("/en/glossary/#agency", "Digital Agency")]


def test_lists_feeds_and_earlier_texts_have_the_words_only(page, client):
    draft = make.draft(page)
    draft.headline_ja = "別の題"
    make.release(draft, "ja")
    for surface in ("", "explainers/", "feeds/explainers.xml", "feeds/news.xml"):
        assert links(shown(client, f"/ja/{surface}")) == []


def test_a_term_that_changes_is_linked_anew_at_once(page, glossary, client):
    shown(client, "/ja/explainers/main/")
    agency = glossary[1]
    agency.name_ja = "の"
    agency.save()
    assert ("/ja/glossary/#agency", "の") in links(shown(client, "/ja/explainers/main/"))


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("ja", "米HashPort Walletと、NFTやWeb3", '米<span lang="en">HashPort Wallet</span>と、NFTやWeb3'),
        ("en", "The word 窓口 means a counter", 'The word <span lang="ja">窓口</span> means a counter'),
        ("en", "No & foreign word", "No &amp; foreign word"),
    ],
)
def test_words_of_another_language_say_so(site, client, language, words, expected):
    quoted = words.replace("&", "&amp;")
    body = [block("key_points", {"points": items(words)}, "k"), block("paragraph", f"<p>{quoted}</p>", "p")]
    page = site.explainer("main", standfirst_ja=words, standfirst_en=words, body_ja=body, body_en=body)
    html = shown(client, f"/{language}/explainers/{page.slug}/")
    assert f'<p class="standfirst">{expected}</p>' in html
    assert f"<li>{expected}</li>" in html
    assert f"<p>{expected}</p>" in html
