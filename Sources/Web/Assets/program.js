// The editor of the program, made smoother: samples are computed as one types, rows come and go without a new page.
// Everything is computed by the server; without this script the buttons load pages that show the same.
const form = document.getElementById("program");
const waitMs = 350;
let waiting = 0;
let asked = null;

async function send(path, button, signal) {
  const body = new URLSearchParams(new FormData(form));
  if (button?.name) body.append(button.name, button.value);
  const answer = await fetch(path, { method: "POST", body, signal, headers: { Accept: "text/html" } });
  if (answer.redirected) throw new Error("signed out");
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

async function compute() {
  asked?.abort();
  asked = new AbortController();
  const place = document.getElementById("working");
  try {
    const page = await send(form.dataset.working, null, asked.signal);
    place.replaceChildren(...page.body.childNodes);
  } catch (error) {
    if (error.name === "AbortError") return;
    const told = document.createElement("p");
    told.className = "wrong";
    told.textContent = form.dataset.lost;
    place.replaceChildren(told);
  }
}

function take(page, id) {
  const fresh = page.getElementById(id);
  if (!fresh) throw new Error("no such part");
  document.getElementById(id).replaceWith(document.adoptNode(fresh));
}

async function swap(button, ids, focus) {
  button.setAttribute("aria-busy", "true");
  try {
    const page = await send(button.getAttribute("formaction"), button);
    if (page.getElementById("trouble")) throw new Error("something is wrong in the form");
    for (const id of ids) take(page, id);
    focus();
    return true;
  } catch {
    // The page itself can do it, and says what is wrong.
    button.toggleAttribute("data-plain", true);
    button.click();
    return false;
  } finally {
    button.removeAttribute("aria-busy");
  }
}

function focusRow(button) {
  const id = button.name.endsWith("tier") ? "tiers" : "events";
  const rows = document.querySelectorAll(`#${id} fieldset.row`);
  const isNew = button.name.startsWith("add");
  const place = Number(button.value) || 0;
  const row = id === "tiers" ? rows[isNew ? place + 1 : Math.max(0, place - 1)] : rows[rows.length - 1];
  row?.querySelector("input:not([type=hidden]), textarea, select")?.focus();
}

form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(compute, waitMs);
});

form.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button || button.hasAttribute("data-plain")) return;
  if (button.hasAttribute("data-draft")) {
    event.preventDefault();
    const id = button.name.endsWith("tier") ? "tiers" : "events";
    if (await swap(button, [id], () => focusRow(button))) compute();
  } else if (button.hasAttribute("data-preview")) {
    event.preventDefault();
    await swap(button, ["preview"], () => document.getElementById("h-preview").focus());
  }
});
