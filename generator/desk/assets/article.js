// The form of an article: checked and previewed while typing, saved in place.
import { later, make, post, released, toast } from "./core.js";
import { keep } from "./drafts.js";
import { inTurn, save } from "./saving.js";
import { addTerm, asTerm } from "./term.js";
import { t } from "./words.js";

const form = document.getElementById("article-form");
const body = form.elements.body;
const draft = keep(form, `article:${form.dataset.slug}`);
const state = document.getElementById("article-state");
const frame = document.querySelector("iframe.preview");
const field = (key) => document.getElementById(`field-${key}`);
let typed = 0;

function toLine(number) {
  const rows = body.value.split("\n");
  const start = rows.slice(0, number - 1).reduce((sum, row) => sum + row.length + 1, 0);
  body.focus();
  body.setSelectionRange(start, start + (rows[number - 1]?.length ?? 0));
  body.scrollTop = Math.max(0, (number - 3) * (body.scrollHeight / Math.max(rows.length, 1)));
}

function toField(key) {
  const element = field(key);
  if (!element) return false;
  element.closest("details")?.setAttribute("open", "");
  element.scrollIntoView({ block: "center" });
  element.focus();
  return true;
}

// Problems, at the top of the form and at their fields.
function showProblems(found) {
  const rows = found.map((one) => {
    let go = null;
    if (one.place) go = make("a", { class: "button small go", href: one.place }, one.path.split("/").pop());
    else if (one.line) go = make("a", { class: "button small go", href: `?line=${one.line}`, "data-line": one.line }, t("articles_line", { line: one.line }));
    else if (one.key) go = make("a", { class: "button small go", href: `#field-${one.key}`, "data-key": one.key }, t("desk_mend"));
    else if (!one.path) go = make("a", { class: "button small go", href: "?raw=1" }, t("desk_mend"));
    return make("li", {}, make("span", { class: `badge ${one.error ? "bad" : "warn"}` }, t(one.error ? "desk_error" : "desk_warning")),
      make("span", { lang: one.lang }, one.field ? make("strong", {}, `${one.field}${t("desk_colon")}`) : null, one.text), go);
  });
  if (!rows.length) rows.push(make("li", { class: "quiet" }, t("articles_no_problems")));
  document.getElementById("article-problems").replaceChildren(...rows);
  for (const box of form.querySelectorAll("[data-errors]")) {
    const mine = found.filter((one) => !one.path && one.key === box.dataset.errors);
    box.replaceChildren(...mine.map((one) => make("p", { lang: one.lang }, one.text)));
    const input = field(box.dataset.errors);
    if (mine.length) input?.setAttribute("aria-invalid", "true");
    else input?.removeAttribute("aria-invalid");
  }
}

// What the program finds in the text; one click takes a value over.
function showFound(found) {
  for (const key of ["cities", "mentions", "summary"]) {
    const value = Array.isArray(found[key]) ? found[key].join(", ") : found[key];
    const place = document.getElementById(`found-${key}`);
    place.querySelector(".han").textContent = value || "–";
    offer(place, value);
  }
  const rows = found.figures.map((one) => make("li", {}, make("span", { lang: "zh-Hans" }, `${one.of} ${one.source}`), " → ", make("span", { lang: "en" }, one.english)));
  document.getElementById("found-figures").replaceChildren(rows.length ? make("ul", { class: "plain" }, ...rows) : "–");
}

function offer(place, value) {
  place.querySelector("button")?.remove();
  const input = field(place.dataset.takes);
  if (!value || value === "–" || !input || input.value.trim() === value) return;
  place.append(" ", make("button", { type: "button", class: "button small", onclick: () => {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  } }, t("articles_take")));
}
for (const place of document.querySelectorAll("[data-takes]")) offer(place, place.querySelector(".han").textContent);

