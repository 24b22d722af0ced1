"""A PostgreSQL server of its own, which is killed and started again, and the databases on it."""
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import time

from server import Wrong
from tables import ServerDatabase

USER = "tuzo"
LOOK_AGAIN_SECONDS = 0.005
SECONDS_MAX = 30
CONFIGURATION = """
listen_addresses = ''
unix_socket_directories = '{folder}'
max_connections = 200
log_min_messages = fatal
"""


class Postgres:
    """It refuses to run as root, so root lends it to `postgres` or `nobody`."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self._data = self.folder / "data"
        self._binaries = find_binaries()
        self._as_user = []
        self.folder.mkdir()
        if os.geteuid() == 0:
            names = {entry.pw_name for entry in pwd.getpwall()}
            user = "postgres" if "postgres" in names else "nobody"
            self._as_user = ["runuser", "-u", user, "--"]
            shutil.chown(self.folder, user)

    def make(self):
        # Its order of texts is not that of their bytes, so that whatever relies on it is seen.
        self._rule("initdb", "-D", self._data, "-U", USER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8",
                   "--locale-provider=icu", "--icu-locale=en-US")
        self._configure()

    def follow(self, primary):
        """Becomes a copy of another one, and then does all that it does."""
        self.stop()
        shutil.rmtree(self._data, ignore_errors=True)
        self._rule("pg_basebackup", "-D", self._data, "-h", primary.folder, "-U", USER, "-R", "-c", "fast")
        self._configure()
        self.start()

    def start(self):
        """Returns when it answers."""
        self._rule("pg_ctl", "start", "-D", self._data, "-l", self.folder / "server.log", "-w", "-s",
                   "-t", SECONDS_MAX)

    def kill(self):
        """All of its processes at once; their memory stays behind, as after a crash."""
        found = self._signal(signal.SIGKILL)
        while any(os.path.exists(f"/proc/{number}") for number in found):
            time.sleep(LOOK_AGAIN_SECONDS)

    def hang(self):
        """All of its processes stand still where they are."""
        self._signal(signal.SIGSTOP)

    def go_on(self):
        self._signal(signal.SIGCONT)

    def stop(self):
        """At once and without order, if it runs."""
        if self._process():
            self._rule("pg_ctl", "stop", "-D", self._data, "-m", "immediate", "-s")

    def promote(self):
        """Returns when it can be written."""
        self._rule("pg_ctl", "promote", "-D", self._data, "-w", "-s", "-t", SECONDS_MAX)

    def sql(self, text, database="postgres"):
        """What it answers, a line a row."""
        return self.run("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", text)

    def set(self, name, value):
        self.sql(f"ALTER SYSTEM SET {name} = '{value}'")
        self.sql("SELECT pg_reload_conf()")

    def address(self, name):
        return f"postgres://{USER}@/{name}?host={self.folder}"

    def database(self, name):
        """One with nothing in it, in place of any of that name."""
        database = ServerDatabase(self, name, self.address(name), self.folder)
        database.become(None)
        return database

    def command(self, program, *arguments):
        """A client's program, as a command."""
        return [str(self._binaries / program), "-h", str(self.folder), "-U", USER, *map(str, arguments)]

    def run(self, program, *arguments):
        result = subprocess.run(self.command(program, *arguments), capture_output=True, text=True)
        if result.returncode != 0:
            raise Wrong(f"{program} {arguments} ended with {result.returncode}: {result.stderr}")
        return result.stdout.rstrip("\n")

    def wait_until(self, question):
        """Until it answers true to a question."""
        deadline = time.monotonic() + SECONDS_MAX
        while self.sql(question) != "t":
            if time.monotonic() > deadline:
                raise Wrong(f"within {SECONDS_MAX} s this did not become true: {question}")
            time.sleep(LOOK_AGAIN_SECONDS)

    def _signal(self, number):
        """Returns the numbers of the processes that it went to."""
        process = self._process()
        with open(f"/proc/{process}/task/{process}/children") as children:
            found = [process, *(int(child) for child in children.read().split())]
        for one in found:
            try:
                os.kill(one, number)
            except ProcessLookupError:
                pass
        return found

    def _process(self):
        """The number of its first process, or nothing where it does not run."""
        try:
            number = int((self._data / "postmaster.pid").read_text().split("\n")[0])
        except FileNotFoundError:
            return None
        return number if os.path.exists(f"/proc/{number}") else None

    def _configure(self):
        with open(self._data / "postgresql.conf", "a") as file:
            file.write(CONFIGURATION.format(folder=self.folder))

    def _rule(self, program, *arguments):
        """As the user whose server it is. The output goes to a file: a server would keep a pipe open."""
        said = self.folder / f"{program}.log"
        with open(said, "w") as output:
            command = [*self._as_user, self._binaries / program, *map(str, arguments)]
            result = subprocess.run(command, stdout=output, stderr=output, cwd="/")
        if result.returncode != 0:
            raise Wrong(f"{program} ended with {result.returncode}: {said.read_text()}")


def find_binaries():
    """The newest server of Debian's packages, or the one in PATH."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    initdb = str(found[-1]) if found else shutil.which("initdb")
    if not initdb:
        raise Wrong("PostgreSQL's programs are missing: install postgresql")
    return pathlib.Path(initdb).parent
