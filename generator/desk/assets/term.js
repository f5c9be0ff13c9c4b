// Adds a term to the glossary, or changes one, from wherever it was read:
//   const saved = await addTerm("南充港");     → whether the glossary has changed
//   onSelection(element, (word) => …);        a button beside what is selected in it
import { later, make } from "./core.js";
import { inTurn, save } from "./saving.js";
import { t } from "./words.js";

const LONGEST = 40;

// The selected Chinese words; empty if they cannot be a term.
export function asTerm(text) {
  const word = text.trim();
  return word && [...word].length <= LONGEST && !word.includes("\n") && /\p{Script=Han}/u.test(word) ? word : "";
}

export function addTerm(word) {
  return new Promise((done) => {
    const before = document.activeElement;
    const box = make("dialog", { "aria-labelledby": "term-title" });
    const input = (id, lang, value = "") => make("input", { id, lang, value, autocomplete: "off", spellcheck: "false" });
    const term = input("term-source", "zh-Hans", word);
    const english = input("term-en", "en");
    const hant = input("term-hant", "zh-Hant");
    const touched = make("div", { class: "stack tight small", role: "status" });
    let known = null;
    const end = (saved) => { box.close(); box.remove(); before?.focus?.(); done(saved); };
    const field = (label, one) => make("div", { class: "field" }, make("label", { for: one.id }, label), one);
    const look = async () => {
      const asked = term.value;
      const before = [english.value, hant.value];
      const found = await fetch(`/glossary/-/term?term=${encodeURIComponent(asked)}`).then((answer) => answer.json()).catch(() => null);
      if (!found || asked !== term.value) return;
      // Keep what was typed while the answer was on its way.
      if (found.known && found.term !== known?.term && english.value === before[0] && hant.value === before[1]) {
        english.value = found.english;
        hant.value = found.hant;
      }
      known = { ...found, asked };
      hant.placeholder = found.converted;
      touched.replaceChildren(...(found.term ? [
        make("p", {}, make("strong", {}, found.touches)),
        make("ul", { class: "plain" }, ...found.places.map((one) => make("li", { class: "han", lang: "zh" },
          `${one.title} `, make("span", { class: "quiet" }, `…${one.before}`, make("mark", {}, one.term), `${one.after}…`)))),
        ...found.conflicts.map((one) => make("p", { class: "quiet" }, make("span", { class: "han", lang: "zh" }, one.term), ` ${one.english} – ${one.said}`)),
      ] : []));
    };
    const store = inTurn(async () => {
      // The present data of the term, not those from the last look-up.
      if (known?.asked !== term.value) await look();
      if (known?.asked !== term.value || !box.open) return;
      const saved = await save("/glossary", {
        term: known.term, english: english.value, hant: hant.value, also: known.also.join("\n"), hash: known.hash,
      });
      if (saved) end(true);
      else look();
    });
    box.append(make("form", { class: "dialog-body", onsubmit: (event) => { event.preventDefault(); store(); } },
      make("h2", { id: "term-title" }, t("term_title")),
      field(t("glossary_term"), term), field(t("glossary_english"), english), field(t("glossary_hant"), hant),
      make("p", { class: "hint" }, t("glossary_hant_hint")),
      touched,
      make("div", { class: "dialog-foot" },
        make("button", { type: "button", class: "button", onclick: () => end(false) }, t("desk_cancel")),
        make("button", { class: "button primary" }, t("term_save")))));
    term.addEventListener("input", later(look, 200));
    box.addEventListener("cancel", () => end(false));
    document.body.append(box);
    box.showModal();
    (word ? english : term).focus();
    look();
  });
}

// Shows a button beside a selected term within `element`.
export function onSelection(element, action) {
  let button = null;
  const gone = () => { button?.remove(); button = null; };
  document.addEventListener("selectionchange", later(() => {
    const selection = document.getSelection();
    const word = selection.isCollapsed ? "" : asTerm(selection.toString());
    const inside = word && element.contains(selection.anchorNode) && selection.anchorNode.parentElement.closest(".chinese");
    gone();
    if (!inside) return;
    const { left, bottom } = selection.getRangeAt(0).getBoundingClientRect();
    button = make("button", { type: "button", class: "button small pick", onpointerdown: (event) => event.preventDefault(), onclick: () => { gone(); action(word); } }, t("term_add"));
    button.style.left = `${Math.max(8, left + scrollX)}px`;
    button.style.top = `${bottom + scrollY + 4}px`;
    document.body.append(button);
  }, 150));
}
