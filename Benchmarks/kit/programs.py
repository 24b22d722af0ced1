"""The C programs beside Tuzo: the reference loop and the load generator."""
import json
import os
import subprocess

from .disk import FlushRate
from .failure import RunFailed

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
COMPILER = ["cc", "-O2", "-std=gnu17", "-Wall"]
SOURCES = {"load": ["load/load.c"], "loop": ["reference/loop.c", "-lsqlite3"]}


def compile_programs(folder):
    for name, sources in SOURCES.items():
        command = [*COMPILER, "-o", os.path.join(folder, name), *sources]
        try:
            result = subprocess.run(command, cwd=HERE, capture_output=True, text=True)
        except FileNotFoundError:
            raise RunFailed("cc is missing: install gcc or clang")
        if result.returncode != 0:
            raise RunFailed(f"{name} does not compile (SQLite's headers are in libsqlite3-dev):\n{result.stderr}")


class Programs:
    """Runs them, and hands back what they print."""

    def __init__(self, folder, disk):
        self._folder = folder
        self._disk = disk

    def loop(self, database, **options):
        """The reference: the statements of orders, in batches, straight through SQLite's C functions."""
        return self._run("loop", database=database, **options)

    def load(self, server, **options):
        """Requests to a server. Every answer must have the status `expect`."""
        expect = str(options.pop("expect", 200))
        report = self._run("load", port=server.port, **options)
        answered = report["status"].get(expect, 0)
        if answered != report["requests"] or answered == 0:
            raise RunFailed(f"not every request was answered {expect}: {report}\n{server.log_tail()}")
        return report

    def _run(self, name, **options):
        command = [os.path.join(self._folder, name)]
        for option, value in options.items():
            command += [f"--{option.replace('_', '-')}", str(value)]
        self._disk.settle()
        with FlushRate(self._disk) as flushes:
            result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if result.returncode != 0:
            raise RunFailed(f"{name} ended with {result.returncode}: {result.stderr}")
        report = json.loads(result.stdout)
        report["flushes_per_second"] = flushes.per_second
        if result.stderr:
            report["said"] = result.stderr
        return report
