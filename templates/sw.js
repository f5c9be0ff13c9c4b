// Keeps what a reader has looked at, so that it can be read again without a network. Pages come from
// the network while there is one; what lies in assets/ never changes under its name.
"use strict";
const NAME = "read";
const MOST = 400;
// What a page that was never read says without a network, by the folder of its edition.
const SAID = {{ said|html }};
const LISTED = 30;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function kept(request) {
  return (await caches.open(NAME)).match(request, { ignoreVary: true });
}

async function fetched(request) {
  const answer = await fetch(request);
  if (answer.ok && answer.type === "basic") {
    const cache = await caches.open(NAME);
    await cache.put(request, answer.clone());
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((key) => cache.delete(key)));
  }
  return answer;
}

// The page without its query (as that of search), else a list of the articles that can be read.
async function instead(request) {
  const cache = await caches.open(NAME);
  const same = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  return same || readable(cache, request.url.slice(self.registration.scope.length));
}

async function readable(cache, path) {
  const root = self.registration.scope;
  const folder = path.split("/")[0] in SAID ? path.split("/")[0] : Object.keys(SAID)[0];
  const said = SAID[folder];
  const articles = (await cache.keys()).map((key) => key.url).reverse()
    .filter((url) => url.startsWith(`${root}${folder}/articles/`) && /articles\/[^/]+\/$/.test(url));
  const items = await Promise.all(articles.slice(0, LISTED).map(async (url) => {
    const [, title] = /<h1[^>]*>(.*?)<\/h1>/s.exec(await (await cache.match(url)).text()) || [];
    return title ? `<li><a href="${url}">${title}</a></li>` : "";
  }));
  const page = `<!DOCTYPE html>
<html lang="${said.lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${said.title}</title><link rel="stylesheet" href="${root}{{ style }}"></head>
<body><main><h1>${said.title}</h1><p>${said.text}</p><ul>${items.join("")}</ul></main></body></html>`;
  return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

async function answer(request) {
  const known = /\/assets\/[^/]+$/.test(new URL(request.url).pathname) && (await kept(request));
  if (known) return known;
  try {
    return await fetched(request);
  } catch (error) {
    const before = await kept(request);
    if (before) return before;
    if (request.mode === "navigate") return instead(request);
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const request = event.request;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request));
});
