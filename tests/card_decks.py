"""What is put on the cards that are looked at: very long words, the scripts of the world, all that markup can be."""

from __future__ import annotations

from tests.exporters.apkg.every_kind import Facts

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
LONG_ARTICLE = f"{LONG} and others\n\nThe association was called {LONG}, and for a short while {LONG}en.\n"
LONG_QUOTE = f"The association was called {LONG}, and for a short while {LONG}en"
LONG_FACTS: Facts = {
    "long-basic": {
        "ask": f"{LONG}s 1?",
        "answer": LONG,
        "reverse": f"{LONG}?",
        "quote": LONG_QUOTE,
        "hint": LONG,
        "extra": LONG,
    },
    "long-typed": {"ask": f"{LONG}s 2?", "answer": LONG, "typed": True, "quote": LONG_QUOTE},
    "long-term": {"term": LONG, "meaning": f"{LONG}en", "quote": LONG_QUOTE},
    "long-choice": {"ask": f"{LONG}s 3?", "answer": LONG, "distractors": [f"{LONG}{LONG}"], "quote": LONG_QUOTE},
    "long-cloze": {"cloze": f"The association was called {{{{c1::{LONG}::{LONG}}}}}, and"},
    "long-list": {"ask": f"{LONG}s 4?", "answers": [LONG, "association"], "quote": LONG_QUOTE},
}

Fields = dict[str, str]
"""The fields of a note as HTML, by their names."""

SOURCE = (
    '<a href="https://made.up/a#:~:text=b"><cite>{}</cite></a> · <span>{}</span> · <span>2024-05-14</span>'
    '<span class="section">{}</span>'
)


def _quoted(lang: str, before: str, quote: str, after: str) -> str:
    return f'<blockquote lang="{lang}" dir="auto">{before}<mark>{quote}</mark>{after}</blockquote>'


WORLD: dict[str, Fields] = {
    "arabic": {
        "Question": "متى عبرت العبّارة النهر، وكم حملت من الملح؟",
        "Answer": "عند الفجر، وحملت 5,000 كيس",
        "Evidence": _quoted("ar", "كان الجسر مغلقا. ", "عبرت العبّارة النهر عند الفجر وحملت 5,000 كيس من الملح", "."),
        "Source": SOURCE.format("العبّارة القديمة", "Ostrel Press", "الميناء › الملح"),
        "Hint": "قبل الشروق",
        "Extra": "كان سعر الرحلة نصف سعر الجسر.",
    },
    "hebrew-choice": {
        "Question": "מה הביאה המעבורת לנמל בשנת 1391?",
        "Answer": "מלח",
        "Options": '<ol><li>חיטה (wheat)</li><li class="right">מלח</li><li>ברזל</li></ol>',
        "Evidence": _quoted("he", "", "המעבורת הביאה מלח לנמל בשנת 1391", ", ושבה עם ערב."),
        "Source": SOURCE.format("המעבורת הישנה", "ד. כהן", "הנמל"),
    },
    "mixed-typed": {
        "Question": "Which Arabic word, العبّارة or الجسر, means “ferry”?",
        "Answer": "العبّارة",
        "Typed answer": "العبّارة",
        "Evidence": _quoted("en", "Its Arabic name, ", "العبّارة, means “the ferry”", " (in Hebrew: מעבורת)."),
        "Source": SOURCE.format("Ferries of the world", "A. Okafor", "Names"),
    },
    "japanese": {
        "Question": "夜明けに川を渡った渡し船は、港に何を運んだか。",
        "Answer": "五千俵の塩",
        "Evidence": _quoted(
            "ja",
            "橋は閉じられていた。",
            "夜明けに渡し船は川を渡り、港に五千俵の塩を運んだ",
            "。船頭は橋の通行料が半分だったと語った。",
        ),
        "Source": SOURCE.format("古い渡し船とその船頭たち", "山川出版", "港 › 塩"),
        "Extra": "通行料は<em>半分</em>だった。",
    },
    "chinese-choice": {
        "Question": "渡船在什么时候过河？",
        "Answer": "黎明时分",
        "Options": '<ol><li>正午</li><li class="right">黎明时分</li><li>' + "在夜里很晚的时候" * 5 + "</li></ol>",
        "Evidence": _quoted("zh-Hans", "", "渡船在黎明时分过河", "，把五千担盐运到港口，而桥上的过路费只有一半。"),
        "Source": SOURCE.format("老渡船", "船夫行会", "过河"),
    },
    "korean": {
        "Question": "나룻배는 언제 강을 건넜는가?",
        "Answer": "새벽에",
        "Evidence": _quoted("ko", "", "나룻배는 새벽에 강을 건넜다", ". 소금을 실은 나룻배가 항구에 닿았다."),
        "Source": SOURCE.format("오래된 나룻배", "나루터", "소금"),
    },
    "thai": {
        "Question": "เรือข้ามฟากข้ามแม่น้ำเมื่อใด",
        "Answer": "ตอนรุ่งสาง",
        "Evidence": _quoted("th", "", "เรือข้ามฟากข้ามแม่น้ำตอนรุ่งสาง", " คนเรือขนเกลือไปยังท่าเรือก่อนเที่ยง"),
        "Source": SOURCE.format("เรือเก่า", "สำนักพิมพ์", "ท่าเรือ"),
    },
}

