"""The program that is killed: started, asked, and ended without a warning."""
import base64
import http.client
import json
import os
import socket
import subprocess
import time

PLATFORM_KEY = "platform-key-of-the-killing-and-of-nothing-else"
READY_SECONDS_MAX = 20
# The key of the codes; that of kill-ground, too.
SECRET_KEY = base64.b64encode(bytes([7] * 32)).decode()


class Wrong(Exception):
    """Something is not as it should be."""


class Broken(Wrong):
    """What a client was told is not so."""


def environment(database, port=0):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TUZO_")}
    return {
        **kept, "TUZO_DATABASE_URL": database.url, "TUZO_HOST": "127.0.0.1", "TUZO_PORT": str(port),
        "TUZO_PLATFORM_KEY": PLATFORM_KEY, "TUZO_JWT_SECRET": "secret-of-the-killing-and-of-nothing-else",
        "TUZO_SECRET_KEY": SECRET_KEY,
    }


class Server:
    def __init__(self, binary, database, name=""):
        self._binary = binary
        self._database = database
        self._log = database.log + name
        self._process = None

    def start(self):
        """Begins, without waiting until it is ready. Returns the process."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._begun = time.monotonic()
        with open(self._log, "a") as log:
            self._process = subprocess.Popen(
                [self._binary, "serve"], env=environment(self._database, self.port), stdout=log, stderr=log)
        return self._process

    def wait_until_ready(self):
        """Returns the seconds it took."""
        while not self._is_ready():
            if self._process.poll() is not None:
                raise Wrong(f"the server ended with {self._process.returncode}; see {self._log}")
            if time.monotonic() - self._begun > READY_SECONDS_MAX:
                raise Wrong(f"the server was not ready within {READY_SECONDS_MAX} s")
            time.sleep(0.002)
        return time.monotonic() - self._begun

    def kill(self):
        if self._process:
            self._process.kill()
            self._process.wait()

    def connect(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.connect()
        return connection

    def call(self, method, path, body=None, bearer=PLATFORM_KEY, connection=None, key=None):
        """Returns the status and the JSON of the answer."""
        connection = connection or self.connect()
        headers = {"Authorization": f"Bearer {bearer}", "Content-Type": "application/json"}
        if key:
            headers["Idempotency-Key"] = key
        connection.request(method, path, body and json.dumps(body), headers)
        response = connection.getresponse()
        text = response.read().decode()
        return response.status, json.loads(text or "null")

    def demand(self, method, path, body=None, bearer=PLATFORM_KEY):
        """The answer, which must be a good one."""
        status, answer = self.call(method, path, body, bearer)
        if status not in (200, 201):
            raise Wrong(f"{method} {path} was answered {status}: {answer}")
        return answer

    def _is_ready(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
                connection.sendall(b"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                return connection.recv(12) == b"HTTP/1.1 200"
        except OSError:
            return False


def begin(binary, database, *arguments):
    """Starts a command that is to be killed."""
    with open(database.log, "a") as log:
        return subprocess.Popen([binary, *arguments], env=environment(database), stdout=log, stderr=log)


def run(binary, database, *arguments):
    """Runs a command to its end, and returns its output."""
    result = subprocess.run(
        [binary, *arguments], env=environment(database), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if result.returncode != 0:
        raise Wrong(f"tuzo {' '.join(arguments)} ended with {result.returncode}: {result.stdout}")
    return result.stdout
