// The form of a reward, made smoother: only the fields of its kind are shown, and what members would see is shown as
// one types. Everything is decided by the server; without this script all fields stand there, and a button shows it.
const form = document.getElementById("reward");
const place = document.getElementById("look");
const waitMs = 350;
let waiting = 0;
let asked = null;

function showKind() {
  for (const part of form.querySelectorAll("[data-kind]")) {
    part.hidden = part.dataset.kind !== form.elements.reward_type.value;
  }
}

async function look() {
  asked?.abort();
  asked = new AbortController();
  const body = new URLSearchParams(new FormData(form));
  // Looking is not saving: it may be done as often as one likes.
  body.delete("once");
  try {
    const answer = await fetch(form.dataset.draft, { method: "POST", body, signal: asked.signal });
    if (answer.redirected) throw new Error("signed out");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("look");
    if (!fresh) throw new Error("no such part");
    place.replaceChildren(...document.adoptNode(fresh).childNodes);
  } catch (error) {
    if (error.name === "AbortError") return;
    const told = document.createElement("p");
    told.className = "wrong";
    told.textContent = form.dataset.lost;
    place.replaceChildren(told);
  }
}

form.querySelector("[data-look]").hidden = true;
showKind();
form.addEventListener("input", () => {
  showKind();
  clearTimeout(waiting);
  waiting = setTimeout(look, waitMs);
});
