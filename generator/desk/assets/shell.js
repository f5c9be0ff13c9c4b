// On every page: choices that take effect at once, and what a form's answer has to say.
import { toast } from "./core.js";

// On a phone the navigation is a row that scrolls: the page that is open is in view there.
document.querySelector('nav [aria-current="page"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });

for (const field of document.querySelectorAll("[data-submit]")) {
  field.addEventListener("change", () => field.form.requestSubmit());
}
for (const button of document.querySelectorAll("[data-only-without-script]")) button.hidden = true;

const said = document.body.dataset.said;
if (said) {
  toast(said);
  const address = new URL(location.href);
  address.searchParams.delete("said");
  history.replaceState(null, "", address);
}
