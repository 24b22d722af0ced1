// Has the pages work without a connection, and says when there is none and of when a kept page is.

const notice = document.querySelector("[data-connection]");
const keptAt = document.documentElement.dataset.keptAt;
const isOffline = document.querySelector("[data-offline]") !== null;
const secondsMax = 30;
const language = document.documentElement.lang;

function say(words) { if (notice && notice.textContent !== words) notice.textContent = words; }

function setSending(isPossible) {
  for (const button of document.querySelectorAll("form[method=post] button")) button.disabled = !isPossible;
}

function showLoss() {
  const time = keptAt && new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "medium", timeStyle: "short",
  }).format(new Date(keptAt));
  say(time && !isOffline ? notice.dataset.kept.replace("…", time) : notice?.dataset.lost ?? "");
  setSending(false);
}

async function isBack() {
  try {
    return (await fetch("/readyz", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

// Asks again and again, ever less often, and goes on as soon as there is an answer.
let isWaiting = false;
async function waitForConnection(goOn) {
  if (isWaiting) return;
  isWaiting = true;
  for (let seconds = 2; !await isBack(); seconds = Math.min(secondsMax, seconds * 2)) {
    await new Promise((done) => {
      const timer = setTimeout(done, seconds * 1000);
      addEventListener("online", () => { clearTimeout(timer); done(); }, { once: true });
    });
  }
  isWaiting = false;
  goOn();
}

if (keptAt) {
  showLoss();
  waitForConnection(() => location.reload());
}
addEventListener("offline", () => {
  showLoss();
  waitForConnection(() => {
    if (keptAt) return location.reload();
    say("");
    setSending(true);
  });
});

if ("serviceWorker" in navigator && isSecureContext) {
  const isFirst = navigator.serviceWorker.controller === null;
  await navigator.serviceWorker.register("/sw.js");
  const registration = await navigator.serviceWorker.ready;
  if (isFirst && !keptAt) registration.active.postMessage({ keep: location.pathname });
}
