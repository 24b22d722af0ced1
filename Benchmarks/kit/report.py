"""The table for people and the same as JSON for programs."""
import json
import statistics

from .machine import label

HEADINGS = ["", "measured", "ours", "reference", "ratio (min - max)", "target", "", "load", "durability"]


def print_table(measurements, failures, differing, machine, quick):
    print(f"\nMachine: {label(machine)}")
    if quick:
        print("Quick rounds: good for trying the kit out, too short to judge by.")
    rows = [HEADINGS, *(_row(measurement) for measurement in measurements)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    for difference in differing:
        print(f"The C loop is not in step with the server: {difference}")
    for workload, reason in failures.items():
        print(f"{workload} FAILED TO RUN: {reason}")


def write_json(path, measurements, failures, machine, **facts):
    result = {
        **facts, "machine": machine, "failures": failures,
        "measurements": [
            {**measurement.as_json(machine), "row": _row(measurement)} for measurement in measurements],
    }
    with open(path, "w") as file:
        json.dump(result, file, indent=2)
        file.write("\n")


def _row(measurement):
    target = measurement.target
    ours = f"{_number(statistics.median(measurement.ours))} {measurement.unit}"
    reference = ratio = "-"
    if measurement.theirs:
        reference = f"{_number(statistics.median(measurement.theirs))} {measurement.reference}"
        ratio = _spread(measurement.ratios)
    else:
        ours += f" ({_number(min(measurement.ours))} - {_number(max(measurement.ours))})"
    sign = ">=" if target.comparison == "at least" else "<="
    limit = f"{sign} {target.limit:g} " + ("x" if target.of == "ratio" else measurement.unit)
    return [
        measurement.workload, measurement.what, ours, reference, ratio, limit,
        "holds" if measurement.holds else "MISSED", f"{statistics.median(measurement.load_averages):.1f}",
        measurement.durability + _flushes(measurement),
    ]


def _flushes(measurement):
    """How often the disk was told to flush, which shows whether both sides really paid for durability."""
    parts = []
    for side in ("ours", "theirs"):
        rates = [details[side].get("flushes_per_second") for details in measurement.details if side in details]
        rates = [rate for rate in rates if rate is not None]
        if rates:
            parts.append(f"{statistics.median(rates):,.0f}/s {side}")
    return f"; flushes {', '.join(parts)}" if parts else ""


def _spread(ratios):
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f} - {max(ratios):.2f})"


def _number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"
