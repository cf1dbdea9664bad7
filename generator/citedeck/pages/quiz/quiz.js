"use strict";

const data = JSON.parse(document.getElementById("data").textContent);

// --- what is typed, compared as citedeck compares: the tables come from it

const tables = { ...data.folding, outer: new Set(data.folding.outer) };
const spaces = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;
const brokenHyphen = /(?<=[\p{L}\p{N}_])- (?=[\p{L}\p{N}_])/gu;

function replaced(text, table) {
  return Array.from(text, one => (Object.hasOwn(table, one) ? table[one] : one)).join("");
}

function levelled(text) {
  return replaced(text.normalize("NFC"), tables.typography).normalize("NFC");
}

function folded(text, cased) {
  const even = cased ? levelled(text) : levelled(replaced(levelled(text), tables.case));
  return even.replace(spaces, " ").replace(/^ | $/gu, "").replace(brokenHyphen, "-");
}

function withoutOuter(needle) {
  const signs = Array.from(needle);
  while (signs.length && tables.outer.has(signs.at(-1))) signs.pop();
  while (signs.length && tables.outer.has(signs[0]) && !/^\.\p{Nd}/u.test(signs.slice(0, 2).join(""))) signs.shift();
  return signs.join("");
}

function withoutArticle(needle) {
  const isPhrase = one => needle.startsWith(one) && !/^[\p{L}\p{N}_]/u.test(needle.slice(one.length));
  if (tables.noArticles.some(isPhrase)) return needle;
  for (const article of tables.articles) {
    const rest = needle.slice(article.length);
    if (needle.startsWith(article) && rest.trim()) return rest.replace(/^[ "']+/u, "");
  }
  return needle;
}

function key(text, cased) {
  const needle = withoutOuter(folded(text, cased));
  const bare = withoutArticle(needle);
  return tables.fractions.includes(bare) ? needle : bare;
}

function isAnswer(text, answer) {
  const typed = key(text, answer.cased);
  return typed !== "" && answer.keys.includes(typed);
}

/* Which of the texts typed are right. Without an order each answer counts once, wherever it stands. */
function marks(texts, { answers, ordered, kind }) {
  if (kind !== "list" || ordered) return texts.map((text, place) => isAnswer(text, answers[place]));
  const left = [...answers];
  return texts.map(text => {
    const place = left.findIndex(answer => isAnswer(text, answer));
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}

// --- the questions: what was given to each, and what became of it

const at = id => document.getElementById(id);

/* What is read in a text, a blank for each box. */
function words(element) {
  const copy = element?.cloneNode(true);
  copy?.querySelectorAll(".box").forEach(box => box.replaceWith("_____"));
  copy?.querySelectorAll("br, li").forEach(line => line.prepend(" "));
  return copy?.textContent.trim() ?? "";
}

const items = data.items.map((item, index) => {
  const form = at(`question-${index + 1}`);
  const find = selector => form.querySelector(selector);
  return {
    ...item,
    index,
    form,
    legend: find("legend"),
    result: find(".result"),
    feedback: find(".feedback"),
    button: find(".main-button"),
    boxes: [...form.querySelectorAll(".box")],
    radios: [...form.querySelectorAll("input[type=radio]")],
    knew: [...form.querySelectorAll(".knew")],
    asked: words(find(".cloze") ?? find(".prompt .text")),
    outcome: null, // "right", "wrong", or "none" for no answer at the end
  };
});
const state = { mode: "one", view: "questions", current: 0, round: items.map(item => item.index), finished: false };
const outcomes = { right: "right", wrong: "not right", none: "no answer" };

function given(item) {
  if (item.kind === "choice") return item.radios.filter(radio => radio.checked).map(radio => radio.value);
  return item.boxes.map(box => box.value);
}

function isAnswered(item) {
  return given(item).some(text => text.trim() !== "");
}

/* Judge a question by what is given to it; of one that is recalled, the learner says so. */
function judge(item, outcome = null) {
  if (item.kind === "choice") {
    const chosen = given(item)[0];
    item.outcome = chosen === undefined ? "none" : Number(chosen) === item.right ? "right" : "wrong";
  } else if (item.kind === "recall") {
    item.outcome = outcome ?? "none";
  } else {
    const right = marks(given(item), item);
    item.boxes.forEach((box, place) => {
      box.classList.add(right[place] ? "is-right" : "is-wrong");
      if (!right[place]) box.setAttribute("aria-invalid", "true");
      if (isAnswered(item) && right.length > 1) box.after(" ", verdict(item, right[place]));
    });
    item.outcome = !isAnswered(item) ? "none" : right.every(Boolean) ? "right" : "wrong";
  }
  lock(item);
}

function marked(isRight, said) {
  const mark = document.createElement("span");
  mark.className = `mark ${isRight ? "is-right" : "is-wrong"}`;
  mark.lang = "en";
  mark.textContent = said;
  return mark;
}

/* Whether a box is right: a sign where words would be read as part of the text around it. */
function verdict(item, isRight) {
  const name = isRight ? outcomes.right : outcomes.wrong;
  if (item.kind !== "cloze") return marked(isRight, name);
  const sign = marked(isRight, isRight ? "✓" : "✗");
  sign.setAttribute("role", "img");
  sign.setAttribute("aria-label", name);
  return sign;
}

function lock(item) {
  item.boxes.forEach(box => { box.readOnly = true; });
  item.radios.forEach((radio, place) => {
    radio.disabled = true;
    const said = [place === item.right ? "right answer" : "", radio.checked ? "your answer" : ""].filter(Boolean).join(", ");
    if (said) radio.parentElement.append(" ", marked(place === item.right, said));
  });
  item.knew.forEach(button => { button.hidden = true; });
  item.button.hidden = false;
  item.form.dataset.outcome = item.outcome;
  item.result.textContent = { right: "Right.", wrong: "Not right.", none: "No answer." }[item.outcome];
  item.feedback.classList.add("shown");
}

function reset(item) {
  item.outcome = null;
  delete item.form.dataset.outcome;
  item.form.reset();
  item.boxes.forEach(box => {
    box.readOnly = false;
    box.classList.remove("is-right", "is-wrong");
    box.removeAttribute("aria-invalid");
  });
  item.radios.forEach(radio => {
    radio.disabled = false;
  });
  item.form.querySelectorAll("fieldset .mark").forEach(mark => mark.remove());
  item.knew.forEach(button => { button.hidden = true; });
  item.button.hidden = false;
  item.result.textContent = "";
  item.feedback.classList.remove("shown");
  item.form.querySelector("details")?.removeAttribute("open");
}

// --- kept in the browser, if it allows

const place = `citedeck-quiz:${data.deck}`;

function keep() {
  const known = items.filter(item => item.outcome || isAnswered(item));
  const answers = Object.fromEntries(
    known.map(item => [item.id, { version: item.version, given: given(item), outcome: item.outcome }]),
  );
  const { mode, finished } = state;
  const round = state.round.length < items.length ? inRound().map(item => item.id) : null; // all, also those to come
  try {
    localStorage.setItem(place, JSON.stringify({ mode, finished, round, current: items[state.current]?.id, answers }));
  } catch { /* it is kept until the page is closed */ }
}

function recall() {
  try { return JSON.parse(localStorage.getItem(place)) ?? null; } catch { return null; }
}

/* Take up what was kept, but for questions that are not what they were. */
function restore() {
  const kept = recall();
  if (!kept?.answers || typeof kept.answers !== "object") return;
  for (const item of items) {
    const known = kept.answers[item.id];
    if (known?.version !== item.version || !Array.isArray(known.given)) continue;
    item.radios.forEach(radio => { radio.checked = known.given[0] === radio.value; });
    item.boxes.forEach((box, number) => { box.value = String(known.given[number] ?? ""); });
    if (Object.hasOwn(outcomes, known.outcome)) judge(item, known.outcome);
  }
  const round = items.filter(item => Array.isArray(kept.round) && kept.round.includes(item.id));
  if (round.length) state.round = round.map(item => item.index);
  state.mode = kept.mode === "all" ? "all" : "one";
  state.current = items.find(item => item.id === kept.current)?.index ?? state.round[0];
  if (!state.round.includes(state.current)) state.current = state.round[0];
  const open = inRound().find(item => !item.outcome);
  state.finished = kept.finished === true && !open;
  if (kept.finished === true && open) state.current = open.index;
  state.view = state.finished ? "outcome" : "questions";
}

// --- what is shown

const inRound = () => state.round.map(index => items[index]);

function show(focus = null) {
  document.body.dataset.view = state.view;
  document.body.dataset.mode = state.mode;
  const round = inRound(), done = round.filter(item => item.outcome), right = round.filter(item => item.outcome === "right");
  for (const item of items) {
    const there = state.round.includes(item.index);
    item.form.hidden = !(state.view === "questions" && there && (state.mode === "all" || item.index === state.current));
    const number = state.round.indexOf(item.index), last = number === round.length - 1;
    item.form.querySelector(".back").disabled = number === 0;
    item.form.querySelector(".next").textContent = !last ? "Next" : state.finished ? "Result" : "Review";
    const closed = item.kind === "recall" ? "Show the answer" : "Check";
    item.button.textContent = !item.outcome ? closed : !last ? "Next question" : state.finished ? "To the result" : "Review and finish";
  }
  at("review").hidden = state.view !== "review";
  at("outcome").hidden = state.view !== "outcome";
  at("count").textContent = `${done.length} of ${round.length} done, ${right.length} right`;
  at("progress").max = round.length;
  at("progress").value = done.length;
  at("mode").setAttribute("aria-pressed", String(state.mode === "all"));
  at("to-review").textContent = state.finished ? "Result" : "Review and finish";
  if (state.view === "review") review(round);
  if (state.view === "outcome") tell(round, right);
  keep();
  focus?.focus();
}

function overview(list, round, say) {
  list.replaceChildren(...round.map(item => {
    const [row, button, how, asked] = ["li", "button", "span", "span"].map(name => document.createElement(name));
    button.type = "button";
    button.textContent = `Question ${item.index + 1}`;
    button.addEventListener("click", () => go(item.index));
    how.className = `how-${say(item).replace(" ", "-")}`;
    how.textContent = say(item);
    asked.className = "asked";
    asked.textContent = item.asked;
    asked.dir = "auto";
    asked.lang = data.language;
    row.append(button, " ", how, " ", asked);
    return row;
  }));
}

function review(round) {
  const say = item => (item.outcome ? outcomes[item.outcome] : isAnswered(item) ? "answered" : "open");
  const open = round.filter(item => say(item) === "open").length;
  const still = round.filter(item => say(item) === "answered").length;
  const told = [
    open ? `${open} ${open === 1 ? "question has" : "questions have"} no answer yet and would count as missed.` : "Every question has an answer.",
    still ? `${still} ${still === 1 ? "is" : "are"} answered but not checked: finishing checks ${still === 1 ? "it" : "them"}.` : "",
  ];
  at("review-sum").textContent = told.filter(Boolean).join(" ");
  overview(at("review-list"), round, say);
}

function tell(round, right) {
  const missed = round.length - right.length;
  at("score").textContent = `${right.length} of ${round.length} right.`;
  at("missed").hidden = missed === 0;
  at("missed").textContent = `Missed ${missed === 1 ? "one" : "ones"} again (${missed})`;
  overview(at("outcome-list"), round, item => outcomes[item.outcome]);
}

// --- what a learner does

function go(index) {
  state.view = "questions";
  state.current = index;
  show(items[index].legend);
}

function step(item, by) {
  const next = state.round[state.round.indexOf(item.index) + by];
  if (next === undefined) turn(state.finished ? "outcome" : "review");
  else go(next);
}

function turn(view) {
  state.view = view;
  show(view === "review" ? at("review-name") : at("outcome-name"));
}

function reveal(item) {
  item.feedback.classList.add("shown");
  item.button.hidden = true;
  item.knew.forEach(button => { button.hidden = false; });
  item.knew[0].focus();
}

function finish() {
  inRound().filter(item => !item.outcome).forEach(item => judge(item));
  state.finished = true;
  turn("outcome");
}

function begin(round) {
  round.forEach(index => reset(items[index]));
  Object.assign(state, { view: "questions", current: round[0], round, finished: false });
  show(items[round[0]].legend);
}

for (const item of items) {
  item.form.addEventListener("submit", event => {
    event.preventDefault();
    if (item.outcome) step(item, 1);
    else if (item.kind === "recall") reveal(item);
    else if (!isAnswered(item)) item.result.textContent = "Nothing is answered yet.";
    else {
      judge(item);
      show(item.button);
    }
  });
  item.knew.forEach(button => button.addEventListener("click", () => {
    judge(item, button.value);
    show(item.button);
  }));
  item.form.addEventListener("input", () => {
    if (!item.outcome) item.result.textContent = "";
    keep();
  });
  item.form.querySelector(".back").addEventListener("click", () => step(item, -1));
  item.form.querySelector(".next").addEventListener("click", () => step(item, 1));
}

at("mode").addEventListener("click", () => {
  state.mode = state.mode === "one" ? "all" : "one";
  if (state.view !== "questions") state.view = "questions";
  show();
});
at("to-review").addEventListener("click", () => turn(state.finished ? "outcome" : "review"));
at("go-on").addEventListener("click", () => go(state.current));
at("finish").addEventListener("click", finish);
at("missed").addEventListener("click", () => begin(state.round.filter(index => items[index].outcome !== "right")));
at("anew").addEventListener("click", () => begin(items.map(item => item.index)));
at("print").addEventListener("click", () => print());
at("again").addEventListener("click", () => {
  const lost = !state.finished && items.some(item => item.outcome || isAnswered(item));
  if (!lost || confirm("Start again? What you answered is forgotten.")) begin(items.map(item => item.index));
});

document.documentElement.classList.add("js");
at("tools").hidden = false;
at("progress").hidden = false;
items.forEach(reset);
restore();
show();
