// Keeps the last wallet and the last page of each shop for when there is no connection, marked with the time they are
// of. Nothing outlasts a sign-out: all of it is thrown away when somebody signs in or out, or is asked to.

const pages = "tuzo-pages-1";
const files = "tuzo-files-1";
const pagesMax = 20;
const filesMax = 60;
const doors = ["/login", "/session", "/sign-out", "/sign-out-everywhere"];

// Counts the times that everything was thrown away, so that an answer on its way then is not kept any more.
let era = 0;

function isKept(path) {
  return path === "/loyalty" || /^\/loyalty\/(?!notices\/?$|settings\/?$)[^/]+$/.test(path);
}

self.addEventListener("install", (event) => { event.waitUntil(prepare()); });
self.addEventListener("activate", (event) => { event.waitUntil(begin()); });

async function prepare() {
  const answer = await fetch("/offline", { cache: "reload" });
  if (answer.ok) await keep(await caches.open(files), "/offline", answer);
  await self.skipWaiting();
}

async function begin() {
  for (const name of await caches.keys()) {
    if (name.startsWith("tuzo-") && name !== pages && name !== files) await caches.delete(name);
  }
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === "POST" && doors.includes(url.pathname)) event.respondWith(passDoor(request));
  else if (request.method !== "GET") return;
  else if (url.pathname.startsWith("/assets/")) event.respondWith(file(request));
  else if (request.mode === "navigate") event.respondWith(page(event, url));
});

// The page that was open before this worked is kept as well.
self.addEventListener("message", (event) => {
  const path = event.data?.keep;
  if (typeof path === "string" && isKept(path)) event.waitUntil(refresh(path));
});

async function refresh(path) {
  const then = era;
  const answer = await fetch(path, { redirect: "manual" });
  if (answer.ok && era === then) await keep(await caches.open(pages), path, answer);
}

async function forget() {
  era += 1;
  await caches.delete(pages);
}

async function passDoor(request) {
  await forget();
  const answer = await fetch(request);
  await forget();
  return answer;
}

async function page(event, url) {
  const then = era;
  let answer;
  try {
    answer = await fetch(event.request);
  } catch (loss) {
    const kept = isKept(url.pathname) ? await caches.match(url.pathname, { cacheName: pages }) : undefined;
    const instead = kept ?? await caches.match("/offline", { cacheName: files });
    if (instead) return instead;
    throw loss;
  }
  if (answer.type === "opaqueredirect" && url.pathname.startsWith("/loyalty")) await forget();
  if (isKept(url.pathname) && era === then) {
    if (answer.ok) event.waitUntil(keepPage(url.pathname, answer.clone(), then));
    else if (answer.status === 404) await (await caches.open(pages)).delete(url.pathname);
  }
  return answer;
}

async function keepPage(path, answer, then) {
  const shelf = await caches.open(pages);
  await keep(shelf, path, answer);
  if (era !== then) await forget();
  await trim(shelf, pagesMax);
}

// Keeps a page with the time it is of, and the files it is made with.
async function keep(shelf, path, answer) {
  const html = await answer.text();
  const headers = new Headers(answer.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  const dated = html.replace("<html ", `<html data-kept-at="${new Date().toISOString()}" `);
  await shelf.put(path, new Response(dated, { headers }));
  const box = await caches.open(files);
  const names = new Set([...html.matchAll(/"(\/assets\/[^"#]+)/g)].map((match) => match[1]));
  await Promise.all([...names].map(async (name) => {
    if (!await box.match(name)) await box.add(name);
  }));
  await trim(box, filesMax);
}

async function trim(shelf, countMax) {
  const keys = await shelf.keys();
  const old = keys.filter((key) => new URL(key.url).pathname !== "/offline");
  for (const key of old.slice(0, Math.max(0, keys.length - countMax))) await shelf.delete(key);
}

// Files have names that change with what is in them, so a kept one is the right one.
async function file(request) {
  const kept = await caches.match(request, { cacheName: files });
  return kept ?? fetch(request);
}
