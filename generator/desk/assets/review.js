// Review: the English is checked while typing, saved after a pause, and confirmed by a key.
import { later, make, post, released, toast } from "./core.js";
import { on } from "./events.js";
import { watch } from "./jobs.js";
import { save } from "./saving.js";
import { addTerm, onSelection } from "./term.js";
import { t } from "./words.js";

const list = document.getElementById("passages");
const slug = list?.dataset.slug ?? document.getElementById("translating")?.dataset.slug;
const finish = document.getElementById("finish");
const NAME = "desk-reviewer";
let queue = Promise.resolve();
// Texts saved here, for undo; the last one comes first.
const past = [];
const soon = new Map();

function passages() {
  return [...list.querySelectorAll(".passage")];
}

function pieces(found, lang) {
  const span = make("span", { lang, class: lang === "en" ? null : "han" });
  for (const piece of found) {
    span.append(piece.state ? make("mark", { class: `fig ${piece.state}`, title: piece.english || null }, piece.text) : piece.text);
  }
  return span;
}

function chips(box, found) {
  box.replaceChildren(...found.map((chip) => make("button", { type: "button", class: `chip ${chip.state}${chip.term ? " term" : ""}`, "data-insert": chip.english, title: t("review_insert") },
    make("span", { class: "han", lang: "zh" }, chip.source), " → ", make("span", { lang: "en" }, chip.english))));
}

// Marks figures within the field, if the marked text is the text of the field.
const WITHIN = CSS.supports("field-sizing", "content");
function fit(item) {
  const box = item.querySelector(".typed");
  const echo = box.querySelector(".echo");
  const same = WITHIN && echo.textContent === box.querySelector("textarea").value;
  box.classList.toggle("over", same);
  echo.toggleAttribute("aria-hidden", false);
  if (same) echo.setAttribute("aria-hidden", "true");
}

// What may not say what the Chinese says: the text that was compared, places in it, and messages.
const doubts = new Map();
const comparing = document.getElementById("comparing");

function underline(box, start, end) {
  const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const found = [];
  let at = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, node.length);
    if (from < to) found.push([node, from, to]);
    at += node.length;
  }
  for (const [node, from, to] of found) {
    const part = node.splitText(from);
    part.splitText(to - from);
    const span = make("span", { class: "doubt", title: t("review_doubt") });
    part.replaceWith(span);
    span.append(part);
  }
}

function doubt(item) {
  const echo = item.querySelector(".echo");
  for (const span of echo.querySelectorAll(".doubt")) span.replaceWith(...span.childNodes);
  echo.normalize();
  item.querySelectorAll(".doubted").forEach((line) => line.remove());
  const known = doubts.get(item);
  if (!known || known.text !== item.querySelector("textarea").value) return;
  for (const [start, end] of known.places) underline(echo, start, end);
  item.querySelector(".found").append(...known.said.map((text) => make("li", { class: "doubted" }, text)));
}

// Compares the meaning of a text that was typed.
async function compare(item) {
  const text = item.querySelector("textarea").value;
  if (!comparing || doubts.get(item)?.text === text) return;
  const { ok, data } = await post(`/review/${slug}/meaning`, { number: item.dataset.number, english: text });
  await released();
  if (!ok || text !== item.querySelector("textarea").value) return;
  doubts.set(item, { ...data, text });
  doubt(item);
}

// Compares every text, after the page is shown: the network takes a moment to load.
async function compareAll() {
  comparing.textContent = t("review_comparing");
  const texts = new Map(passages().map((item) => [item, item.querySelector('[name="before"]').value]));
  const answer = await fetch(`/review/${slug}/meaning`, { headers: { Accept: "application/json" } }).catch(() => null);
  const found = answer?.ok ? await answer.json().catch(() => null) : null;
  await released();
  comparing.textContent = found ? "" : t("review_not_compared");
  for (const [item, text] of found ? texts : []) {
    if (doubts.has(item)) continue;
    doubts.set(item, { places: [], said: [], ...found[item.dataset.number], text });
    doubt(item);
  }
}

