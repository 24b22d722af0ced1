"""Whether what was reported as written was also sent to the disk."""
import os
import time

FLUSHES_FIELD = 15  # of /sys/block/*/stat: completed flush requests
MEMORY_FILE_SYSTEMS = ("tmpfs", "ramfs")


class Disk:
    """Counts the flushes of the device that a folder lives on. Other programs' flushes are in it too."""

    def __init__(self, folder, file_system):
        self.is_memory = file_system in MEMORY_FILE_SYSTEMS
        device = os.stat(folder).st_dev
        path = os.path.realpath(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}")
        if os.path.exists(os.path.join(path, "partition")):
            path = os.path.dirname(path)
        self._counters = os.path.join(path, "stat")

    def flushes(self):
        """Flushes since the machine started, or None where the device does not count them."""
        try:
            with open(self._counters) as counters:
                return int(counters.read().split()[FLUSHES_FIELD])
        except (OSError, IndexError):
            return None

    @staticmethod
    def settle():
        """Writes out what earlier measurements left behind, so that it does not fall into the next one."""
        os.sync()


class FlushRate:
    """`with FlushRate(disk) as rate:` and afterwards `rate.per_second`, None where unknown."""

    def __init__(self, disk):
        self._disk = disk
        self.per_second = None

    def __enter__(self):
        self._before, self._start = self._disk.flushes(), time.monotonic()
        return self

    def __exit__(self, *_):
        after = self._disk.flushes()
        if self._before is not None and after is not None:
            self.per_second = (after - self._before) / (time.monotonic() - self._start)
