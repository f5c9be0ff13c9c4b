// Events of the desk: on("articles", (event) => …). Kinds: hello, articles, build, job. If articles
// changed before this page listened, or while its tab was hidden, "articles" is sent with `missed`
// and without a list of changes.
const listeners = new Map();
let stream = null;
let { news } = document.body.dataset;

export function on(kind, action) {
  if (!listeners.has(kind)) listeners.set(kind, new Set());
  listeners.get(kind).add(action);
  open();
  return () => listeners.get(kind).delete(action);
}

// A hidden tab closes its connection: a browser allows only six for each host.
function open() {
  if (stream || document.hidden || !listeners.size) return;
  stream = new EventSource("/-/events");
  stream.onmessage = (message) => {
    const event = JSON.parse(message.data);
    const missed = event.kind === "hello" && event.news !== news;
    if (event.news) news = event.news;
    tell(event);
    if (missed) tell({ kind: "articles", changed: [], missed: true });
  };
  stream.onerror = () => {
    if (stream && stream.readyState === EventSource.CLOSED) {
      close();
      setTimeout(open, 1000);
    }
  };
}

function tell(event) {
  for (const action of listeners.get(event.kind) ?? []) action(event);
}

function close() {
  if (stream) stream.close();
  stream = null;
}

document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
addEventListener("pagehide", close);
addEventListener("pageshow", open);
