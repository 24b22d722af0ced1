"""What a large installation needs: measured for one order, worked out for ten billion entries."""
import argparse
import json
import os
import shutil
import sys
import tempfile

from ..bench import Bench
from ..driver import OUTPUT, ROOT
from ..failure import RunFailed
from ..programs import compile_programs
from .costs import measure
from .demand import INSTALLATION, demand
from .tables import print_tables
from .traffic import breaking_points, check_against

RESULTS = os.path.join(OUTPUT, "scale.json")


def main(arguments):
    parser = argparse.ArgumentParser(prog="Benchmarks/scale", description="Works out what a large installation needs.")
    parser.add_argument("--quick", action="store_true", help="a short measurement, to try it out")
    parser.add_argument("--tuzo", default=os.path.join(ROOT, ".build", "release", "tuzo"), help="a release build")
    parser.add_argument("--from", dest="costs", metavar="JSON", help="work with costs that were kept")
    options = parser.parse_args(arguments)
    try:
        costs = kept(options.costs) if options.costs else measured(options)
    except RunFailed as failure:
        print(failure)
        return 1
    print_tables(costs, demand(INSTALLATION, costs), check_against(costs), breaking_points(INSTALLATION, costs))
    return 0


def kept(file):
    with open(file) as costs:
        return json.load(costs)


def measured(options):
    os.makedirs(OUTPUT, exist_ok=True)
    data = tempfile.mkdtemp(prefix="data-", dir=OUTPUT)
    try:
        compile_programs(OUTPUT)
        costs = measure(Bench(OUTPUT, options.tuzo, data, options.quick, rounds=1))
    finally:
        shutil.rmtree(data)
    with open(RESULTS, "w") as file:
        json.dump(costs, file, indent=2)
    print(f"Costs kept: {os.path.relpath(RESULTS)}", file=sys.stderr)
    return costs
