// Keeps unsaved input of a form in the browser, and offers it again after a crash: keep(form,
// "article:slug"). The form's field "hash" identifies the file that it was made from.
import { later, make } from "./core.js";
import { t } from "./words.js";

const PREFIX = "desk-draft:";
const DAYS = 30;
const SKIPPED = new Set(["token", "hash"]);

export function keep(form, name) {
  const key = PREFIX + name;
  let first = read(form);
  const kept = load(key);
  if (kept && JSON.stringify(kept.values) !== JSON.stringify(first)) offer(form, key, kept);
  let waiting = false;
  const now = () => {
    if (!waiting) return;
    waiting = false;
    const values = read(form);
    if (JSON.stringify(values) === JSON.stringify(first)) localStorage.removeItem(key);
    else save(key, { at: Date.now(), hash: form.elements.hash?.value ?? "", values });
  };
  const soon = later(now, 400);
  const store = () => {
    waiting = true;
    soon();
  };
  // Also store the input when the page is left before that.
  addEventListener("pagehide", now);
  form.addEventListener("input", store);
  form.addEventListener("change", store);
  form.addEventListener("submit", () => localStorage.setItem(key + ":sent", "1"));
  // Saved input is the new starting point of the form.
  const clear = () => {
    first = read(form);
    waiting = false;
    localStorage.removeItem(key);
  };
  return { clear, store };
}

function read(form) {
  const values = {};
  for (const [name, value] of new FormData(form)) {
    if (SKIPPED.has(name) || typeof value !== "string") continue;
    (values[name] ??= []).push(value);
  }
  return values;
}

function offer(form, key, kept) {
  const when = new Date(kept.at).toLocaleString();
  const box = make("div", { class: "note warn row", role: "status" },
    make("span", {}, t("desk_draft_found", { when })),
    make("button", { type: "button", class: "button small primary", onclick: () => { restore(form, kept); box.remove(); } }, t("desk_draft_restore")),
    make("button", { type: "button", class: "button small", onclick: () => { localStorage.removeItem(key); box.remove(); } }, t("desk_draft_discard")));
  form.prepend(box);
}

// Stored with the hash of the file it was made from, so that saving shows what others wrote since.
function restore(form, kept) {
  if (form.elements.hash) form.elements.hash.value = kept.hash ?? "";
  fill(form, kept.values);
}

function fill(form, values) {
  for (const [name, list] of Object.entries(values)) {
    const fields = form.querySelectorAll(`[name="${CSS.escape(name)}"]`);
    fields.forEach((field, place) => {
      if (field.type === "checkbox" || field.type === "radio") field.checked = list.includes(field.value);
      else if (place < list.length) field.value = list[place];
    });
  }
  form.dispatchEvent(new CustomEvent("restored", { bubbles: true, detail: values }));
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function load(key) {
  try {
    const found = JSON.parse(localStorage.getItem(key));
    return found && Date.now() - found.at < DAYS * 864e5 ? found : null;
  } catch {
    return null;
  }
}

function save(key, draft) {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // The storage is full: drop the oldest draft.
    const drafts = Object.keys(localStorage).filter((one) => one.startsWith(PREFIX) && one !== key);
    const oldest = drafts.sort((a, b) => (load(a)?.at ?? 0) - (load(b)?.at ?? 0))[0];
    if (oldest === undefined) return;
    localStorage.removeItem(oldest);
    save(key, draft);
  }
}
