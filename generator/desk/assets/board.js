// The board: filters while typing, follows changes of files, and shows the progress of the first
// build.
import { later, released } from "./core.js";
import { on } from "./events.js";

const form = document.getElementById("board-filter");
const table = document.getElementById("board-table");
const clear = document.getElementById("board-clear");
let asked = 0;
// The address to show, and whether files have changed since it was requested.
let wanted = location.href;
let old = false;

// Only the answer to the latest request counts; null for any other, and if there is none.
async function ask(address) {
  const number = ++asked;
  const answer = await fetch(address).catch(() => null);
  const html = answer?.ok ? await answer.text().catch(() => null) : null;
  await released();
  return number === asked ? html : null;
}

function shown() {
  history.replaceState(null, "", wanted);
  clear.hidden = !new URL(location.href).search;
}

async function show(address) {
  wanted = address;
  const part = new URL(address, location.href);
  part.searchParams.set("part", "table");
  const html = await ask(part);
  if (html === null) return;
  // A template of the desk: it escapes all text.
  table.replaceChildren(document.createRange().createContextualFragment(html));
  shown();
  if (old) await renew();
}

function address() {
  const values = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  return values.size ? `/?${values}` : "/";
}

const typed = later(() => show(address()), 120);
form.addEventListener("input", typed);
form.addEventListener("change", () => show(address()));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  show(address());
});
table.addEventListener("click", (event) => {
  const link = event.target.closest("thead a, .pager a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  form.elements.sort.value = new URL(link.href).searchParams.get("sort") ?? "";
  show(link.getAttribute("href")).then(() => table.querySelector("table")?.scrollIntoView({ block: "nearest" }));
});

on("build", (event) => {
  const stage = document.getElementById("board-stage");
  if (stage) stage.textContent = `${event.stage} ${event.done}/${event.total}`;
});

// Loads the page again and replaces its parts; what is typed, selected and focused stays.
async function renew() {
  old = true;
  const html = await ask(new URL(wanted, location.href));
  if (html === null) return;
  old = false;
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const parts = ["#board-top", "#board-table", ".nav", "#board-state", "#board-city", "#board-topic", "#board-month"];
  for (const part of parts) {
    const now = document.querySelector(part);
    const then = fresh.querySelector(part);
    if (!now || !then || now === document.activeElement || now.innerHTML === then.innerHTML) continue;
    const value = now.value;
    now.replaceChildren(...then.childNodes);
    // Options that are moved to another list stay selected.
    if (now instanceof HTMLSelectElement) {
      now.value = value;
      if (now.selectedIndex < 0) now.value = "";
    }
  }
  shown();
}
on("articles", renew);

// "/" moves the focus to the search field, as in many tools.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input, textarea, select, dialog")) return;
  event.preventDefault();
  document.getElementById("board-q").focus();
});
