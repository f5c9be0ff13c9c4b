// On every page: applies the language and theme at once, and shows the message of a redirect.
import { toast } from "./core.js";
import { t } from "./words.js";

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

// A browser opens a file that is dropped where no script takes it, in place of the page. On the page
// Import files can be dropped anywhere.
for (const kind of ["dragover", "drop"]) {
  addEventListener(kind, (event) => {
    if (!event.dataTransfer?.types.includes("Files") || event.target.closest?.('input[type="file"]')) return;
    const taken = event.defaultPrevented || document.getElementById("import-upload");
    event.preventDefault();
    if (kind === "drop" && !taken) toast(t("desk_drop"), { bad: true });
  });
}
