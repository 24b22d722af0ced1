"""The same endpoints in Django REST Framework, served by gunicorn: the program in reference/django."""
import filecmp
import os
import shutil
import subprocess
import sys

from .failure import RunFailed
from .process import shared_memory_mb
from .programs import HERE
from .tokens import token
from .tuzo import Server, environment

PROGRAM = os.path.join(HERE, "reference", "django")
REQUIREMENTS = os.path.join(PROGRAM, "requirements.txt")
PYTHON_MIN = (3, 10)  # of Django 5.2


def install(folder):
    """An environment of its own with what the program needs, from PyPI. Returns its folder of commands."""
    if sys.version_info < PYTHON_MIN:
        raise RunFailed("Django 5.2 needs Python 3.10")
    home = os.path.join(folder, "django")
    commands, done = os.path.join(home, "bin"), os.path.join(home, "requirements.txt")
    if not (os.path.exists(done) and filecmp.cmp(done, REQUIREMENTS, shallow=False)):
        print("Django is installed", flush=True)
        _run([sys.executable, "-m", "venv", "--clear", home])
        _run([os.path.join(commands, "pip"), "install", "--quiet", "--requirement", REQUIREMENTS])
        shutil.copyfile(REQUIREMENTS, done)
    return commands


def _run(command, **options):
    result = subprocess.run(command, capture_output=True, text=True, **options)
    if result.returncode != 0:
        raise RunFailed(f"{' '.join(command)} ended with {result.returncode}:\n{result.stdout}{result.stderr}")


class DjangoServer(Server):
    """Is used like Tuzo's, and speaks like it."""

    def __init__(self, commands, database, settings=None):
        super().__init__(os.path.join(commands, "gunicorn"), database, settings)
        self._python = os.path.join(commands, "python")

    def __enter__(self):
        _run([self._python, "-B", "manage.py", "migrate", "--run-syncdb", "--verbosity", "0"], cwd=PROGRAM,
             env={**environment(self._database), **self._settings})
        return super().__enter__()

    def _command(self):
        return [self._binary, "--chdir", PROGRAM, "--config", os.path.join(PROGRAM, "gunicorn.conf.py"),
                "loyalty.wsgi"]

    def _environment(self):
        return {**environment(self._database, self.port), "REFERENCE_PORT": str(self.port),
                "PYTHONDONTWRITEBYTECODE": "1"}

    def memory_mb(self, field=None):
        """Of all its processes; what they share counts once."""
        return shared_memory_mb(self._process.pid)

    def token(self, customer):
        return token(customer)
