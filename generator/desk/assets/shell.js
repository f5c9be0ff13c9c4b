// On every page: applies the language and theme at once, and shows the message of a redirect.
import { toast } from "./core.js";

// On a phone the navigation is a scrolling row: scroll to the current page.
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
