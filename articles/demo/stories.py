"""What happened to demo explainers after their first release: one was corrected, one moved on in Japanese alone.

A third was brought up to date in one section and both languages; news has come out since that its others do not know.
"""

from articles.demo.blocks import stable_id
from articles.demo.releases import release, release_draft
from articles.languages import codes, column, default, translations
from articles.models import ExplainerPage
from articles.newsroom.records.corrections import issue
from articles.newsroom.translation import translating
from articles.newsroom.translation.work import fingerprint, translation_work

# The first text had an error on purpose, and says so.
CORRECTED = "vaccination-record-system"
WRONG = (
    "scale-1",
    {
        "ja": "<p>一つにまとめると、記録は一か所に集まります。VRSが扱う記録は、一日に<b>数十万件</b>に及びます(見本：訂正の見え方を示すため、この版にだけ誤りを残しています)。規模の大きな仕組みでは、一般に次のような備えが欠かせません。</p>",
        "en": "<p>Bringing systems together means that records gather in one place. The records the VRS handles run to <b>hundreds of thousands a day</b> (a sample: this version alone keeps an error, to show what a correction looks like). A system on that scale generally needs safeguards such as these.</p>",
    },
)
WORDS = {
    "ja": {
        "wrong": "「扱う量と、備え」で、VRSが扱う記録を一日に「数十万件」と書いていました。",
        "right": "正しくは一日に「数百万件」です。(この訂正は、見え方を示すための見本です。)",
    },
    "en": {
        "wrong": "The section on scale said that the records the VRS handles run to “hundreds of thousands a day”.",
        "right": "They run to “millions a day”. (This correction is a sample, to show what corrections look like.)",
    },
}

# Japanese words that the English has not followed yet.
MOVED_ON = "one-stop-moving"
CHANGED = (
    "how-1",
    '<p><a explainer="digital-agency">デジタル庁</a>の取り組みでは、一度の申請を企業と役所の両方に引き継ぎます。窓口を一つずつ回る代わりに、情報のほうを必要な先へ届ける発想です。これまでの進め方と比べてみます。</p>',
)
ADDED = (
    "how-2",
    "paragraph",
    "<p>引越しは、子育て、介護、パスポートと並んで、オンラインの窓口を整える分野の一つに挙げられています。</p>",
)

UPDATED = "digital-agency"
ADDED_LATER = "case-card-1"


def first_text(row):
    """`row` as it was first released."""
    if row["slug"] == UPDATED:
        return {**row, **{code: _without(row[code], ADDED_LATER) for code in codes()}}
    if row["slug"] != CORRECTED:
        return row
    key, texts = WRONG
    return {**row, **{code: _with(row[code], key, text) for code, text in texts.items()}}


def newer_text(row):
    """`row` of the explainer that moved on, as it is released now."""
    key, text = CHANGED
    changed = _with(row[default()], key, text)
    body = []
    for block in changed["body"]:
        body += [block, ADDED] if block[0] == key else [block]
    return {**row, default(): {**changed, "body": body}}


def _without(texts, key):
    return {**texts, "body": [block for block in texts["body"] if block[0] != key]}


def _with(texts, key, text):
    body = [(name, kind, text if name == key else value) for name, kind, value in texts["body"]]
    return {**texts, "body": body}


def correct(pk, fill, row):
    """The source is put right and readers are told; then each translation follows, unit by unit."""
    page = ExplainerPage.objects.get(pk=pk)
    kept = {code: getattr(page, column("body", code)) for code in translations()}
    fill(page, row)
    for code, body in kept.items():
        setattr(page, column("body", code), body)
    release(page, [default()], "correction")
    issue(page, None, "correction", WORDS)
    key = f"body/{stable_id(CORRECTED, WRONG[0])}"
    for code in translations():
        right = next(value for name, _kind, value in row[code]["body"] if name == WRONG[0])
        seen = fingerprint(translation_work(page, code).target[key])
        translating.update(page, code, key, {"": right}, None, None, seen)
        release_draft(page, [code])


def bring_up_to_date(pk, fill, row):
    page = ExplainerPage.objects.get(pk=pk)
    fill(page, row)
    release(page, codes(), "update")


def move_on(pk, fill, row):
    page = ExplainerPage.objects.get(pk=pk)
    fill(page, newer_text(row))
    release(page, [default()], "update")
