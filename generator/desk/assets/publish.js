// Starts jobs without leaving the page, and reloads the page when one has ended.
import { ask, post, toast } from "./core.js";
import { watch } from "./jobs.js";
import { t } from "./words.js";

const place = document.getElementById("publish-job");

function follow(id) {
  place.hidden = false;
  for (const button of document.querySelectorAll("form[data-job] button")) button.disabled = true;
  place.scrollIntoView({ block: "nearest" });
  watch(id, place, (job) => {
    if (job.state === "done" && job.outcome?.download) location.href = job.outcome.download;
    // No other place shows why a check failed.
    if (job.job === "check" && job.state === "failed") return;
    setTimeout(() => location.replace("/publish"), 300);
  });
}

if (place.dataset.id) follow(place.dataset.id);

for (const form of document.querySelectorAll("form[data-job]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { confirm } = form.dataset;
    const button = form.querySelector("button");
    if (confirm && !(await ask({ title: button.textContent, text: confirm, yes: button.textContent, danger: button.classList.contains("danger") }))) return;
    const { ok, data } = await post(form.action);
    if (ok) follow(data.id);
    else toast((data.problems ?? [t("desk_failed")]).join("\n"), { bad: true });
  });
}