// Checks an English text while it is typed; returns its problems.
async function check(item) {
  const area = item.querySelector("textarea");
  const text = area.value;
  const { ok, data } = await post(`/review/${slug}/check`, { number: item.dataset.number, english: text });
  await released();
  if (!ok || text !== area.value) return null;
  item.querySelector(".chinese").replaceChildren(pieces(data.chinese, "zh"));
  item.querySelector(".echo").replaceChildren(pieces(data.english, "en"));
  fit(item);
  chips(item.querySelector(".open"), data.open);
  const settled = item.querySelector(".settled");
  settled.hidden = !data.settled.length;
  chips(settled.querySelector(".insert"), data.settled);
  item.querySelector(".found").replaceChildren(...data.problems.map((one) => make("li", { lang: one.lang }, one.text)));
  doubt(item);
  compare(item);
  return [...data.problems, ...data.open.filter((one) => !one.term).map((one) => one.source)];
}

// Saves run one after another, so that each carries the hash of the one before. Text typed during a
// save is neither saved nor confirmed by it.
function store(item, back = true) {
  soon.get(item)?.cancel();
  queue = queue.then(async () => {
    const form = item.querySelector("form");
    const english = form.elements.english.value;
    const confirmed = form.elements.confirmed.checked;
    const was = { item, english: form.elements.before.value, confirmed: item.dataset.saved === "yes" };
    if (english === was.english && confirmed === was.confirmed) {
      item.classList.remove("dirty");
      return;
    }
    const note = item.querySelector(".saved");
    const saved = await save(`/review/${slug}/passage`, {
      number: item.dataset.number, english, confirmed: confirmed ? "yes" : "",
      hash: list.dataset.hash, before: form.elements.before.value,
    });
    if (!saved) {
      note.textContent = t("review_not_saved");
      const as = was.confirmed && form.elements.english.value === was.english;
      form.elements.confirmed.checked = as;
      item.classList.toggle("confirmed", as);
      count();
      return;
    }
    if (saved.text !== undefined) {
      location.reload();
      return;
    }
    list.dataset.hash = saved.hash;
    for (const field of document.querySelectorAll('input[name="hash"]')) field.value = saved.hash;
    if (back) past.push(was);
    form.elements.before.value = english;
    item.dataset.saved = confirmed ? "yes" : "";
    const same = form.elements.english.value === english;
    item.classList.toggle("confirmed", confirmed && same && form.elements.confirmed.checked);
    if (confirmed) {
      item.classList.remove("flagged");
      item.querySelectorAll(".flag").forEach((flag) => flag.remove());
      if (same) {
        doubts.set(item, { places: [], said: [], text: english });
        doubt(item);
      }
    } else if (was.confirmed) {
      // The confirmation may have settled a doubt.
      doubts.delete(item);
      compare(item);
    }
    if (same) {
      item.classList.remove("dirty");
      note.textContent = t("review_saved");
      forget(item);
    }
    count();
  });
  return queue;
}

function count() {
  const all = passages();
  const done = all.filter((item) => item.classList.contains("confirmed")).length;
  document.getElementById("progress").textContent = t("review_progress", { done, all: all.length });
  finish.querySelector("button").disabled = done < all.length;
  // Whatever is changed has to be marked as reviewed again.
  if (done < all.length || past.length) {
    finish.hidden = false;
    document.getElementById("reopen").hidden = true;
  }
}

// Unsaved text survives a crash of the browser.
const KEY = (item) => `desk-draft:review:${slug}:${item.dataset.number}`;
function remember(item) {
  try {
    localStorage.setItem(KEY(item), JSON.stringify({ before: item.querySelector('[name="before"]').value, text: item.querySelector("textarea").value }));
  } catch {
    // The storage is full or disabled; the pause before a save is short anyway.
  }
}
function forget(item) {
  try { localStorage.removeItem(KEY(item)); } catch { /* off */ }
}
function recall(item) {
  let kept = null;
  try { kept = JSON.parse(localStorage.getItem(KEY(item))); } catch { return; }
  const area = item.querySelector("textarea");
  if (!kept || kept.text === area.value) return;
  const box = make("p", { class: "note warn row" }, t("review_draft"),
    make("button", { type: "button", class: "button small", onclick: () => { area.value = kept.text; box.remove(); edited(item); } }, t("desk_draft_restore")),
    make("button", { type: "button", class: "button small quiet", onclick: () => { forget(item); box.remove(); } }, t("desk_draft_discard")));
  item.querySelector(".target").prepend(box);
}

