"use strict";

// --- light and dark: the class is that of Anki's night mode, which the cards know; paper is always light

const dark = matchMedia("(prefers-color-scheme: dark)"), print = matchMedia("print");
let scheme = null;
try { scheme = localStorage.getItem("citedeck-scheme"); } catch { /* a page from a file may have no storage */ }

const isNight = () => (scheme ?? (dark.matches ? "dark" : "light")) === "dark";

function paint() {
  document.documentElement.classList.toggle("nightMode", isNight() && !print.matches);
  const button = document.getElementById("scheme");
  if (button) button.textContent = isNight() ? "Light" : "Dark";
}

function change() {
  scheme = isNight() ? "light" : "dark";
  try { localStorage.setItem("citedeck-scheme", scheme); } catch { /* it is kept until the page is closed */ }
  paint();
}

paint();
dark.addEventListener("change", paint);
print.addEventListener("change", paint);

document.addEventListener("DOMContentLoaded", () => {
  const at = id => document.getElementById(id);

  // --- what there is: facts, the segments of the articles, and which segments each fact rests on

  const facts = [...document.querySelectorAll(".fact")].map(element => ({
    element,
    shown: true,
    data: element.dataset,
    words: null,
    spans: element.dataset.marks.split(" ").filter(Boolean).map(span => span.split("-").map(Number)),
  }));
  const factOf = new Map(facts.map(fact => [fact.element, fact]));
  const marks = [...document.querySelectorAll(".prose .mark")].map(element => ({
    element, href: element.getAttribute("href"), depth: null,
  }));
  const restsOn = (fact, number) => fact.spans.some(([first, last]) => first <= number && number <= last);
  const numberOf = element => Number(element.id.slice("passage-".length));

  // --- the filter

  const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
  const chosen = id => at(id)?.value ?? "";

  function passes() {
    const words = fold(chosen("by-text")).split(/\s+/).filter(Boolean);
    const [deck, kind, level, problem] = ["by-deck", "by-kind", "by-level", "by-problem"].map(chosen);
    const code = problem.startsWith("code ") ? problem.slice("code ".length) : null;
    const has = (list, one) => list.split(" ").includes(one);
    return fact => {
      const { data } = fact;
      if (deck && data.deck !== deck || kind && data.kind !== kind || level && data.level !== level) return false;
      if (code !== null) { if (!has(data.codes, code)) return false; }
      else if (problem === "none") { if (data.codes) return false; }
      else if (problem === "any") { if (!data.codes) return false; }
      else if (problem && !has(data.severities, problem)) return false;
      if (!words.length) return true;
      fact.words ??= fold(data.text);
      return words.every(word => fact.words.includes(word));
    };
  }

  function filter() {
    const pass = passes();
    let count = 0;
    for (const fact of facts) {
      const shown = pass(fact);
      if (shown) count += 1;
      if (shown !== fact.shown) { fact.shown = shown; fact.element.hidden = !shown; }
    }
    for (const deck of document.querySelectorAll(".deck")) {
      deck.hidden = count < facts.length && !deck.querySelector(".fact:not([hidden])");
    }
    const all = `${facts.length.toLocaleString("en")} ${facts.length === 1 ? "fact" : "facts"}`;
    at("count").textContent = count === facts.length ? all : `${count.toLocaleString("en")} of ${all}`;
    at("none").hidden = count > 0 || !facts.length;
    shade();
  }

  // Each mark as deep as there are facts on it that are shown; where there are none, it is text like any other.
  function shade() {
    const steps = new Int32Array(marks.length + 1);
    for (const fact of facts) {
      if (fact.shown) for (const [first, last] of fact.spans) { steps[first] += 1; steps[last + 1] -= 1; }
    }
    let on = 0;
    marks.forEach((mark, number) => {
      on += steps[number];
      const depth = Math.min(on, 3);
      if (depth === mark.depth) return;
      mark.depth = depth;
      const { element, href } = mark;
      for (const one of [1, 2, 3]) element.classList.toggle(`deep-${one}`, one === depth);
      if (href && depth) element.setAttribute("href", href);
      else element.removeAttribute("href");
    });
  }

  // --- to and fro

  const sideBySide = matchMedia("(min-width: 62rem)");
  let lit = [];

  function light(fact, mark) {
    for (const element of lit) { element.classList.remove("lit"); element.removeAttribute("aria-current"); }
    lit = [];
    if (fact) {
      lit.push(fact.element);
      for (const [first, last] of fact.spans) for (let n = first; n <= last; n += 1) lit.push(marks[n].element);
    } else if (mark) lit.push(mark);
    for (const element of lit) element.classList.add("lit");
    (fact?.element ?? mark)?.setAttribute("aria-current", "true");
  }

  function reveal(element) {
    const pane = element.closest(".pane").getBoundingClientRect(), box = element.getBoundingClientRect();
    if (box.top < pane.top || box.bottom > pane.bottom) element.scrollIntoView({ block: "center" });
  }

  const named = () => {
    try { return at(decodeURIComponent(location.hash.slice(1))); } catch { return null; }
  };

  function arrive() {
    const element = named();
    const fact = factOf.get(element);
    if (fact) {
      if (!fact.shown) { at("filter").reset(); }
      light(fact);
      element.scrollIntoView({ block: "start" });
      element.focus({ preventScroll: true });
      if (sideBySide.matches && fact.spans.length) reveal(marks[fact.spans[0][0]].element);
    } else if (element?.matches(".mark")) {
      const number = numberOf(element), current = factOf.get(lit[0]);
      light(current && restsOn(current, number) ? current : null, element);
      element.scrollIntoView({ block: "center" });
      element.focus({ preventScroll: true });
    }
  }

  function go(element) {
    const hash = `#${encodeURIComponent(element.id)}`;
    if (named() === element) arrive();
    else location.hash = hash;
  }

  // --- a passage on which several facts rest lets one choose

  const chooser = at("chooser"), list = at("chooser-list");

  function choose(candidates, mark) {
    list.replaceChildren(...candidates.map(fact => {
      const link = document.createElement("a"), item = document.createElement("li");
      link.href = `#${encodeURIComponent(fact.element.id)}`;
      const [id, ...asked] = fact.data.text.split(" \n ");
      const name = document.createElement("b"), words = document.createElement("span");
      name.textContent = id;
      words.textContent = asked[0] ?? "";
      words.dir = "auto";
      link.append(name, " ", words);
      link.addEventListener("click", event => { event.preventDefault(); chooser.close(); go(fact.element); });
      item.append(link);
      return item;
    }));
    at("chooser-name").textContent = `${candidates.length} facts rest on this`;
    chooser.showModal();
    const box = mark.getBoundingClientRect(), { offsetWidth: width, offsetHeight: height } = chooser;
    const below = box.bottom + height + 8 < innerHeight;
    chooser.style.insetInlineStart = "auto";
    chooser.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
    chooser.style.top = `${Math.max(8, below ? box.bottom + 6 : box.top - height - 6)}px`;
  }

  at("chooser-close").addEventListener("click", () => chooser.close());
  chooser.addEventListener("click", event => { if (event.target === chooser) chooser.close(); });

  document.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const mark = event.target.closest("a.mark[href]"), way = event.target.closest("a.way");
    if (mark) {
      event.preventDefault();
      const candidates = facts.filter(fact => fact.shown && restsOn(fact, numberOf(mark)));
      if (candidates.length === 1) go(candidates[0].element);
      else choose(candidates, mark);
    } else if (way) {
      event.preventDefault();
      light(factOf.get(way.closest(".fact")));
      go(at(way.hash.slice(1)));
    }
  });

  // --- begin

  for (const picture of document.querySelectorAll("img[data-same]")) picture.src = at(picture.dataset.same).src;
  at("scheme").addEventListener("click", change);
  at("scheme").hidden = false;
  paint();
  const form = at("filter");
  let waiting = 0;
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 60); });
  form.addEventListener("reset", () => {
    for (const field of form.querySelectorAll("input, select")) field.value = "";
    clearTimeout(waiting);
    filter();
  });
  form.hidden = !facts.length;
  filter(); // a browser may have kept what was chosen before
  addEventListener("hashchange", arrive);
  if (location.hash) arrive();
});
