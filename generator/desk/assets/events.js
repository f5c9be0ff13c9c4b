// News from the desk: on("articles", (event) => …). Kinds: hello, articles, build, job, site.
const listeners = new Map();
let stream = null;

export function on(kind, action) {
  if (!listeners.has(kind)) listeners.set(kind, new Set());
  listeners.get(kind).add(action);
  open();
  return () => listeners.get(kind).delete(action);
}

// A tab out of sight lets go of its connection: a browser has six of them for a host.
function open() {
  if (stream || document.hidden || !listeners.size) return;
  stream = new EventSource("/-/events");
  stream.onmessage = (message) => {
    const event = JSON.parse(message.data);
    for (const action of listeners.get(event.kind) ?? []) action(event);
  };
  stream.onerror = () => {
    if (stream && stream.readyState === EventSource.CLOSED) {
      close();
      setTimeout(open, 1000);
    }
  };
}

function close() {
  if (stream) stream.close();
  stream = null;
}

document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
addEventListener("pagehide", close);
addEventListener("pageshow", open);
