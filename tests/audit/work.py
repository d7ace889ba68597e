"""What a newsroom at work has and the demo lacks: reviews that wait, a translation that has fallen behind, corrections.

Everything takes the way of the newsroom's own functions, so that the screens show what they would show an editor.
"""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone

from articles import lanes
from articles.demo.blocks import stable_id
from articles.models import ClarityCount, Correction, ExplainerPage, GlossaryTerm, NewsItemPage
from articles.newsroom.records import corrections, withdrawals
from articles.newsroom.review import reviews
from articles.newsroom.schedule import schedules
from articles.newsroom.translation import assignments

BEHIND = "vaccination-record-system"  # its English has fallen behind, and its Japanese waits for a review again
CORRECTED = "government-cloud"


def at_work():
    """Make all of it, once, on a site that has just been filled by `load_demo`."""
    _word_terms()
    _fall_behind()
    _correct()
    _ask_for_reviews()
    _withdraw()
    ClarityCount.objects.count_answer(page=explainer(BEHIND).pk, language="ja", version=1, is_clear=True)


def explainer(slug):
    return ExplainerPage.objects.get(slug=slug)


def person(username):
    return get_user_model().objects.get(username=username)


def draft(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def _word_terms():
    GlossaryTerm.objects.create(
        slug="vrs",
        name_ja="ワクチン接種記録システム",
        name_en="Vaccination Record System",
        reading="わくちんせっしゅきろくしすてむ",
        definition_ja="ワクチンの接種を全国で一つに記録する仕組み。",
        definition_en="The system that records vaccinations nationwide.",
        forbidden_ja="接種記録の仕組み",
        forbidden_en="vaccine registry",
        source="デジタル庁",
        source_url="https://www.digital.go.jp/",
    )
    GlossaryTerm.objects.create(
        slug="municipality",
        name_ja="自治体",
        name_en="municipality",
        reading="じちたい",
        forbidden_ja="地方公共団体",
        forbidden_en="local body",
        severity="warn",
    )


def _fall_behind():
    """Japanese goes out with a paragraph changed, one added and one gone; then it is edited once more."""
    writer, editor = person("writer"), person("editor")
    page = draft(explainer(BEHIND))
    _edit(page, changed="change-1", gone="scale-list", added="newly-said")
    page.save_revision(user=writer)
    for lane in (lanes.SHARED, "ja"):
        _approve(page, lane, editor)
    _edit(page := draft(page), changed="reading-1")
    page.standfirst_ja += "接種記録の仕組みを、もう一度見直しました。"
    page.review_by = timezone.localdate() + timedelta(days=90)
    page.save_revision(user=writer)
    translator = person("translator")
    assignments.assign([page], "en", person("reviewer"), translator, timezone.localdate() + timedelta(days=1))


def _edit(page, changed, gone=None, added=None):
    """Change the Japanese body: a sentence more in one paragraph, one block without a successor, one new."""
    body, place = page.body_ja.get_prep_value(), {}
    for number, block in enumerate(body):
        place[block["id"]] = number
    paragraph = body[place[stable_id(BEHIND, changed)]]
    paragraph["value"] = paragraph["value"].replace("</p>", "全国で使われました。</p>")
    if added:
        value = "<p>記録は、引越しの後も本人に付いていきます。</p>"
        body.append({"type": "paragraph", "id": stable_id(BEHIND, added), "value": value})
    if gone:
        del body[place[stable_id(BEHIND, gone)]]
    page.body_ja = page.body_ja.stream_block.to_python(body)


def _approve(page, lane, user):
    digest = page.lane_states(page.draft_content())[lane][0]
    reviews.approve_and_release(page, lane, user, digest, significance=lanes.Significance.UPDATE)


def _correct():
    page, editor = explainer(CORRECTED), person("editor")
    texts = {"wrong": "発足は2021年10月", "right": "発足は2021年9月"}
    words = {"wrong": "founded in October 2021", "right": "founded in September 2021"}
    corrections.issue(page, person("publisher"), Correction.Kind.CORRECTION, {"ja": texts, "en": words})
    corrections.issue(
        explainer(BEHIND), editor, Correction.Kind.UPDATE, {"ja": {"wrong": "", "right": "件数を改めました。"}}
    )


def _ask_for_reviews():
    """Of each lane, by different people, one of them for tomorrow; and one that is sent back."""
    page = draft(explainer(CORRECTED))
    page.headline_en = f"{page.headline_en}, in short"
    page.save_revision(user=person("translator"))
    reviews.request_review(page, "en", person("translator"), note="The headline is new.", assignee=person("reviewer"))
    schedules.schedule(page, "en", timezone.now() + timedelta(days=1), person("publisher"))
    reviews.submit(draft(explainer(BEHIND)), person("writer"), note="前文を直しました。")
    item = draft(_newest_item())
    item.summary_ja += "続報を待っています。"
    item.save_revision(user=person("writer"))
    reviews.submit(item, person("writer"))
    reviews.send_back(item, "ja", person("editor"), "出典を確かめてください。")


def _withdraw():
    """One news item is in English no more; it can be restored."""
    item = NewsItemPage.objects.order_by("-published_at")[5]
    withdrawals.withdraw(item, "en", person("reviewer"), "The translation is wrong.")


def _newest_item():
    return NewsItemPage.objects.order_by("-published_at").first()
