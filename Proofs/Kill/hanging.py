"""Has PostgreSQL hang under load: its processes stand still, and keep their connections and their locks."""
import random
import time

from server import Wrong
from together import Town

# Longer than anything waits for it but a commit.
LONG_SECONDS = 45
READY_ANSWER_SECONDS_MAX = 3


def prove(binary, postgres, hangs):
    """Returns how many calls were answered, how many of them when asked again, and the seconds from when it went on
    until both servers served. The first time it hangs for long."""
    town = Town(binary, postgres.database("hung"))
    seconds = []
    try:
        town.open()
        with town.under_load():
            for number in range(hangs):
                town.pause()
                postgres.hang()
                try:
                    for server in town.servers:
                        require_told(server)
                    time.sleep(random.uniform(0, 5) if number else LONG_SECONDS)
                finally:
                    postgres.go_on()
                seconds.append(town.seconds_until_all_serve())
            town.pause()
        return *town.close(), seconds
    finally:
        town.end()


def require_told(server):
    """Whoever asks whether a server is ready is told soon that it is not."""
    begun = time.monotonic()
    status, answer = server.call("GET", "/readyz")
    if status != 503 or time.monotonic() - begun > READY_ANSWER_SECONDS_MAX:
        raise Wrong(f"/readyz said {status} {answer} after {time.monotonic() - begun:.1f} s of a database that hangs")