// The preview follows what is typed: its frame, of another origin, gets the key of the text. It
// says when it listens (`typed.js`); one that did so before this script ran is asked.
const beside = new URL(frame.src).origin;
const editions = document.getElementById("article-editions");
let shown = "";
let listens = false;
function follow(key) {
  shown = key;
  if (!listens) return;
  const { page } = editions.querySelector("[aria-current]").dataset;
  frame.contentWindow.postMessage({ typed: key, page: `/${page}` }, beside);
}
addEventListener("message", (event) => {
  if (event.source !== frame.contentWindow || event.origin !== beside || event.data !== "typed") return;
  listens = true;
  follow(shown);
});
frame.contentWindow.postMessage("typed", "*");

let asked = 0;
const check = later(async () => {
  const number = ++asked;
  const { ok, data } = await post(`${form.getAttribute("action")}/check`, new FormData(form));
  await released();
  if (number !== asked) return;
  if (ok) {
    showProblems(data.problems);
    showFound(data);
    if (data.typed) follow(data.typed);
  } else {
    showProblems((data.problems ?? []).map((text) => ({ error: true, text, field: "", path: "" })));
  }
}, 200);
form.addEventListener("input", () => { typed += 1; state.textContent = t("settings_changed"); check(); });
form.addEventListener("change", check);

const write = inTurn(async () => {
  const before = typed;
  const saved = await save(form.getAttribute("action"), new FormData(form));
  if (!saved) return;
  form.elements.hash.value = saved.hash;
  if (typed === before) {
    state.textContent = "";
    draft.clear();
    asked += 1;
    follow("");
  }
  // Both versions were merged: reload the form with the new file.
  if (saved.text !== undefined) location.reload();
  else toast(t("desk_saved"));
});
form.addEventListener("submit", (event) => { event.preventDefault(); write(); });
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    write();
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-line], a[data-key]");
  if (!link) return;
  event.preventDefault();
  if (link.dataset.line) toLine(Number(link.dataset.line));
  else toField(link.dataset.key);
});

editions.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  for (const one of editions.children) one.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  follow(shown);
});

// Completes the name of a city that is typed last.
const cities = field("cities");
if (cities) {
  const list = make("div", { class: "chips", role: "group", "aria-label": t("articles_offers") });
  cities.after(list);
  const complete = later(async () => {
    const last = () => cities.value.split(/[,，、;；]/).pop().trim();
    const word = last();
    const found = word ? await fetch(`/articles/-/cities?q=${encodeURIComponent(word)}`).then((answer) => answer.json()).catch(() => []) : [];
    await released();
    // Ignore a late answer to an earlier request.
    if (word !== last()) return;
    list.replaceChildren(...found.filter((one) => one.name !== word).map((one) => make("button", { type: "button", class: "button small", lang: "zh-Hans", onclick: () => {
      const head = cities.value.replace(/[^,，、;；]*$/, "");
      cities.value = `${head.trim()}${head.trim() ? " " : ""}${one.name}`;
      list.replaceChildren();
      cities.focus();
      cities.dispatchEvent(new Event("change", { bubbles: true }));
      form.dispatchEvent(new Event("input"));
    } }, one.label)));
  }, 120);
  cities.addEventListener("input", complete);
}

// A selected word goes into the glossary form, or into the form of a Traditional word.
let selected = "";
body.addEventListener("select", () => {
  const word = asTerm(body.value.slice(body.selectionStart, body.selectionEnd));
  selected = word;
  if (!word) return;
  document.getElementById("article-term").href = `/glossary?term=${encodeURIComponent(word)}`;
  document.getElementById("hant-word").value = word;
});
document.getElementById("article-term").addEventListener("click", async (event) => {
  event.preventDefault();
  if (!(await addTerm(selected))) return;
  toast(t("term_saved"));
  check();
});

// A text with errors may have no page to show.
if (document.querySelector("#article-problems .bad")) check();

const { line, at } = form.dataset;
if (Number(line)) toLine(Number(line));
else if (at && !toField(at)) toField(at.split(".")[0]);