function edited(item) {
  if (!soon.has(item)) {
    let timer = 0;
    soon.set(item, { check: later(() => check(item), 250), cancel: () => clearTimeout(timer), store: () => { clearTimeout(timer); timer = setTimeout(() => store(item), 1200); } });
  }
  item.classList.add("dirty");
  item.classList.remove("confirmed");
  item.querySelector('[name="confirmed"]').checked = false;
  item.querySelector(".saved").textContent = "";
  delete item.dataset.asked;
  fit(item);
  count();
  remember(item);
  soon.get(item).check();
  soon.get(item).store();
}

function insert(item, text) {
  const area = item.querySelector("textarea");
  area.focus();
  // Inserted like typed text, so that undo works.
  if (!document.execCommand("insertText", false, text)) area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  edited(item);
}

function go(item) {
  item.scrollIntoView({ block: "center" });
  item.querySelector("textarea").focus({ preventScroll: true });
}

function next(from) {
  const all = passages();
  const start = from ? all.indexOf(from) + 1 : 0;
  const open = [...all.slice(start), ...all.slice(0, start)].find((item) => !item.classList.contains("confirmed"));
  if (open) go(open);
  else (finish.querySelector("#reviewer").value ? finish.querySelector("button") : finish.querySelector("#reviewer")).focus();
}

// A text with problems is confirmed only by pressing the key a second time.
async function confirm(item) {
  const text = item.querySelector("textarea").value;
  const asked = item.dataset.asked === text;
  const wrong = asked ? [] : await check(item);
  if (wrong === null) return;
  if (!asked) await compare(item);
  if (wrong.length || (!asked && doubts.get(item)?.said.length)) {
    item.dataset.asked = text;
    item.querySelector(".saved").textContent = t("review_look_again");
    return;
  }
  item.querySelector('[name="confirmed"]').checked = true;
  await store(item);
  if (item.classList.contains("confirmed")) next(item);
}

// Restores the passage that was saved last.
async function undo() {
  await queue;
  const was = past.pop();
  if (!was) return;
  const { item, english, confirmed } = was;
  item.querySelector("textarea").value = english;
  item.querySelector('[name="confirmed"]').checked = confirmed;
  go(item);
  await store(item, false);
  check(item);
}

async function likes(item) {
  const box = item.querySelector(".likes");
  const found = await fetch(`/review/${slug}/like/${item.dataset.number}`).then((answer) => answer.json()).catch(() => []);
  box.hidden = false;
  box.replaceChildren(...(found.length ? found.map((one) => make("div", {},
    make("p", { class: "quiet" }, `${Math.round(one.likeness * 100)} % · ${one.where}`),
    make("p", { class: "han", lang: "zh" }, one.chinese), make("p", { lang: "en" }, one.english),
    make("button", { type: "button", class: "button small", onclick: () => insert(item, one.english) }, t("review_insert")))) : [make("div", {}, t("review_no_likes"))]));
}

function machine(job) {
  for (const item of passages()) {
    const text = job.outcome?.[item.dataset.number];
    if (!text) continue;
    const box = item.querySelector(".machine");
    const area = item.querySelector("textarea");
    box.hidden = false;
    box.replaceChildren(make("p", { class: "quiet" }, t("review_machine_says")),
      text === area.value ? make("p", {}, t("review_same")) : make("p", { lang: "en" }, text),
      ...(text === area.value ? [] : [make("button", { type: "button", class: "button small", onclick: () => { area.select(); insert(item, text); } }, t("review_take"))]));
  }
}

// Adds a term to the glossary; every paragraph is then checked with it.
async function term(word = "") {
  if (!(await addTerm(word))) return;
  toast(t("term_saved"));
  for (const item of passages()) await check(item);
}

