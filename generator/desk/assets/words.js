// The desk's words in the editor's language: t("board_found", { n: 3 }).
import { words } from "/-/words.js";

export function t(key, values = {}) {
  let text = words[key];
  if (text === undefined && "n" in values) text = words[`${key}.${values.n === 1 ? "one" : "other"}`];
  if (text === undefined) return key;
  return text.replace(/\{(\w+)(?::[^}]*)?\}/g, (_, name) => {
    const value = values[name];
    return typeof value === "number" ? value.toLocaleString("en") : String(value ?? "");
  });
}