FORMULA = '<mjx-container><span style="display: inline-block">x² + y²</span></mjx-container>'
WIDE = '<mjx-container{}><span style="display: inline-block; white-space: nowrap">{}</span></mjx-container>'
WIDE_LINE = WIDE.format("", "x + y = " * 30)
WIDE_BLOCK = WIDE.format(' display="true" style="display: block"', "x + y = " * 30)
MARKUP = (
    "<em>Slow</em> and <strong>exact</strong>, <b>b</b> <i>i</i> <u>u</u>, <code>a = b[0]</code>, H<sub>2</sub>O, "
    '10<sup>23</sup>, <a href="https://made.up/">a link</a>, ' + FORMULA
)
LISTS = "<ul><li>one <em>of</em></li><li>two<ol><li>and <code>three</code></li></ol></li></ul>"
PARAGRAPH = (
    "The guild bound every apprentice for seven years, of which he swept the stairs for the first and filed brass for "
    "the second; only then was he shown the movement of a clock, and only in the last was he let near the salt. "
    "Whoever left before was not to be taken by any other master of the town, on pain of a fine of twelve crowns."
)

RICH: dict[str, Fields] = {
    "rich": {
        "Question": f"{MARKUP} and why?{LISTS}",
        "Answer": f"{MARKUP}{LISTS}",
        "Evidence": _quoted("en", "CO<sub>2</sub> ", "10<sup>23</sup> <em>a</em> <code>x</code>", f", {MARKUP}."),
        "Source": SOURCE.format("Clocks & their <makers>".replace("<", "&lt;"), "A. Okafor", "One › Two"),
        "Hint": MARKUP,
        "Extra": f"{MARKUP}{LISTS}",
    },
    "rich-choice": {
        "Question": MARKUP,
        "Answer": MARKUP,
        "Options": f'<ol><li>{LONG}</li><li class="right">{MARKUP}</li><li>{MARKUP}</li></ol>',
        "Evidence": _quoted("en", "", "exact", "."),
        "Source": SOURCE.format("Clocks", "A. Okafor", "One"),
    },
    "formulas": {
        "Question": f"What is {WIDE_LINE}?",
        "Answer": WIDE_BLOCK,
        "Evidence": _quoted("en", "", "exact", "."),
        "Source": SOURCE.format("Clocks", "A. Okafor", "One"),
        "Hint": WIDE_LINE,
        "Extra": WIDE_BLOCK,
    },
    "formulas-choice": {
        "Question": WIDE_BLOCK,
        "Answer": "x",
        "Options": f'<ol><li>{WIDE_LINE}</li><li class="right">{WIDE_BLOCK}</li></ol>',
        "Evidence": _quoted("en", "", "exact", "."),
        "Source": SOURCE.format("Clocks", "A. Okafor", "One"),
    },
    "paragraph": {
        "Question": f"What was an apprentice bound to? {PARAGRAPH}",
        "Answer": PARAGRAPH,
        "Evidence": _quoted("en", "So it was. ", PARAGRAPH, " So it stayed."),
        "Source": SOURCE.format(PARAGRAPH, "A. Okafor", PARAGRAPH),
        "Extra": PARAGRAPH,
    },
}

GAPS: dict[str, Fields] = {
    "rich-gaps": {
        "Text": f"The <em>{{{{c1::Salt <strong>Clock</strong>}}}}</em>, H<sub>{{{{c1::2}}}}</sub>O, "
        f"{{{{c1::{LONG}::a long one}}}}, {{{{c1::{PARAGRAPH}}}}} and <code>{{{{c1::x}}}}</code>",
        "Evidence": _quoted("en", "", "exact", "."),
        "Source": SOURCE.format("Clocks", "A. Okafor", "One"),
    },
    "arabic-gaps": {
        "Text": "عبرت {{c1::العبّارة}} النهر في {{c1::1391::السنة}}<ul><li>{{c1::الملح}}</li><li>القمح</li></ul>",
        "Evidence": _quoted("ar", "", "عبرت العبّارة النهر في 1391", "."),
        "Source": SOURCE.format("العبّارة القديمة", "Ostrel Press", "الميناء"),
    },
}
