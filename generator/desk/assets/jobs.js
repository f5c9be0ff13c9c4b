// Shows the progress of a job in an element: watch(id, element, (job) => …). The job may already
// have ended.
import { make, post } from "./core.js";
import { on } from "./events.js";
import { t } from "./words.js";

function stage(name) {
  const key = `desk_stage_${name.replace(/[^a-z]+/g, "_")}`;
  const said = t(key);
  return said === key ? name : said;
}

export function watch(id, element, done = () => {}) {
  const bar = make("progress", { "aria-label": t("desk_progress") });
  const said = make("p", { class: "small quiet", role: "status" });
  const output = make("pre", { class: "output", hidden: true, tabindex: "0" });
  const note = make("p", { class: "small quiet", hidden: true }, t("publish_output_note"));
  const stop = make("button", { type: "button", class: "button small", onclick: () => post(`/-/jobs/${id}/stop`) }, t("desk_stop"));
  element.replaceChildren(make("div", { class: "stack tight" }, make("div", { class: "row" }, said, stop), bar, note, output));
  let ended = false;
  const show = (job) => {
    if (ended) return;
    if (job.total) {
      bar.max = job.total;
      bar.value = job.done;
    }
    said.textContent = job.stage ? `${stage(job.stage)}${job.total ? ` ${job.done}/${job.total}` : ""}` : t("desk_working");
    if (job.lines && job.lines.length) {
      output.hidden = false;
      // The output of the editor's own command may be in any language; other jobs print in the
      // editor's language.
      note.hidden = !["publish", "undo"].includes(job.job);
      output.textContent = job.lines.join("\n");
      output.scrollTop = output.scrollHeight;
    }
    if (job.state === "running") return;
    ended = true;
    quiet();
    clearInterval(timer);
    bar.remove();
    stop.remove();
    said.textContent = t(`desk_job_${job.state}`);
    if (job.problems && job.problems.length) {
      said.after(make("ul", { class: "problems" }, ...job.problems.map((line) => make("li", {}, make("span", { class: "badge bad" }, "!"), line))));
    }
    done(job);
  };
  const look = () => fetch(`/-/jobs/${id}`).then((found) => found.json()).then(show).catch(() => {});
  // Request the result: only an answer to this page is in the editor's language.
  const quiet = on("job", (event) => event.id === id && (event.state === "running" ? show(event) : look()));
  // Also if the event stream was interrupted.
  const timer = setInterval(look, 3000);
  look();
}
