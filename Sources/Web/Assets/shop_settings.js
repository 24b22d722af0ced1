// Shows how a colour would look before it is saved, in the shades that the server would make of it.

const field = document.getElementById("accent");
const box = document.getElementById("own_colour");
const sample = document.getElementById("sample");
const first = sample.className;

function show() {
  const colour = field.value.slice(1).toLowerCase();
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = `${sample.dataset.sheets}${colour}.css`;
  sheet.addEventListener("load", () => { sample.className = `colour-sample accent-x${colour}`; });
  document.head.append(sheet);
  document.getElementById("sample-told").hidden = true;
}

field.addEventListener("change", () => { box.checked = true; show(); });
box.addEventListener("change", () => {
  if (box.checked) show();
  else sample.className = first;
});
