"""How a figure moves as the work grows: for the picture beside the table."""
from __future__ import annotations

import statistics
from dataclasses import dataclass, field


@dataclass
class Curve:
    name: str  # of its file
    title: str
    axis: str
    unit: str
    limit: float | None = None  # a line across
    series: dict = field(default_factory=dict)  # values of all rounds by size, by what was measured

    def add(self, series, size, value):
        """One round."""
        self.series.setdefault(series, {}).setdefault(size, []).append(value)

    def as_json(self):
        return {
            "name": self.name, "title": self.title, "axis": self.axis, "unit": self.unit, "limit": self.limit,
            "series": {
                label: [{"size": size, "median": statistics.median(values), "values": values}
                        for size, values in sorted(points.items())]
                for label, points in self.series.items()},
        }
