// What the page of a membership can do beyond forms and links: dialogs, copying, sharing, and the time that runs.

for (const opener of document.querySelectorAll("[data-opens]")) {
  const dialog = document.getElementById(opener.dataset.opens);
  if (!dialog?.showModal) continue;
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    dialog.showModal();
  });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
}

// The server does a form once, however often it comes; this only shows that the first click counts.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", () => {
    setTimeout(() => { for (const button of form.querySelectorAll("button")) button.disabled = true; });
  });
}
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("form[data-once] button")) button.disabled = false;
});

async function copy(text) {
  if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "hidden-visually";
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  const label = button.querySelector("span");
  const words = label.textContent;
  label.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    await copy(button.dataset.copies);
    label.textContent = button.dataset.done;
    setTimeout(() => { label.textContent = words; }, 2500);
  });
}

for (const button of document.querySelectorAll("[data-shares]")) {
  if (!navigator.share) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.share({ text: button.dataset.text, url: button.dataset.shares });
    } catch (refusal) {
      if (refusal.name !== "AbortError") throw refusal;
    }
  });
}

const dayMilliseconds = 86_400_000;
const clocks = [...document.querySelectorAll("[data-until]")];

function two(number) { return String(number).padStart(2, "0"); }

// A code's last day runs by the second; before that its date says enough.
function tick() {
  for (const clock of clocks) {
    const left = Date.parse(clock.dataset.until) - Date.now();
    clock.hidden = left > dayMilliseconds;
    const seconds = Math.max(0, Math.floor(left / 1000));
    const time = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    clock.textContent = left > 0 ? clock.dataset.left.replace("…", time) : clock.dataset.over;
  }
}
if (clocks.length > 0) { tick(); setInterval(tick, 1000); }
