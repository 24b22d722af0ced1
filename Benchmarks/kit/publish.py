"""Writes results as a page of the documentation: the table, the curves, and what they were measured on."""
import json
import os

from .machine import label
from .picture import draw
from .workloads import WORKLOADS

PAGE = "BENCHMARKS.md"
IMAGES = "images"
REASON_MAX = 300  # characters
HEADINGS = ["", "Measured", "Ours", "Reference", "Ratio (min – max)", "Target", "", "Load", "Durability"]


def publish(files, folder):
    """`files` are results as JSON; where two have the same workload, the later one counts."""
    results = [_read(file) for file in files]
    measurements = _latest(results)
    os.makedirs(os.path.join(folder, IMAGES), exist_ok=True)
    pictures = [picture for line in measurements for picture in line["curves"]]
    for curve in pictures:
        with open(os.path.join(folder, _image(curve)), "w") as file:
            file.write(draw(curve))
    page = os.path.join(folder, PAGE)
    with open(page, "w") as file:
        parts = _head(results, measurements), _table(measurements), _missed(measurements), _gallery(pictures)
        file.write("\n".join(line for part in parts for line in part))
    return page


def _read(path):
    with open(path) as file:
        return json.load(file)


def _latest(results):
    """In the order of the workloads."""
    by_workload = {}
    for result in results:
        for name in {line["workload"] for line in result["measurements"]}:
            by_workload[name] = [line for line in result["measurements"] if line["workload"] == name]
    return [line for name in WORKLOADS for line in by_workload.get(name, [])]


def _head(results, measurements):
    days = sorted({result["started_at"][:10] for result in results})
    machines = dict.fromkeys(label(result["machine"]) for result in results)
    yield "# Benchmarks\n"
    yield "What `make bench` measured, and whether the targets hold. A speed is a ratio against a reference of the same"
    yield "run; the other numbers are good for nothing elsewhere. [How it is measured](../Benchmarks/README.md).\n"
    yield f"Measured {' and '.join(days)} on {'; '.join(machines)}."
    yield "Load is the machine's load average as the rounds began, the run itself included; medians of all rounds."
    if any(result["quick"] for result in results):
        yield "\n**Quick rounds: good for trying the kit out, too short to judge by.**"
    for result in results:
        for difference in result["reference_differs"]:
            yield f"\nThe C loop was not in step with the server: {difference}."
    yield from _failures(results, {line["workload"] for line in measurements})
    yield ""


def _failures(results, measured):
    """What did not run and was not made up for by another result."""
    reasons = {name: reason for result in results for name, reason in result["failures"].items()}
    for name, reason in reasons.items():
        if name not in measured:
            yield f"\n{name} did not run: {' '.join(reason.split())[:REASON_MAX]}"
    absent = [name for name in WORKLOADS if name not in measured and name not in reasons]
    if absent:
        yield f"\nNot in these results: {', '.join(absent)}."


def _table(measurements):
    yield f"| {' | '.join(HEADINGS)} |"
    yield f"|{' --- |' * len(HEADINGS)}"
    for line in measurements:
        yield f"| {' | '.join(line['row'])} |"
    yield ""


def _missed(measurements):
    missed = [line for line in measurements if not line["holds"]]
    held = len(measurements) - len(missed)
    yield f"{held} of {len(measurements)} targets hold."
    if missed:
        yield "Missed: " + "; ".join(f"{line['workload']}, {line['what']}" for line in missed) + "."
    yield ""


def _gallery(curves):
    for curve in curves:
        yield f"## {curve['title']}\n"
        yield f"![{curve['title']}]({_image(curve)})\n"


def _image(curve):
    return f"{IMAGES}/bench-{curve['name']}.svg"
