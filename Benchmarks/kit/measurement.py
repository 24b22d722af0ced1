"""One line of the table: what was measured, round by round, and the target it is held against."""
from __future__ import annotations

import statistics
from dataclasses import dataclass, field

from .machine import load_average


@dataclass(frozen=True)
class Target:
    """`limit` for the ratio to the reference, or for our own value where there is none."""

    comparison: str  # "at least" or "at most"
    limit: float
    of: str = "ratio"  # or "ours"

    def holds(self, value):
        return value >= self.limit if self.comparison == "at least" else value <= self.limit


@dataclass
class Measurement:
    workload: str
    what: str
    unit: str
    target: Target
    durability: str
    reference: str = ""
    ours: list = field(default_factory=list)
    theirs: list = field(default_factory=list)
    load_averages: list = field(default_factory=list)
    details: list = field(default_factory=list)
    curves: list = field(default_factory=list)

    def add(self, value, reference_value=None, load=None, **details):
        """One round. `load` is the machine's load average as the round began."""
        self.ours.append(value)
        if reference_value is not None:
            self.theirs.append(reference_value)
        self.load_averages.append(load_average() if load is None else load)
        self.details.append(details)

    @property
    def ratios(self):
        return [ours / theirs for ours, theirs in zip(self.ours, self.theirs)]

    @property
    def compared(self):
        """The values that the target is about."""
        return self.ratios if self.target.of == "ratio" else self.ours

    @property
    def holds(self):
        return self.target.holds(statistics.median(self.compared))

    def as_json(self, machine):
        return {
            "workload": self.workload, "what": self.what, "unit": self.unit, "machine": machine,
            "load_averages": self.load_averages, "durability": self.durability,
            "ours": summary(self.ours), "reference": self.reference or None,
            "theirs": summary(self.theirs), "ratio": summary(self.ratios),
            "target": {"of": self.target.of, "comparison": self.target.comparison, "limit": self.target.limit},
            "holds": self.holds, "rounds": self.details, "curves": [curve.as_json() for curve in self.curves],
        }


def summary(values):
    if not values:
        return None
    return {"median": statistics.median(values), "min": min(values), "max": max(values), "values": values}
