// Files dropped anywhere on the list are uploaded to the inbox. On a page, every choice is saved at
// once, and what depends on it is updated.
import { post, released, toast } from "./core.js";
import { keep } from "./drafts.js";
import { choose } from "./saving.js";
import { t } from "./words.js";

const upload = document.getElementById("import-upload");
if (upload) {
  const files = upload.querySelector('input[type="file"]');
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    upload.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) upload.classList.remove("dropping");
  });
  addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    upload.classList.remove("dropping");
    files.files = event.dataTransfer.files;
    upload.requestSubmit();
  });
  files.addEventListener("change", () => { if (files.files.length) upload.requestSubmit(); });
}

const form = document.getElementById("import-form");
if (form) work(form);

function work(form) {
  const address = form.getAttribute("action"); // a button is called action too
  const place = document.getElementById("import-work");
  const draft = keep(form, `import:${form.dataset.name}`);
  let typed = 0;
  let running = Promise.resolve();

  async function send(button) {
    const seen = typed;
    const body = new FormData(form);
    if (button?.name) body.set(button.name, button.value);
    const { ok, status, data } = await post(address, body);
    if (!ok && status === 409 && data.conflict) {
      if (await choose(data.conflict, location.pathname)) location.reload();
      return;
    }
    if (!ok) {
      toast((data.problems ?? [t("desk_failed")]).join("\n"), { bad: true });
      return;
    }
    if (seen === typed) draft.clear();
    form.elements.hash.value = data.hash;
    const answer = await fetch(`${address}?part=work`).catch(() => null);
    // If the editor has typed meanwhile, keep the fields; the next choice updates everything.
    const html = answer?.ok ? await answer.text() : "";
    await released();
    if (html && seen === typed) renew(html);
  }

  function renew(html) {
    const held = document.activeElement;
    const id = held?.id;
    const value = held?.value;
    const folded = [...place.querySelectorAll("details")].map((one) => one.open);
    const fresh = new DOMParser().parseFromString(html, "text/html").body;
    place.replaceChildren(...fresh.childNodes);
    place.querySelectorAll("details").forEach((one, n) => { if (n < folded.length) one.open = folded[n]; });
    for (const one of place.querySelectorAll("[data-only-without-script]")) one.hidden = true;
    const again = id
      ? document.getElementById(id)
      : [...place.querySelectorAll("button")].find((one) => one.name === held?.name && rest(one.value) === rest(value ?? ""));
    again?.focus({ preventScroll: true });
  }
  // A click on a mark in the text leads to the decision about that repair.
  place.addEventListener("click", (event) => {
    const mark = event.target.closest(".import-rows :is(del, mark)");
    if (!mark) return;
    const all = [...place.querySelectorAll(".import-place")];
    const found = all.find((one) => one.querySelector("del, mark").textContent === mark.textContent);
    found?.closest("details").setAttribute("open", "");
    found?.scrollIntoView({ block: "center" });
    found?.querySelector("input, select").focus({ preventScroll: true });
  });
  const rest = (value) => value.replace(/^(keep|drop|reset)-/, "");

  // Take the button's data when it is pressed: it may have been replaced when its turn comes.
  const queue = (button) => {
    const pressed = button && { name: button.name, value: button.value };
    running = running.then(() => send(pressed)).catch(() => toast(t("desk_failed"), { bad: true }));
  };
  form.addEventListener("input", (event) => {
    typed += 1;
    const chooses = event.target.dataset.for && document.getElementById(event.target.dataset.for);
    if (chooses?.type === "radio") chooses.checked = true;
    else if (chooses) chooses.value = "change";
  });
  form.addEventListener("change", () => queue());
  let making = false;
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button?.value === "make") {
      event.preventDefault();
      if (making) return;
      making = true;
      running.then(() => {
        draft.clear();
        const action = document.createElement("input");
        Object.assign(action, { type: "hidden", name: "action", value: "make" });
        form.append(action);
        form.submit();
      });
      return;
    }
    event.preventDefault();
    queue(button);
  });
}
