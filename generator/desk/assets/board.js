// The board: filters at each stroke, follows the files, says how far the first reading is.
import { later } from "./core.js";
import { on } from "./events.js";

const form = document.getElementById("board-filter");
const table = document.getElementById("board-table");
const clear = document.getElementById("board-clear");
let asked = 0;

async function show(address, keep = true) {
  const number = ++asked;
  const part = new URL(address, location.href);
  part.searchParams.set("part", "table");
  const answer = await fetch(part);
  if (!answer.ok || number !== asked) return;
  // The desk's own template: all text in it is escaped.
  table.replaceChildren(document.createRange().createContextualFragment(await answer.text()));
  if (keep) history.replaceState(null, "", address);
  clear.hidden = !new URL(location.href).search;
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

// The same page once more, and its parts put in place: what is typed, chosen and focused stays.
async function renew() {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const parts = ["#board-top", "#board-table", ".nav", "#board-state", "#board-city", "#board-topic", "#board-month"];
  for (const part of parts) {
    const now = document.querySelector(part);
    const then = fresh.querySelector(part);
    if (!now || !then || now === document.activeElement || now.innerHTML === then.innerHTML) continue;
    const value = now.value;
    now.replaceChildren(...then.childNodes);
    // Options that move from one list to another take their being chosen along.
    if (now instanceof HTMLSelectElement) {
      now.value = value;
      if (now.selectedIndex < 0) now.value = "";
    }
  }
}
on("articles", renew);
// What came between the page and the first word of the stream.
if (document.getElementById("board-wait")) on("hello", renew);

// "/" leads to the search, as in many tools.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input, textarea, select, dialog")) return;
  event.preventDefault();
  document.getElementById("board-q").focus();
});
