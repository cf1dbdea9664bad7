"""A browser that follows the link to a passage scrolls to it and marks just that."""

from __future__ import annotations

import html
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from citedeck.model import Passage, Reference, Source
from citedeck.notes.fragment import link
from citedeck.outline import Outline

URL = "https://made.up/ferry"
ARTICLE = """\
The Ferry of Ostrel

The ferry crossed at dawn. It carried 5,000 loads of salt—more than the well-known bridge, said the ferrymen's guild, \
“and at half the toll” (1.5 crowns & a loaf). The ferry crossed at noon.

Nobody crossed at dusk. The ferry crossed at dawn, and the ferry crossed at night, when the lamps on the other side \
were lit; whoever came late had to wait until the lamps on the other side were lit again.

العبّارة

عبرت العبّارة النهر عند الفجر. قال الحارس وكتاب الرسوم في يده إن الملح وصل إلى الميناء قبل الظهر. عبرت العبّارة النهر \
عند المساء، وكتاب الرسوم في يده.

המעבורת

המעבורת חצתה את הנהר עם שחר. ובספר המכס כתוב שהמלח הגיע לנמל לפני הצהריים. המעבורת חצתה את הנהר עם ערב.

渡し船

夜明けに渡し船は川を渡った。国境地域にある農地では塩が売られ、橋の通行料は半分だった、と船頭は語った。夜明けに渡し船は川を渡った。

渡船在黎明时分过河。船夫行会说，五千担盐运到了港口，而桥上的过路费只有一半。渡船在黎明时分过河，又在夜里过河。

나룻배는 새벽에 강을 건넜다. 소금을 실은 나룻배가 평양을 지나 항구에 닿았다. 나룻배는 새벽에 강을 건넜다.

เรือข้ามฟากข้ามแม่น้ำตอนรุ่งสาง คนเรือหนึ่งพันคนขนเกลือไปยังท่าเรือก่อนเที่ยง

Donauübergänge: Die Fähre fuhr im Morgengrauen über den Fluß. Die Straße zur Fähre hieß Fährgasse.
"""

# A page of its own, each paragraph with so much room about it that none is seen before it was scrolled to.
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>The Ferry</title><style>
p {{ margin: 600px 0; font-size: 18px; }}
::target-text, ::highlight(wanted) {{ background-color: rgb(255, 0, 255); color: black; }}
</style>{}"""

MARK = """([first, start, last, end]) => {
  const paragraphs = document.querySelectorAll("p"), range = new Range();
  range.setStart(paragraphs[first].firstChild, start);
  range.setEnd(paragraphs[last].firstChild, end);
  CSS.highlights.set("wanted", new Highlight(range));
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 500, "height": 500})
    body = "".join(f'<p dir="auto">{html.escape(part)}</p>' for part in ARTICLE.strip().split("\n\n"))
    context.route("https://made.up/**", lambda route: route.fulfill(body=PAGE.format(body), content_type="text/html"))
    yield context.new_page()
    context.close()


def opened(page: Page, url: str) -> tuple[int, bytes]:
    """How far down a page is once it was opened at a URL, and a picture of what is seen there."""
    page.goto("about:blank")
    page.goto(url)
    page.wait_for_function("() => new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))")
    return page.evaluate("scrollY"), page.screenshot()


def marked_by_hand(page: Page, start: int, end: int, down: int) -> tuple[bytes, bytes]:
    """Pictures of what is seen so far down the page: as it is, and with a stretch of the article marked."""
    page.goto("about:blank")
    page.goto(URL)
    page.evaluate("down => scrollTo(0, down)", down)
    bare = page.screenshot()
    page.evaluate(MARK, [*_at(start), *_at(end)])
    return bare, page.screenshot()


def _at(offset: int) -> tuple[int, int]:
    """The paragraph of an offset into the article, and the place in it."""
    before = ARTICLE[:offset]
    return before.count("\n\n"), len(before) - (before.rfind("\n\n") + 2 if "\n\n" in before else 0)


@pytest.mark.parametrize(
    "marked",
    [
        "⟦The ferry crossed at dawn⟧. It carried",
        "dusk. ⟦The ferry crossed at dawn⟧, and",
        "and ⟦the ferry crossed at night⟧",
        "Nobody ⟦crossed⟧ at dusk",
        "⟦The ferry crossed at noon⟧.",
        "carried ⟦5,000 loads⟧ of",
        "the ⟦well-known⟧ bridge",
        "the ⟦ferrymen⟧'s guild",
        "⟦guild, “and at half the toll” (1.5 crowns & a loaf)⟧.",
        "⟦It carried 5,000 loads of salt—more than the well-known bridge, said the ferrymen's guild, “and at half the "
        "toll”⟧",
        "when ⟦the lamps on the other side were lit⟧;",
        "until ⟦the lamps on the other side were lit⟧ again",
        "night, ⟦when the lamps on the other side were lit; whoever came late had to wait until the lamps on the other "
        "side were lit⟧ again",
        "⟦The ferry crossed at noon.\n\nNobody crossed at dusk⟧.",
        "الحارس و⟦كتاب الرسوم في يده⟧ إن",
        "المساء، ⟦وكتاب الرسوم⟧ في يده.",
        "⟦عبرت العبّارة النهر⟧ عند المساء",
        "⟦قال الحارس وكتاب الرسوم في يده إن الملح وصل إلى الميناء قبل الظهر. عبرت العبّارة النهر عند المساء⟧،",
        "וב⟦ספר המכס⟧ כתוב",
        "⟦המעבורת חצתה את הנהר⟧ עם ערב",
        "国⟦境地域⟧にある",
        "⟦国境地域⟧にある",
        "⟦塩⟧が売られ",
        "語った。⟦夜明けに渡し船は川を渡った⟧。",
        "⟦国境地域にある農地では塩が売られ、橋の通行料は半分だった、と船頭は語った⟧。",
        "⟦渡船在黎明⟧时分过河，又",
        "又在⟦夜里⟧过河",
        "，⟦五千担⟧盐",
        "나룻배가 ⟦평양⟧을 지나",
        "닿았다. ⟦나룻배는 새벽에 강을 건넜다⟧.",
        "คนเรือ⟦หนึ่งพันคน⟧ขนเกลือ",
        "zur ⟦Fähre⟧ hieß",
        "⟦Die Straße zur Fähre⟧ hieß Fährgasse",
    ],
)
def test_a_browser_marks_the_passage_and_nothing_else(page: Page, marked: str) -> None:
    plain = marked.replace("⟦", "").replace("⟧", "")
    assert ARTICLE.count(plain) == 1
    start = ARTICLE.index(plain) + marked.index("⟦")
    end = ARTICLE.index(plain) + marked.index("⟧") - 1
    passage = Passage(Source("ferry", "source/ferry.txt", ARTICLE, Reference("ferry", url=URL)), start, end)
    down, seen = opened(page, link(URL, passage, Outline(ARTICLE)))
    assert down > 0
    bare, marked_alone = marked_by_hand(page, start, end, down)
    assert seen == marked_alone
    assert seen != bare
