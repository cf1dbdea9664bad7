"""Pages in a real browser: what they did that no page of ours may do, and what a learner reads on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Dialog, Page

PLAIN = ("b", "br", "cite", "code", "em", "i", "mark", "ol", "strong", "sub", "sup", "u", "ul")
_HIDE = r"this\.style\.display='none';"
_SHOW = r"document\.getElementById\('hint[0-9a-f]+'\)\.style\.display='block';"
CARD: dict[str, dict[str, str]] = {
    **{tag: {} for tag in PLAIN},
    "section": {},
    "main": {"class": "citedeck (front|back)"},
    "label": {"for": "typeans"},
    "div": {
        "class": "question|answer|image|options|typed|hint|evidence|source|extra|tags|asked|long",
        "dir": "auto",
        "id": "hint[0-9a-f]+",
        "style": "display: ?none;?",
    },
    "p": {"class": "asked"},
    "hr": {"id": "answer"},
    "a": {
        "href": r"https?://[^]+|mailto:[^]+|#",
        "class": "hint",
        "onclick": rf"{_HIDE}\s*{_SHOW}\s*return false;",
        "draggable": "false",
    },
    "blockquote": {"lang": "[^]*", "dir": "auto"},
    "img": {"src": r"[\w.-]+\.png", "alt": "[^]*"},
    "li": {"class": "right"},
    "span": {
        "id": "typearrow",
        "class": "cloze|cloze-inactive|section|type(Good|Bad|Missed)",
        "data-cloze": "[^]*",
        "data-ordinal": "[12]",
    },
    "code": {"id": "typeans"},
}
"""Every element that a card may show, with every attribute it may have and the values of that; those of Anki among
them: its hints open by a script of its own."""

# Looks at every element of the body, clicks it and sends it what handlers listen to; then once more as Anki sets pages.
_TRY = """async allowed => {
  const complaints = [];
  const patterns = attributes => Object.entries(attributes).map(([name, value]) =>
    [name, new RegExp(`^(?:${value})$`, "i")]);
  const plan = new Map(Object.entries(allowed).map(([tag, attributes]) => [tag, new Map(patterns(attributes))]));
  const look = () => {
    for (const element of document.body.querySelectorAll("*")) {
      const known = plan.get(element.localName);
      const ours = element.namespaceURI === "http://www.w3.org/1999/xhtml";
      if (!known || !ours) { complaints.push(`element: ${element.outerHTML.slice(0, 150)}`); continue; }
      for (const { name, value } of element.attributes)
        if (!known.get(name)?.test(value))
          complaints.push(`attribute: ${name}="${value}" in ${element.outerHTML.slice(0, 150)}`);
      const hint = element.classList.contains("hint");
      if (element.localName === "a" && !(hint || /^(https?|mailto):$/.test(element.protocol)))
        complaints.push(`link: ${element.outerHTML.slice(0, 150)}`);
      if (!hint && ["style", "onclick", "id"].some(name => element.hasAttribute(name)) &&
          !["answer", "typeans", "typearrow"].includes(element.id))
        complaints.push(`no hint: ${element.outerHTML.slice(0, 150)}`);
    }
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
    while (walker.nextNode()) complaints.push(`comment: ${walker.currentNode.data.slice(0, 80)}`);
  };
  const names = `load error toggle beforetoggle animationstart animationend transitionend begin focus focusin blur input
    change submit mouseover mouseenter mousemove pointerdown pointerover keydown wheel scroll start close`;
  const provoke = () => {
    for (const element of document.body.querySelectorAll("*")) {
      for (const name of names.split(/\\s+/)) element.dispatchEvent(new Event(name));
      element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    }
  };
  document.addEventListener("click", event => {
    if (/^(https?|mailto):$/.test(event.target.closest("a")?.protocol ?? "")) event.preventDefault();
  }, true);
  const count = document.body.childElementCount;
  look();
  for (const side of document.body.children) {
    const page = side.innerHTML;
    side.innerHTML = page;
    for (const script of side.querySelectorAll("script")) {
      const live = document.createElement("script");
      live.textContent = script.textContent;
      script.replaceWith(live);
    }
    if (side.innerHTML !== page) complaints.push(`mutation: ${page.slice(0, 150)}`);
  }
  look();
  provoke();
  await new Promise(done => setTimeout(done, 0));
  if (document.body.childElementCount !== count) complaints.push("a side left its place");
  if (Object.hasOwn(window, "pwned")) complaints.push("a script ran");
  return complaints;
}"""

# What stands on each side: the words by the class of their box, attributes that hold words, and what MathJax would set.
_READ = """() => {
  const blocks = new Set(["BLOCKQUOTE", "DIV", "LI", "OL", "P", "UL"]);
  const words = node => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.localName === "br") return "\\n";
    const inside = [...node.childNodes].map(words).join("");
    return blocks.has(node.tagName) || node.className === "section" ? `\\n${inside}\\n` : inside;
  };
  const texts = node => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode())
      if (!walker.currentNode.parentElement.closest("code#typeans")) found.push(walker.currentNode.data);
    return found;
  };
  return [...document.body.children].map(side => ({
    boxes: Object.fromEntries([...side.querySelectorAll("main > div")].map(box =>
      [box.className, words(box.querySelector("div.hint") ?? box)])),
    options: [...side.querySelectorAll(".options li")].map(words),
    right: [...side.querySelectorAll(".options li.right")].map(words),
    lang: [...side.querySelectorAll("blockquote")].map(quote => quote.lang),
    mark: [...side.querySelectorAll("mark")].map(words),
    alt: [...side.querySelectorAll("img")].map(image => image.alt),
    href: [...side.querySelectorAll(".source a")].map(link => link.getAttribute("href")),
    links: [...side.querySelectorAll(".question a, .answer a, .extra a")].length,
    formulas: texts(side).flatMap(text => text.match(/\\\\[(\\[](?:.*?\\\\[)\\]])?/gs) ?? []),
  }));
}"""


@dataclass
class Watched:
    """A page, and everything it did that it should not have done."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def show(self, sides: Iterable[str]) -> None:
        """Show the sides of cards one below the other."""
        page = "".join(f"<section>{side}</section>" for side in sides)
        self.page.set_content(f'<!doctype html><html lang="en"><meta charset="utf-8"><body class="card">{page}')

    def tried(self, allowed: dict[str, dict[str, str]]) -> list[str]:
        """What is wrong with what is shown, after everything in it was clicked and provoked."""
        wrong = list(self.page.evaluate(_TRY, allowed))
        wrong += ["a frame"] * (len(self.page.frames) - 1) + ["a window"] * (len(self.page.context.pages) - 1)
        found, self.complaints[:] = [*wrong, *self.complaints], []
        return found

    def read(self) -> list[dict[str, Any]]:
        """What a learner reads on each side."""
        return list(self.page.evaluate(_READ))


def watched(browser: Browser) -> Watched:
    """A new page that reaches nothing."""
    context = browser.new_context()
    page = context.new_page()
    view = Watched(page)
    context.route("**/*", lambda route: route.abort())
    context.on("request", lambda request: view.complaints.append(f"request: {request.url}"))
    page.on("console", lambda message: view.complaints.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: view.complaints.append(f"error: {error}"))

    def dismissed(dialog: Dialog) -> None:
        view.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", dismissed)
    return view
