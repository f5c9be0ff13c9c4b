// Adds a picture to the article: uploads it, then puts it into the front matter or the text. It may
// also be dropped on the text or pasted into it.
import { post, toast } from "./core.js";
import { t } from "./words.js";

const form = document.getElementById("pictures-form");
const article = document.getElementById("article-form");
const body = article.elements.body;
const file = form.elements.picture;
const shown = document.getElementById("pictures-shown");

for (const one of form.querySelectorAll("[data-only-with-script]")) one.hidden = false;

function look() {
  URL.revokeObjectURL(shown.src);
  const [picture] = file.files;
  shown.hidden = !picture;
  if (picture) shown.src = URL.createObjectURL(picture);
}
file.addEventListener("change", look);
shown.addEventListener("error", () => { shown.hidden = true; });

function changed(element) {
  element.dispatchEvent(new Event("input", { bubbles: true }));
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

// A field of the front matter; opens the section if it is folded.
function fill(key, value) {
  const field = document.getElementById(`field-image.${key}`);
  field.closest("details")?.setAttribute("open", "");
  field.value = value;
  changed(field);
  return field;
}

const plain = (text) => text.trim().replace(/\s+/g, " ");

// The Markdown of a picture: ![alt](files/name.jpg "caption | credit").
function markdown(name, { alt, caption, credit }) {
  const title = credit ? `${caption} | ${credit}`.trim() : caption;
  const said = alt.replace(/[\\[\]]/g, "\\$&");
  return `![${said}](${name}${title ? ` "${title.replace(/[\\"]/g, "\\$&")}"` : ""})`;
}

// Whether an editor has put the cursor somewhere: before that, a browser has it at the start.
let placed = false;
body.addEventListener("pointerup", () => { placed = true; });
body.addEventListener("keyup", (event) => { placed ||= !["Tab", "Shift"].includes(event.key); });

// Returns whether the text was put at the cursor; without one it goes to the end.
function insert(text) {
  const there = placed || body.selectionEnd > 0;
  const at = there ? body.selectionStart : body.value.length;
  const before = body.value.slice(0, at).replace(/\n*$/, "");
  const after = body.value.slice(there ? body.selectionEnd : at).replace(/^\n*/, "");
  const start = before ? `${before}\n\n` : "";
  body.focus();
  body.select();
  // Inserted like typed text, so that undo works.
  const whole = `${start}${text}\n\n${after}`;
  if (!document.execCommand("insertText", false, whole)) body.value = whole;
  body.setSelectionRange(start.length, start.length + text.length);
  if (!there) body.scrollTop = body.scrollHeight;
  changed(body);
  return there;
}

for (const button of form.querySelectorAll("[data-picture]")) {
  button.addEventListener("click", async () => {
    const said = Object.fromEntries(["alt", "caption", "credit"].map((key) => [key, plain(form.elements[key].value)]));
    if (!file.files.length) return void toast(t("pictures_none_sent"), { bad: true });
    if (!said.alt) {
      toast(t("pictures_no_alt"), { bad: true });
      return void form.elements.alt.focus();
    }
    button.disabled = true;
    const { ok, data } = await post(form.getAttribute("action"), new FormData(form));
    button.disabled = false;
    if (!ok) return void toast((data.problems ?? [t("desk_failed")]).join("\n"), { bad: true });
    let there = true;
    if (button.dataset.picture === "lead") {
      for (const [key, value] of Object.entries(said)) fill(key, value);
      fill("file", data.file).focus();
    } else there = insert(markdown(data.file, said));
    toast(`${t("pictures_kept", { file: data.file })}${there ? "" : ` ${t("pictures_at_end")}`}`);
    form.reset();
    look();
  });
}
form.addEventListener("submit", (event) => event.preventDefault());

// A picture that is dropped or pasted opens the form.
function take(list, event) {
  const found = [...(list?.files ?? [])].filter((one) => one.type.startsWith("image/"));
  if (!found.length) return;
  event.preventDefault();
  const one = new DataTransfer();
  one.items.add(found[0]);
  file.files = one.files;
  document.getElementById("pictures").open = true;
  look();
  form.elements.alt.focus();
  if (found.length > 1) toast(t("pictures_first", { n: found.length }), { bad: true });
}
body.addEventListener("drop", (event) => take(event.dataTransfer, event));
body.addEventListener("paste", (event) => take(event.clipboardData, event));
