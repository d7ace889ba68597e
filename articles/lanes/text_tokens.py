"""A Japanese or English text cut into the pieces that a comparison may replace, never through a number or a word."""

import re
import unicodedata

KANJI = "々〆〇〻㐀-䶿一-鿿豈-\ufaff\U00020000-\U0003ffff"
VOICE_MARKS = "\u3099\u309a"
HIRAGANA = f"ぁ-ゖゝゞ{VOICE_MARKS}"
KATAKANA = f"ァ-ヺヽヾㇰ-ㇿｦ-ﾟ{VOICE_MARKS}"
LETTER = f"(?![{KANJI}{HIRAGANA}{KATAKANA}ー])[^\\W\\d_]"
# Accents, variation selectors, skin tones: they belong to the character before them.
MARKS = "\u0300-\u036f\u20e3\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef" + VOICE_MARKS

DIGITS = r"\d+(?:[.,:/．，：／・-]\d+)*"
NUMERAL = "[〇一二三四五六七八九十百千万億兆]"
ERA = "(?:明治|大正|昭和|平成|令和)"
# Those that may follow a number written in kanji; longest first where one begins like another.
COUNTERS = (
    "年度|年間|年代|年ぶり|年目|年|[カかヶヵケ箇][月国所](?:間|目)?|月|日間|日目|日|週間|時間|時|分間|分|秒|世紀|"
    "人目|人|名|社|件|回目|回|度目|度|位|円|歳|倍|割|つ"
)
MORE_COUNTERS = (
    "世帯|種類|段階|番[目地]|丁目|年生|元|台|本|個|枚|冊|校|店|種|点|票|席|戸|棟|室|階|号|条|項|章|節|版|期|次|番|組|代"
)
UNITS = rf"分の{DIGITS}|{COUNTERS}|{MORE_COUNTERS}|[{KATAKANA}][{KATAKANA}ー]*|[%％°℃]+|(?:{LETTER})+"
SCALES = " (?:hundred|thousand|million|billion|trillion|percent|per cent)(?![A-Za-z])"
NUMBER = (
    rf"第?{ERA}?[¥￥$€£]?{DIGITS}(?:[十百千万億兆]+(?:{DIGITS})?)*(?:{UNITS}|{SCALES})?"
    rf"|{ERA}元年|第?{NUMERAL}+(?:分の{NUMERAL}+|{COUNTERS})"
)
# Okurigana: hiragana that a particle (は, を, の, から, まで …) does not begin.
OKURIGANA = (
    f"(?:[ぁ-おきぎくぐけげごさ-そぞちぢっつづてどぬねばぱひびぴふぶぷべぺぼぽみむめゃゅょゆらりるれろわゐゑんゔゝゞ{VOICE_MARKS}]"
    "|[がも](?=[らりるれろっ])|や(?=[かさしすせそ])|か(?!ら(?![なずれせん]))|ま(?!で)|よ(?!り)|な(?!ど)|た(?!め)|だ(?!け)|こ(?!と)"
    "|(?<=[んい])で|(?<=落)と|(?<=最)も){0,6}"
)
PARTICLE = re.compile("から|まで|より|など|だけ|では|には|とは|[はがにのもへと]|で(?![すしあ])")
TOKEN = re.compile(
    rf"(?:(?P<number>{NUMBER})"
    rf"|(?P<stem>約(?={NUMERAL}+(?:{COUNTERS}))|[{KANJI}](?:[{KANJI}]|[ヶヵ](?=[{KANJI}]))*{OKURIGANA}"
    rf"|[{KATAKANA}][{KATAKANA}ー]*"
    rf"|{LETTER}(?:{LETTER}|[\d\u0300-\u036f])*(?:['’](?:{LETTER})+)*)"
    rf"|を|(?P<hiragana>(?:(?!を)[{HIRAGANA}ー])+)"
    rf"|\r\n|[^\S\r\n]+|[\U0001f1e6-\U0001f1ff]{{2}}|.)(?:[{MARKS}]|(?<=\u200d).)*",
    re.DOTALL,
)

WHOLE_NUMBER = re.compile(NUMBER)
MONTHS = {
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
    *("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"),
}
NOT_UNIT = re.compile(rf"{SCALES}|[\d.,:/・-]|{NUMERAL}|{ERA}|元(?=年)")
SENTENCE_ENDS = set("。．.！？!?\n\r") | {"\r\n"}
CLAUSE_ENDS = set("、，,;；:：")
CLOSING = set("」』）)】〉》”’\"'")


def tokens(text):
    """The pieces of `text` in order; joined they are `text` again."""
    found, after_word = [], False
    for match in TOKEN.finditer(text):
        token = match[0]
        if after_word and match["hiragana"] and (particle := PARTICLE.match(token)) and particle[0] != token:
            found += [particle[0], token[particle.end() :]]
        else:
            found.append(token)
        after_word = bool(match["number"] or match["stem"])
    return found


def sentences(pieces):
    """Tokens grouped into sentences, each with its closing marks and the white space after it."""
    grouped, ended = [], True
    for token in pieces:
        if ended and not (grouped and _stays(token)):
            grouped.append([])
            ended = False
        grouped[-1].append(token)
        ended = ended or token in SENTENCE_ENDS
    return grouped


def break_before(pieces, place):
    """How good a place between two tokens is to begin or end a passage: 2 for sentences, 1 for words, 0 otherwise."""
    if place in (0, len(pieces)):
        return 2
    before = pieces[place - 1]
    if not _stays(pieces[place]) or pieces[place].isspace():
        end = place - 1
        while end and (pieces[end] in CLOSING or pieces[end].isspace()):
            end -= 1
        if pieces[end] in SENTENCE_ENDS:
            return 2
    return 1 if before.isspace() or pieces[place].isspace() or before in CLAUSE_ENDS else 0


def _stays(token):
    return token in SENTENCE_ENDS or token in CLOSING or token.isspace()


def is_number(token):
    """Whether a token is a number, with or without a unit, or part of a date."""
    return token in MONTHS or WHOLE_NUMBER.fullmatch(token) is not None


def unit(token):
    """What a number counts (`人` of `約1万2000人`, `$` of `$1.5 million`), "" for a bare one, "month" for a name."""
    return "month" if token in MONTHS else NOT_UNIT.sub("", unicodedata.normalize("NFKC", token))


def value(token):
    """A number without the ways of writing it: width and thousands separators."""
    return unicodedata.normalize("NFKC", token).replace(",", "")
