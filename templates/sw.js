// Keeps what a reader has looked at, so that it can be read again without a network. Pages come from
// the network while there is one; what lies in assets/ never changes under its name.
"use strict";
const NAME = "read";
const MOST = 400;

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

async function answer(request) {
  const known = /\/assets\/[^/]+$/.test(new URL(request.url).pathname) && (await kept(request));
  if (known) return known;
  try {
    return await fetched(request);
  } catch (error) {
    const before = await kept(request);
    if (before) return before;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const request = event.request;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request));
});
