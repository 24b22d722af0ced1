"""Watches the memory of a server."""
import statistics
import threading

SECONDS_BETWEEN = 1
PART = 10  # of the time: to warm up, and each of what is compared


class Watch:
    """`with Watch(server) as watch:` looks at it each second until the block ends."""

    def __init__(self, server):
        self._server = server
        self._seen, self._is_over = [], threading.Event()

    def __enter__(self):
        self._thread = threading.Thread(target=self._look)
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._is_over.set()
        self._thread.join()

    @property
    def now(self):
        """What it has, in MB."""
        return self._server.memory_mb()

    @property
    def growth_percent(self):
        """From the second tenth of the time to the last one."""
        return 100 * (self._last - self._first) / self._first

    def __str__(self):
        return f"{self._first:.1f} MB once it is warm, {self._last:.1f} MB at the end: {self.growth_percent:+.1f} %"

    @property
    def _first(self):
        part = max(1, len(self._seen) // PART)
        return statistics.median(self._seen[part:2 * part])

    @property
    def _last(self):
        return statistics.median(self._seen[-max(1, len(self._seen) // PART):])

    def _look(self):
        while not self._is_over.wait(SECONDS_BETWEEN):
            self._seen.append(self._server.memory_mb())
