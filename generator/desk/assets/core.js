// Functions for every page: sending changes, short messages, questions, making elements.
import { t } from "./words.js";

const meta = document.querySelector('meta[name="desk-token"]');

export function token() {
  return meta.content;
}

// Makes an element: make("p", { class: "quiet" }, "text", child). Text is never parsed as HTML.
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// Sends a change: an object as JSON, FormData as it is. Returns { ok, status, data }. After a
// restart of the desk, a page that is still open requests the new token once; status 0 means that
// there is no answer.
export async function post(address, body = {}) {
  let answer = await send(address, body);
  if (answer && answer.headers.get("X-Desk-Refused") === "token") {
    const fresh = await fetch("/-/token").then((found) => found.json()).catch(() => null);
    if (fresh) {
      meta.content = fresh.token;
      for (const field of document.querySelectorAll('input[name="token"]')) field.value = fresh.token;
      answer = await send(address, body);
    }
  }
  if (!answer) return { ok: false, status: 0, data: { problems: [t("desk_unreachable")] } };
  const text = await answer.text();
  let data = null;
  try {
    data = JSON.parse(text);
  } catch {
    data = { problems: [text.slice(0, 300)] };
  }
  return { ok: answer.ok, status: answer.status, data };
}

async function send(address, body) {
  const headers = { Accept: "application/json", "X-Desk-Token": token() };
  const form = body instanceof FormData;
  if (!form) headers["Content-Type"] = "application/json";
  try {
    return await fetch(address, { method: "POST", headers, body: form ? body : JSON.stringify(body) });
  } catch {
    return null;
  }
}

// Shows a message for a moment; with `action` ([words, function]) it has a button and stays longer.
export function toast(text, { bad = false, action = null } = {}) {
  const box = make("div", { class: bad ? "toast bad" : "toast" }, make("span", {}, text));
  const gone = () => box.remove();
  if (action) {
    box.append(make("button", { type: "button", onclick: () => { gone(); action[1](); } }, action[0]));
  }
  document.getElementById("toasts").append(box);
  setTimeout(gone, action || bad ? 10000 : 4000);
}

// Asks a question in a dialog: ask({ title, text, yes, danger }) → whether the editor agreed.
export function ask({ title, text = "", yes, danger = false }) {
  return new Promise((done) => {
    const box = make("dialog", { "aria-labelledby": "ask-title" });
    const end = (answer) => { box.close(); box.remove(); done(answer); };
    box.append(make("div", { class: "dialog-body" },
      make("h2", { id: "ask-title" }, title),
      text ? make("p", {}, text) : null,
      make("div", { class: "dialog-foot" },
        make("button", { type: "button", class: "button", onclick: () => end(false) }, t("desk_cancel")),
        make("button", { type: "button", class: danger ? "button danger" : "button primary", onclick: () => end(true) }, yes))));
    box.addEventListener("cancel", () => end(false));
    document.body.append(box);
    box.showModal();
  });
}

// Calls `action` when `wait` milliseconds have passed without another call.
export function later(action, wait = 200) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), wait);
  };
}

// Waits until no button is pressed: a button that is replaced while it is pressed loses the click.
let held = false;
addEventListener("pointerdown", () => { held = true; }, true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(() => { held = false; }), true);
export async function released() {
  while (held) await new Promise((done) => setTimeout(done, 20));
}
