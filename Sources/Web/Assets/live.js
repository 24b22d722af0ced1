// Keeps the marked parts of a page up to date. The server says that something happened, and the page is asked for
// again; so there is one way to make every number, and nothing is missed while the line was broken.

const pulse = document.querySelector("[data-source]");
const pauseMin = 1500; // milliseconds between two looks
const loadFactor = 20; // a slow server is asked less often
const returnAfter = 5000;

let isStale = false;
let isLooking = false;
let mayLookAt = 0;
let source = null;
let isOut = false;

function say(state) {
  pulse.hidden = false;
  pulse.classList.toggle("on", state === "on");
  pulse.textContent = pulse.dataset[state];
  if (state === "out") {
    const link = document.createElement("a");
    link.href = pulse.dataset.signIn;
    link.textContent = pulse.dataset.out;
    pulse.replaceChildren(link);
  }
}

/** Puts the new parts in the place of the old ones; what somebody has opened stays open, and what has the focus stays. */
function show(page) {
  const known = new Set([...document.querySelectorAll("[data-key]")].map((row) => row.dataset.key));
  for (const part of document.querySelectorAll("[data-live]")) {
    const fresh = page.getElementById(part.id);
    if (!fresh || part.contains(document.activeElement) || part.innerHTML === fresh.innerHTML) continue;
    const open = [...part.querySelectorAll("details")].map((details) => details.open);
    fresh.querySelectorAll("details").forEach((details, place) => { details.open = open[place] ?? false; });
    part.replaceWith(document.adoptNode(fresh));
  }
  const arrived = [...document.querySelectorAll("[data-key]")].filter((row) => !known.has(row.dataset.key));
  for (const row of arrived) row.classList.add("arrived");
  const news = document.getElementById("news");
  if (news && arrived.length > 0) news.textContent = arrived[0].textContent.replace(/\s+/g, " ").trim();
}

async function look() {
  if (isLooking || document.hidden) { isStale = true; return; }
  const wait = mayLookAt - performance.now();
  if (wait > 0) { isStale = true; setTimeout(() => isStale && look(), wait + 20); return; }
  isLooking = true;
  isStale = false;
  const start = performance.now();
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.redirected) { isOut = true; source?.close(); say("out"); return; }
    if (!answer.ok) throw new Error(`The page answers ${answer.status}.`);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    if (source?.readyState === EventSource.OPEN) say("on");
  } catch {
    isStale = true;
    say("off");
  } finally {
    isLooking = false;
    const pause = Math.max(pauseMin, (performance.now() - start) * loadFactor);
    mayLookAt = performance.now() + pause * (1 + Math.random() / 4);
  }
  if (isStale) setTimeout(() => isStale && look(), pauseMin);
}

function listen() {
  let wasBroken = source !== null;
  source = new EventSource(pulse.dataset.source);
  source.addEventListener("open", () => {
    say("on");
    if (wasBroken) look(); // whatever happened meanwhile
    wasBroken = false;
  });
  source.addEventListener("change", () => look());
  source.addEventListener("error", () => {
    wasBroken = true;
    if (!isOut) say("off");
    // A browser gives up on an answer that is no stream: a proxy's error, or the page that asks to sign in.
    if (source.readyState === EventSource.CLOSED) setTimeout(comeBack, returnAfter);
  });
}

async function comeBack() {
  await look();
  if (!isOut) listen();
}

if (pulse) {
  listen();
  document.addEventListener("visibilitychange", () => { if (!document.hidden && isStale) look(); });
}
