"""How words are usually read in news, where the analyser chooses a formal or a literary reading."""

USUAL = {
    "日本": "にほん",
    "明日": "あした",
    "何か": "なにか",
    "何が": "なにが",
    "何を": "なにを",
    "何も": "なにも",
    "他の": "ほかの",
    "私": "わたし",
    "一つ": "ひとつ",
    "二つ": "ふたつ",
    "三つ": "みっつ",
    "四つ": "よっつ",
    "六つ": "むっつ",
    "八つ": "やっつ",
}
