"""The demo town that the tests visit: planted anew in a temporary folder, and served on a port of its own."""
import contextlib
import json
import os
import pathlib
import re
import socket
import subprocess
import tempfile
import threading
import urllib.request

SECONDS_TO_OPEN = 180
BINARY = os.environ.get("TUZO_BINARY", ".build/debug/tuzo")


class Town:
    """Opens the town, which takes until it says where it is, and closes it."""

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="tuzo-browser-")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self._port}"
        self.log = pathlib.Path(self._folder.name) / "log"
        self._start()
        return self

    def __exit__(self, *_):
        self._stop()
        self._folder.cleanup()

    @contextlib.contextmanager
    def stopped(self):
        """There is no server inside the block, as during an update; then it is back, with what it had."""
        self._stop()
        try:
            yield
        finally:
            self._start()

    def _start(self):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TUZO_")}
        folder = pathlib.Path(self._folder.name) / "town"
        with open(self.log, "a") as log:
            self._process = subprocess.Popen(
                [BINARY, "demo", "--port", str(self._port), "--folder", str(folder), "--log-level", "warning"],
                env=kept, stdout=subprocess.PIPE, stderr=log, text=True)
        # Reading waits by itself; only a town that never opens must be ended.
        alarm = threading.Timer(SECONDS_TO_OPEN, self._process.kill)
        alarm.start()
        try:
            self._transcript = self._read_transcript()
        finally:
            alarm.cancel()
        with urllib.request.urlopen(f"{self.address}/readyz", timeout=30) as answer:
            assert answer.status == 200

    def _stop(self):
        self._process.terminate()
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()

    def call(self, method, path, who, body=None):
        """Calls the API as `owner`, `staff`, `customer` or `platform`; returns the JSON of the answer."""
        token = re.search(rf"^{who.upper()}='?([^'\n]+)", self._transcript, re.MULTILINE)[1]
        request = urllib.request.Request(
            self.address + path, method=method, data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read() or "null")

    def redeem(self, reward="A cup of coffee", customer="42"):
        """Takes a reward of the bakery for a customer, who is Mia where nobody is named; returns its code."""
        rewards = self.call("GET", "/api/shops/bakery/rewards", "owner")["items"]
        reward_id = next(item["id"] for item in rewards if item["name"] == reward)
        redemption = {"reward_id": reward_id, "customer_id": customer}
        return self.call("POST", "/api/shops/bakery/redemptions", "staff", redemption)["code"]

    def _read_transcript(self):
        lines = []
        for line in self._process.stdout:
            lines.append(line)
            if line.startswith("Ctrl-C"):
                return "".join(lines)
        raise RuntimeError(f"The demo town did not open:\n{''.join(lines)}{self.log.read_text()}")


def endpoints():
    """The paths of all pages that the server has, as they stand in its routes."""
    answer = subprocess.run([BINARY, "pages"], check=True, capture_output=True, text=True)
    return answer.stdout.split()
