// Lists as rows: buttons add, move and remove them without leaving the page. The order of rows in
// the page is their order in the file. arrange(form) for a form with lists (rows.html).
import { toast } from "./core.js";
import { t } from "./words.js";

export function arrange(form) {
  for (const list of form.querySelectorAll("[data-list]")) one(form, list);
}

function one(form, list) {
  const key = list.dataset.list;
  const rows = list.querySelector("[data-rows]");
  const status = list.querySelector('[role="status"]');
  const changed = () => form.dispatchEvent(new Event("input", { bubbles: true }));
  const find = (ident) => rows.querySelector(`[data-row="${CSS.escape(ident)}"]`);
  const inputs = (row) => [...row.querySelectorAll("input")];
  const name = (row) => inputs(row)[0].value.trim() || t("settings_row_new");
  const place = (row) => t("settings_row_place", { name: name(row), at: [...rows.children].indexOf(row) + 1, of: rows.children.length });

  function rename(row) {
    row.setAttribute("aria-label", name(row));
    for (const button of row.querySelectorAll("[data-do]")) button.setAttribute("aria-label", `${button.title}${t("desk_colon")}${name(row)}`);
  }

  function fresh() {
    let number = 0;
    while (find(`new${number}`)) number += 1;
    return `new${number}`;
  }

  function add(ident = fresh()) {
    const row = list.querySelector("template").content.cloneNode(true).querySelector("[data-row]");
    const all = [row, ...row.querySelectorAll("*")];
    for (const element of all) {
      for (const { name: attribute, value } of [...element.attributes]) {
        if (value.includes("NEW")) element.setAttribute(attribute, value.replace("NEW", ident));
      }
    }
    rows.append(row);
    return row;
  }

  function remove(row) {
    const after = row.nextElementSibling;
    const next = after ?? row.previousElementSibling;
    row.remove();
    (next?.querySelector('[data-do="remove"]') ?? list.querySelector('[data-do="add"]')).focus();
    changed();
    toast(t("settings_row_removed", { name: name(row) }), { action: [t("settings_row_back"), () => {
      rows.insertBefore(row, after?.isConnected ? after : null);
      inputs(row)[0].focus();
      changed();
    }] });
  }

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("[data-row]");
    const action = button.dataset.do;
    if (action === "add") inputs(add())[0].focus();
    else if (action === "usual") {
      const there = new Set([...rows.children].map((entry) => inputs(entry)[0].value.trim()));
      for (const to of JSON.parse(list.dataset.usual)) {
        if (there.has(to)) continue;
        const made = add();
        inputs(made)[0].value = to;
        rename(made);
      }
      changed();
    } else if (action === "remove") remove(row);
    else {
      const other = action === "up" ? row.previousElementSibling : row.nextElementSibling;
      if (other) rows.insertBefore(action === "up" ? row : other, action === "up" ? other : row);
      button.focus();
      status.textContent = place(row);
      changed();
    }
  });
  list.addEventListener("input", (event) => {
    const row = event.target.closest("[data-row]");
    if (row) rename(row);
  });
  // A restored draft has rows of its own.
  form.addEventListener("restored", ({ detail }) => {
    const wanted = new Map();
    for (const [field, [value]] of Object.entries(detail)) {
      const [kind, of, ident, column] = field.split(":");
      if (kind === "row" && of === key) wanted.set(ident, { ...wanted.get(ident), [column]: value });
    }
    if (!(`rows:${key}` in detail)) return;
    for (const row of [...rows.children]) if (!wanted.has(row.dataset.row)) row.remove();
    for (const [ident, values] of wanted) {
      const row = find(ident) ?? add(ident);
      for (const input of inputs(row)) input.value = values[input.name.split(":")[3]] ?? "";
      rename(row);
      rows.append(row);
    }
  });
}
