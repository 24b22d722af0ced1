// Scans codes with the camera, where the browser can read them. Everything else about the till works without this.

const form = document.getElementById("till-form");
const field = document.getElementById("find");
const scan = document.getElementById("scan");
const camera = document.getElementById("camera");
const view = document.getElementById("camera-view");
const fault = document.getElementById("camera-fault");
let stream = null;

async function canScan() {
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices?.getUserMedia) return false;
  return (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
}

function stop() {
  stream?.getTracks().forEach((track) => track.stop());
  stream = null;
  view.srcObject = null;
  camera.hidden = true;
  scan.hidden = false;
}

function nextPicture() {
  return new Promise((seen) => {
    if (view.requestVideoFrameCallback) view.requestVideoFrameCallback(seen);
    else requestAnimationFrame(seen);
  });
}

async function watch() {
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  while (stream) {
    await nextPicture();
    const codes = stream ? await detector.detect(view) : [];
    if (!stream || codes.length === 0) continue;
    field.value = codes[0].rawValue;
    stop();
    form.requestSubmit();
  }
}

async function start() {
  fault.hidden = true;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
    view.srcObject = stream;
    scan.hidden = true;
    camera.hidden = false;
    await view.play();
    await watch();
  } catch {
    // No camera, no leave to use it, or it was taken away: typing goes on.
    stop();
    fault.hidden = false;
    field.focus();
  }
}

scan.addEventListener("click", start);
document.getElementById("camera-stop").addEventListener("click", () => { stop(); field.focus(); });
addEventListener("pagehide", stop);
scan.hidden = !(await canScan());
// Whoever types the next code need not empty the field first.
field.addEventListener("focus", () => field.select());
if (document.activeElement === field) field.select();
