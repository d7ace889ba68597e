"""First-time readers are shown the way, in as many as three steps, which editors write in each language."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from articles.models import Picks
from tests import factories as make
from tests.factories import block

pytestmark = pytest.mark.django_db


def step(page, heading="まず読む", text="一言"):
    return block("step", {"heading": heading, "text": text, "page": page.pk})


def shown(client, language="ja"):
    """`[(heading, address, text)]`, None without a list."""
    page = BeautifulSoup(client.get(f"/{language}/").content, "html.parser")
    steps = page.select(".steps li")
    return [(li.h3.text, li.a["href"], li.p.text if li.p else "") for li in steps] if page.find(id="st") else None


@pytest.fixture
def main(site):
    return site.explainer("main")


def test_the_steps_lead_to_their_pages_in_their_order(site, main, client):
    other = site.explainer("other")
    Picks.objects.create(steps_ja=[step(other, "一つ目"), step(main, "二つ目", "")], steps_en=[step(main, "First")])
    assert shown(client) == [
        ("一つ目", "/ja/explainers/other/", "一言"),
        ("二つ目", "/ja/explainers/main/", ""),
    ]
    assert shown(client, "en") == [("First", "/en/explainers/main/", "一言")]


def test_without_steps_there_is_no_heading_either(main, client):
    assert shown(client) is None
    Picks.objects.create(steps_ja=[step(main)])
    assert shown(client, "en") is None


def test_a_step_whose_page_readers_may_not_see_is_left_out(site, main, client):
    hidden = site.explainer("hidden", languages=("en",))
    gone = site.explainer("gone")
    Picks.objects.create(steps_ja=[step(hidden, "needle"), step(gone, "needle"), step(main)])
    gone.delete()
    assert [heading for heading, *_ in shown(client)] == ["まず読む"]
    main.unpublish()
    assert shown(client) is None


@pytest.mark.parametrize(("count", "is_saved"), [(3, True), (4, False)])
def test_editors_write_at_most_three(site, main, client, count, is_saved):
    client.force_login(make.person("ja-editor"))
    Picks.objects.create()
    address = reverse("wagtailsettings:edit", args=["articles", "picks", Picks.objects.get().pk])
    steps = [("step", {"heading": f"段{number}", "text": "", "page": main.pk}) for number in range(count)]
    form = {"lead": "", "picks": streamfield([]), "steps_ja": streamfield(steps), "steps_en": streamfield([])}
    answer = client.post(address, nested_form_data(form))
    assert answer.status_code == (302 if is_saved else 200)
    assert len(Picks.objects.get().steps_ja) == (count if is_saved else 0)
    assert shown(client) == ([(f"段{n}", "/ja/explainers/main/", "") for n in range(3)] if is_saved else None)
