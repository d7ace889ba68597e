"""The demo's pictures, drawn by code: a main picture for each explainer, and the organisation chart in each language."""

from collections.abc import Callable
from typing import NamedTuple

from articles.demo import drawing_charts, drawing_heroes


class DemoPicture(NamedTuple):
    title: str
    draw: Callable


PICTURES = {
    "hero-digital-agency": DemoPicture("デジタル庁: 原稿用紙から点へ", drawing_heroes.digital_agency),
    "hero-vrs": DemoPicture("VRS: 台帳が一つに", drawing_heroes.vaccination_records),
    "hero-mynaportal": DemoPicture("マイナポータル: 一つの画面", drawing_heroes.mynaportal),
    "hero-moving": DemoPicture("引越し: 一つから六つへ", drawing_heroes.moving),
    "hero-stablecoins": DemoPicture("ステーブルコイン: 揺れと水平", drawing_heroes.stablecoins),
    "hero-nft": DemoPicture("NFT: 一つだけの四角", drawing_heroes.nft),
    "hero-card": DemoPicture("マイナンバーカード: 三枚が一枚に", drawing_heroes.card),
    "hero-cloud": DemoPicture("ガバメントクラウド: 共通の土台", drawing_heroes.cloud),
    "org-chart-ja": DemoPicture("デジタル庁の組織図(日本語)", drawing_charts.organisation_ja),
    "org-chart-en": DemoPicture("デジタル庁の組織図(英語)", drawing_charts.organisation_en),
}


def draw(name, width=1600):
    """The picture called `name` as a Pillow image, `width` pixels wide; the same pixels every time."""
    return PICTURES[name].draw(width)
