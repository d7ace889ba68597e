"""Months and years as Japanese and English write them."""

import re

HALF_WIDTH = str.maketrans("０１２３４５６７８９，．", "0123456789,.")  # one for one: places stay what they are

NAMES = "January|February|July|September|October|November|December"
ALSO_WORDS = "March|April|May|June|August"  # verbs, given names: months only where a date would stand
LEADING = "in|on|since|until|till|by|from|of|during|through|to|before|after|between|around|last|next|this|and"
MONTH = {
    "ja": re.compile(
        r"(?<![\d.,])(?:1[0-2]|[1-9])月(?!期|号|曜|(?:\d{1,2}日)?生まれ)(?:\d{1,2}日)?(?:末|初め|上旬|中旬|下旬|ごろ|頃)?"
    ),
    "en": re.compile(
        rf"\b(?:\d{{1,2}} )?(?:{NAMES})\b(?: \d{{1,2}}\b)?"
        rf"|\b(?i:{LEADING}) (?:(?:early|late|mid)[ -])?(?P<alone>(?:{ALSO_WORDS})\b(?: \d{{1,2}}\b)?)"
        rf"|\b\d{{1,2}} (?:{ALSO_WORDS})\b|\b(?:{ALSO_WORDS}) \d{{1,2}}\b(?!\d)"
    ),
}
# What comes back every year, or follows a year that was named before.
UNDATED_BY_NATURE = {
    "ja": re.compile(r"毎年|例年|毎月|年度|翌年|前年|同年|[そこ]の年|同じ年|旧暦|[同翌]\d{1,2}月"),
    "en": re.compile(
        rf"\b(?:every|each) (?:year|{NAMES}|{ALSO_WORDS})\b|\bannual|\byearly\b"
        r"|\b(?:same|that|following|previous|preceding|fiscal|financial|school) year\b",
        re.IGNORECASE,
    ),
}
COUNTED = r"人|名|件|円|社|世帯|団体|自治体|か所|台|枚|万|億|people|yen|users|cases|companies|households"
YEAR = re.compile(
    rf"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d|\s?(?:{COUNTED}))"
    r"|(?:令和|平成|昭和|大正|明治|[RHS])\s?(?:\d{1,2}|元)(?!\d)"
    r"|(?<!\d)['’]?\d\d年(?=度|\d{1,2}月)"
)
SENTENCE_END = {
    "ja": re.compile(r"[。！？!?\n]"),
    "en": re.compile(r"[.!?][\"”’')]*\s+(?=[A-Z“‘\"'(\d])|\n"),
}
