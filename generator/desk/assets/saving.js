// Saves and, where the file has changed meanwhile, lets the editor choose: mine, theirs, merged.
//   const saved = await save("/articles/x", { …, hash });   → { hash, … } or null
import { make, post, toast } from "./core.js";
import { t } from "./words.js";

export async function save(address, body) {
  const { ok, status, data } = await post(address, body);
  if (ok) return data;
  if (status === 409 && data.conflict) return choose(data.conflict, data.back);
  toast((data.problems ?? [t("desk_failed")]).slice(0, 3).join("\n"), { bad: true });
  return null;
}

// One version with the text that only it has marked: "new" is mine, "old" theirs.
function marked(pieces, kind, mark) {
  const shown = pieces.filter(([one]) => one === kind || one === "same");
  return make("pre", { class: "diff", tabindex: "0" }, ...shown.map(([one, text]) => (one === kind ? make(mark, {}, text) : text)));
}

// Shows both versions and the merged text; resolves to what was saved, with `text`, the new text of
// the file, or to null if nothing was saved.
export function choose(conflict, back = "/") {
  return new Promise((done) => {
    const box = make("dialog", { class: "wide", "aria-labelledby": "conflict-title" });
    const merged = make("textarea", { id: "conflict-merged", rows: "12", class: "mono" });
    merged.value = conflict.merged;
    const end = (value) => { box.close(); box.remove(); done(value); };
    const write = async (text) => {
      const saved = await post("/-/resolve", { path: conflict.path, hash: conflict.hash, text, back });
      if (saved.status === 409) {
        end(await choose(saved.data.conflict, back));
      } else if (saved.ok) {
        toast(t("desk_saved"));
        end({ ...saved.data, text });
      } else {
        toast(saved.data.problems.join("\n"), { bad: true });
      }
    };
    const button = (word, action, kind = "") =>
      make("button", { type: "button", class: `button ${kind}`, onclick: action }, t(word));
    box.append(make("div", { class: "dialog-body" },
      make("h2", { id: "conflict-title" }, t("desk_conflict")),
      make("p", {}, t("desk_conflict_text", { path: conflict.path })),
      make("div", { class: "versions" },
        make("div", { class: "stack tight" }, make("h3", {}, t("desk_mine")), marked(conflict.pieces, "new", "ins"), button("desk_take_mine", () => write(conflict.mine))),
        make("div", { class: "stack tight" }, make("h3", {}, t("desk_theirs")), marked(conflict.pieces, "old", "del"), button("desk_take_theirs", () => end({ path: conflict.path, hash: conflict.hash, text: conflict.theirs })))),
      make("div", { class: "field" }, make("label", { for: "conflict-merged" }, t(conflict.clean ? "desk_merged" : "desk_merged_marked")), merged),
      make("div", { class: "dialog-foot" }, button("desk_decide_later", () => end(null), "quiet"), button("desk_take_merged", () => write(merged.value), "primary"))));
    box.addEventListener("cancel", () => end(null));
    document.body.append(box);
    box.showModal();
  });
}

// Runs saves one after another, each with the hash from the one before: `action` runs once for a
// call, and once more for all calls that come while it runs.
export function inTurn(action) {
  let last = Promise.resolve();
  let waiting = null;
  const run = () => {
    waiting = null;
    return action();
  };
  return () => (waiting ??= last = last.then(run, run));
}
