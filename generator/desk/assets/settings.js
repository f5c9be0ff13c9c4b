// Settings: checked while typing, saved in place; packages are installed without leaving the page.
import { later, make, post, toast } from "./core.js";
import { keep } from "./drafts.js";
import { watch } from "./jobs.js";
import { arrange } from "./rows.js";
import { inTurn, save } from "./saving.js";
import { t } from "./words.js";

const form = document.getElementById("settings-form");
arrange(form);
const draft = keep(form, "settings");
const state = document.getElementById("settings-state");
let asked = 0;
let typed = 0;
let kept = 0;

const check = later(async () => {
  if (typed === kept) return;
  const number = ++asked;
  const { ok, data } = await post("/settings/check", new FormData(form));
  if (!ok || number !== asked || typed === kept) return;
  state.textContent = data.errors ? t("settings_wrong", { n: data.errors }) : t("settings_changed");
  for (const box of form.querySelectorAll("[data-errors]")) {
    const mine = data.fields[box.dataset.errors] ?? [];
    box.replaceChildren(...mine.map(({ text, lang }) => make("p", { lang }, text)));
    const input = box.closest("[data-row]")?.querySelector("input") ?? document.getElementById(`field-${box.dataset.errors}`);
    if (mine.length) input?.setAttribute("aria-invalid", "true");
    else input?.removeAttribute("aria-invalid");
  }
}, 350);
form.addEventListener("input", () => { typed += 1; check(); });

// Only what is ticked can come first.
for (const first of form.querySelectorAll("[data-first]")) {
  const boxes = [...form.elements].filter((one) => one.type === "checkbox" && one.name === first.dataset.first);
  const fit = () => {
    for (const option of first.options) option.disabled = !boxes.some((one) => one.value === option.value && one.checked);
    if (first.selectedOptions[0]?.disabled) first.value = [...first.options].find((one) => !one.disabled)?.value ?? first.value;
  };
  for (const box of boxes) box.addEventListener("change", fit);
  form.addEventListener("restored", fit);
  fit();
}

const write = inTurn(async () => {
  const before = typed;
  const saved = await save("/settings", new FormData(form));
  if (!saved) {
    check();
    form.querySelector('[aria-invalid="true"]')?.focus();
    return;
  }
  form.elements.hash.value = saved.hash;
  // Text typed during the save is not saved yet.
  if (typed === before) {
    kept = typed;
    state.textContent = "";
    draft.clear();
  }
  if (saved.text !== undefined) location.reload();
  else toast(t("desk_saved"));
});
form.addEventListener("submit", (event) => { event.preventDefault(); write(); });

const place = document.getElementById("model-job");
function follow(id) {
  place.hidden = false;
  watch(id, place, (job) => {
    if (job.state === "done") setTimeout(() => location.reload(), 500);
  });
}
if (place.dataset.id) follow(place.dataset.id);
for (const one of document.querySelectorAll("form[data-model]")) {
  one.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { ok, data } = await post("/settings/model", new FormData(one));
    if (ok) follow(data.id);
    else toast((data.problems ?? [t("desk_failed")]).join("\n"), { bad: true });
  });
}
if (location.hash.startsWith("#field-")) {
  const key = location.hash.slice(7);
  const all = [...form.querySelectorAll("[data-field]")].map((one) => one.dataset.field);
  const found = all.find((one) => one === key) ?? all.find((one) => one.startsWith(`${key}.`) || key.startsWith(`${one}.`));
  const place = found && document.getElementById(`field-${found}`);
  if (place) (place.querySelector('[aria-invalid="true"]') ?? place).focus();
}
