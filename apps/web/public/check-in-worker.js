/**
 * A phone that scans a code without a connection opens an address that nobody answers. This worker answers it with a page
 * that keeps the scan and its time until there is a connection (docs/decisions/076). It has a say in nothing else: its scope
 * is /check-in, and what the server answers goes through as it is.
 */
const language = new URL(location.href).searchParams.get('language');
const page = `/check-in-offline/${language}.html`;
const script = '/check-in-offline/keep.js';
const nameOfCache = 'libretto-check-in';
/** A connection that brings nothing in this time is none. */
const patienceMs = 8000;

addEventListener('install', (event) => {
  event.waitUntil(fillCache());
  self.skipWaiting();
});

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode === 'navigate')
    event.respondWith(Promise.race([fetch(request), endOfPatience()]).catch(() => caches.match(page)));
  else if (new URL(request.url).pathname === script) event.respondWith(caches.match(script));
});

async function fillCache() {
  const cache = await caches.open(nameOfCache);
  await cache.addAll([page, script].map((address) => new Request(address, { cache: 'reload' })));
}

const endOfPatience = () => new Promise((_, reject) => setTimeout(reject, patienceMs));
