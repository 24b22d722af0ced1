"""Two sides that take turns in short slices, for speeds that wander faster than a round lasts."""


class Side:
    """Sums up slices. `slice` measures one and returns its count, its seconds and its report."""

    def __init__(self, slice):
        self._slice = slice
        self._count = self._seconds = 0
        self.reports = []

    def take_turn(self):
        count, seconds, report = self._slice()
        self._count += count
        self._seconds += seconds
        self.reports.append(report)

    @property
    def rate(self):
        return self._count / self._seconds

    def summary(self):
        flushes = [report["flushes_per_second"] for report in self.reports]
        known = [rate for rate in flushes if rate is not None]
        return {"flushes_per_second": sum(known) / len(known) if known else None, "slices": self.reports}


def take_turns(first, second, slices):
    """Who begins changes every time, so that neither always follows the other."""
    for number in range(slices):
        for side in (first, second) if number % 2 == 0 else (second, first):
            side.take_turn()
