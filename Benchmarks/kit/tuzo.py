"""The program under test: its commands and its server."""
import http.client
import json
import os
import signal
import socket
import subprocess
import time

from .failure import RunFailed, tail
from .process import memory_mb, processor_seconds

PLATFORM_KEY = "platform-key-of-the-benchmark-and-of-nothing-else"
JWT_SECRET = "secret-of-the-benchmark-and-of-nothing-else"
READY_SECONDS_MAX = 20
STOP_SECONDS_MAX = 30
WATCH_SECONDS = 0.01


def environment(database, port=0):
    """The settings of one server, and none that the caller's shell happens to have."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TUZO_")}
    return {
        **kept, "TUZO_DATABASE_URL": f"sqlite:{database}", "TUZO_HOST": "127.0.0.1", "TUZO_PORT": str(port),
        "TUZO_PLATFORM_KEY": PLATFORM_KEY, "TUZO_JWT_SECRET": JWT_SECRET,
    }


def run_command(binary, arguments, database, settings=None):
    """Runs one command to its end. Returns what it printed, its seconds and its peak memory in MB."""
    log = database + ".command.log"
    with open(log, "w") as output:
        start = time.monotonic()
        process = subprocess.Popen(
            [binary, *arguments], env={**environment(database), **(settings or {})}, stdout=output, stderr=output)
        peak = peak_memory_mb_until_end(process)
        seconds = time.monotonic() - start
    if process.returncode != 0:
        raise RunFailed(f"tuzo {' '.join(arguments)} ended with {process.returncode}:\n{tail(log)}")
    with open(log, errors="replace") as output:
        return output.read(), seconds, peak


def peak_memory_mb_until_end(process):
    """Waits for a process, and ends it where the wait is broken off."""
    peak = 0.0
    try:
        while process.poll() is None:
            peak = max(peak, memory_mb(process.pid, "VmHWM") or 0)
            try:
                process.wait(WATCH_SECONDS)
            except subprocess.TimeoutExpired:
                pass
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    return peak


class Server:
    """`with Server(binary, database) as server:` is ready inside the block and has ended after it."""

    def __init__(self, binary, database, settings=None, command="serve"):
        self._binary = binary
        self._word = command
        self._database = database
        self._settings = settings or {}
        self._log = database + ".server.log"
        self.folder = os.path.dirname(database)  # for what belongs to it

    def __enter__(self):
        self.port = free_port()
        with open(self._log, "w") as log:
            start = time.monotonic()
            self._process = subprocess.Popen(
                self._command(), env={**self._environment(), **self._settings}, stdout=log, stderr=log)
        try:
            self._wait_until_ready()
        except BaseException:
            self._process.kill()
            self._process.wait()
            raise
        self.milliseconds_to_ready = (time.monotonic() - start) * 1000
        return self

    def __exit__(self, *_):
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(STOP_SECONDS_MAX)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise RunFailed(f"the server did not stop within {STOP_SECONDS_MAX} s of SIGTERM:\n{self.log_tail()}")

    def _command(self):
        return [self._binary, self._word]

    def _environment(self):
        return environment(self._database, self.port)

    def log_tail(self):
        return tail(self._log)

    def memory_mb(self, field="VmRSS"):
        return memory_mb(self._process.pid, field)

    def processor_seconds(self):
        return processor_seconds(self._process.pid)

    def token(self, customer):
        output, _, _ = run_command(self._binary, ["token", "--customer", customer], self._database)
        tokens = [word for word in output.split() if word.count(".") == 2 and len(word) > 60]
        if not tokens:
            raise RunFailed(f"tuzo token printed no token: {output}")
        return tokens[-1]

    def call(self, method, path, body=None, bearer=PLATFORM_KEY, timeout=30):
        """One call of the API. Returns the answer's JSON; anything but 200 and 201 fails the run."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        headers = {"Authorization": f"Bearer {bearer}", "Content-Type": "application/json"}
        try:
            connection.request(method, path, body and json.dumps(body), headers)
            response = connection.getresponse()
            text = response.read().decode()
        finally:
            connection.close()
        if response.status not in (200, 201):
            raise RunFailed(f"{method} {path} was answered {response.status}: {text}\n{self.log_tail()}")
        return json.loads(text)

    def _wait_until_ready(self):
        deadline = time.monotonic() + READY_SECONDS_MAX
        while not is_ready(self.port):
            if self._process.poll() is not None:
                raise RunFailed(f"the server ended with {self._process.returncode}:\n{self.log_tail()}")
            if time.monotonic() > deadline:
                raise RunFailed(f"the server was not ready within {READY_SECONDS_MAX} s:\n{self.log_tail()}")
            time.sleep(0.001)


def is_ready(port):
    """Whether GET /readyz answers 200."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
            connection.sendall(b"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            return connection.recv(12) == b"HTTP/1.1 200"
    except OSError:
        return False


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
