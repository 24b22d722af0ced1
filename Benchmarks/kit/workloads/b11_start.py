"""B11: start to ready, and memory: idle and under load."""
import time

from ..measurement import Measurement, Target
from ..shop import CONNECTIONS, Orders, open_shop
from ..tuzo import Server

READY_MS_MAX = 200
IDLE_MB_MAX = 60
BUSY_MB_MAX = 200
IDLE_SECONDS = 2


def run(bench):
    def line(what, unit, limit):
        return Measurement("B11", what, unit, Target("at most", limit, of="ours"), bench.durability)

    first = line("start to ready, new database", "ms", READY_MS_MAX)
    again = line("start to ready, its second start", "ms", READY_MS_MAX)
    idle = line(f"memory, idle for {IDLE_SECONDS} s", "MB", IDLE_MB_MAX)
    busy = line(f"peak memory, {CONNECTIONS} connections", "MB", BUSY_MB_MAX)
    for load in bench.each_round("B11"):
        with bench.database() as database:
            with Server(bench.binary, database) as server:
                first.add(server.milliseconds_to_ready, load=load)
                time.sleep(IDLE_SECONDS)
                idle.add(server.memory_mb("VmRSS"), load=load)
                open_shop(server)
                Orders(bench, server).send(connections=CONNECTIONS)
                busy.add(server.memory_mb("VmHWM"), load=load)
            with Server(bench.binary, database) as server:
                again.add(server.milliseconds_to_ready, load=load)
    return [first, again, idle, busy]
