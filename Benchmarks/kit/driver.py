"""The command line: builds the C programs, runs the workloads one after the other, reports."""
import argparse
import datetime
import os
import shutil
import signal
import sys
import tempfile

from .agreement import differences
from .bench import Bench
from .failure import RunFailed
from .programs import compile_programs
from .publish import publish
from .report import print_table, write_json
from .workloads import WORKLOADS

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OUTPUT = os.path.join(ROOT, ".build", "bench")
RESULTS = os.path.join(OUTPUT, "results.json")
ROUNDS_MIN = 5


def main(arguments):
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    options = read(arguments)
    if options.results:
        return tell_published(options.results, options.publish)
    if sys.platform != "linux":
        print("The benchmarks need Linux: the load generator stands on epoll, the figures on /proc.")
        return 1
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that servers end and folders go
    os.makedirs(options.data, exist_ok=True)
    data = tempfile.mkdtemp(prefix="data-", dir=options.data)
    try:
        compile_programs(OUTPUT)
        bench = Bench(OUTPUT, options.tuzo, data, options.quick, options.rounds)
        status = measure(bench, options)
        if options.publish:
            tell_published([RESULTS], options.publish)
        return status
    except RunFailed as failure:
        print(failure)
        return 1
    finally:
        shutil.rmtree(data)


def read(arguments):
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description="Measures Tuzo against its references.")
    parser.add_argument("--quick", action="store_true", help="short rounds, to try the kit out")
    parser.add_argument("--only", nargs="+", choices=WORKLOADS, default=list(WORKLOADS), metavar="B1")
    parser.add_argument("--rounds", type=int, default=ROUNDS_MIN, help=f"at least {ROUNDS_MIN}")
    parser.add_argument("--tuzo", default=os.path.join(ROOT, ".build", "release", "tuzo"), help="a release build")
    parser.add_argument("--data", default=OUTPUT, help="a folder on the disk to measure")
    parser.add_argument(
        "--publish", nargs="?", const=os.path.join(ROOT, "docs"), metavar="FOLDER",
        help="write the results as a page with pictures, into docs or another folder")
    parser.add_argument(
        "--from", dest="results", nargs="+", metavar="JSON", help="publish these results and measure nothing")
    options = parser.parse_args(arguments)
    if options.results:
        if not options.publish:
            parser.error("--from goes with --publish")
        return options
    if options.rounds < ROUNDS_MIN:
        parser.error(f"--rounds must be at least {ROUNDS_MIN}")
    if not os.access(options.tuzo, os.X_OK):
        parser.error(f"there is no {options.tuzo}: run `swift build -c release` first")
    os.makedirs(OUTPUT, exist_ok=True)
    return options


def measure(bench, options):
    measurements, failures, differing = [], {}, []
    started = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
    try:
        differing = differences(bench)
    except RunFailed as failure:
        failures["agreement"] = str(failure)
    for name in options.only:
        try:
            measurements += WORKLOADS[name](bench)
        except RunFailed as failure:
            failures[name] = str(failure)
    print_table(measurements, failures, differing, bench.machine, options.quick)
    write_json(
        RESULTS, measurements, failures, bench.machine, reference_differs=differing, started_at=started,
        quick=options.quick)
    print(f"As JSON: {os.path.relpath(RESULTS)}")
    return 1 if failures else 0


def tell_published(files, folder):
    print(f"Published: {publish(files, folder)}")
    return 0