if (list) {
  for (const item of passages()) {
    item.dataset.saved = item.classList.contains("confirmed") ? "yes" : "";
    fit(item);
    recall(item);
  }
  if (comparing) compareAll();
  onSelection(list, term);
  list.addEventListener("input", (event) => {
    if (event.target.name === "english") edited(event.target.closest(".passage"));
  });
  list.addEventListener("change", (event) => {
    if (event.target.name === "confirmed") store(event.target.closest(".passage"));
  });
  list.addEventListener("click", (event) => {
    const item = event.target.closest(".passage");
    const chip = event.target.closest("[data-insert]");
    const figure = event.target.closest(".chinese mark[title]");
    if (chip) insert(item, chip.dataset.insert);
    else if (figure && document.getSelection().isCollapsed) insert(item, figure.title);
    else if (event.target.closest("[data-likes]")) likes(item);
    else if (event.target.closest("[data-term]")) term();
  });
  list.addEventListener("submit", (event) => {
    event.preventDefault();
    store(event.target.closest(".passage"));
  });
  document.addEventListener("keydown", (event) => {
    const item = document.activeElement?.closest?.(".passage");
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (item) confirm(item);
      else next();
    } else if (event.altKey && event.code === "KeyZ") {
      event.preventDefault();
      undo();
    } else if (event.altKey && event.code === "KeyN") {
      event.preventDefault();
      next(item);
    } else if (event.altKey && /^Digit[1-9]$/.test(event.code) && item) {
      const chip = item.querySelectorAll(".open [data-insert]:not(.term)")[Number(event.code.slice(5)) - 1];
      if (chip) {
        event.preventDefault();
        insert(item, chip.dataset.insert);
      }
    }
  });
  // Also show what somebody else has saved in this article.
  on("articles", async ({ changed, missed }) => {
    if (!missed && !changed.includes(list.dataset.path)) return;
    // A save of this page in the meantime makes the answer outdated: ask again.
    let known, hash;
    do {
      await queue;
      known = list.dataset.hash;
      ({ hash } = await fetch(`/review/${slug}/state`).then((answer) => answer.json()).catch(() => ({})));
      await queue;
    } while (known !== list.dataset.hash);
    if (!hash || hash === known) return;
    document.getElementById("elsewhere").replaceChildren(make("p", { class: "note info row" }, t("review_elsewhere"),
      make("button", { type: "button", class: "button small", onclick: () => location.reload() }, t("review_reload"))));
  });
  const who = document.getElementById("reviewer");
  try { who.value = who.value || localStorage.getItem(NAME) || ""; } catch { /* off */ }
  finish.addEventListener("submit", async (event) => {
    event.preventDefault();
    const saved = await (queue = queue.then(() => save(`/review/${slug}/finish`, { reviewer: who.value, hash: list.dataset.hash })));
    if (!saved) return;
    list.dataset.hash = saved.hash;
    try { localStorage.setItem(NAME, who.value); } catch { /* off */ }
    toast(t("review_finished"));
    location.assign(document.getElementById("following")?.href ?? "/review");
  });
  document.getElementById("machine").addEventListener("click", async () => {
    const { ok, data } = await post(`/review/${slug}/machine`);
    const bar = make("div");
    document.getElementById("review-bar").append(bar);
    if (ok) watch(data.id, bar, (job) => { bar.remove(); if (job.state === "done") machine(job); else toast(job.problems.join("\n"), { bad: true }); });
  });
  window.addEventListener("beforeunload", (event) => {
    if (list.querySelector(".dirty")) event.preventDefault();
  });
  count();
}

const translating = document.getElementById("translating");
function follow(id) {
  watch(id, translating, (job) => {
    if (job.state === "done") location.reload();
    else toast(job.problems.join("\n"), { bad: true });
  });
}
if (translating?.dataset.id) follow(translating.dataset.id);
translating?.querySelector("[data-translate]").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { ok, data } = await post(`/review/${slug}/translate`);
  if (ok) follow(data.id);
});
