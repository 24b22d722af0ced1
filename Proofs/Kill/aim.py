"""Kills a program in the middle of its work: when so much of it is in the database, and a moment later."""
import random
import time

from server import Wrong

LOOK_AGAIN_SECONDS = 0.001
MOMENT_SECONDS = 0.02  # about as long as one transaction of the work takes
SECONDS_MAX = 120


def kill_once(is_time, process, moment=MOMENT_SECONDS):
    """Kills a program within so many seconds after something is true. Returns whether it was still running."""
    deadline = time.monotonic() + SECONDS_MAX
    while process.poll() is None and not is_time():
        if time.monotonic() > deadline:
            raise Wrong(f"what was to be killed came to nothing within {SECONDS_MAX} s")
        time.sleep(LOOK_AGAIN_SECONDS)
    time.sleep(random.uniform(0, moment))
    is_running = process.poll() is None
    process.kill()
    if process.wait() > 0:
        raise Wrong(f"what was to be killed ended with {process.returncode}")
    return is_running


def next_target(done, whole, kills):
    """How much is to be done when the next of so many kills comes, so that something is left for the last of them."""
    return min(whole, done + random.randint(1, max(1, 2 * (whole - done) // (kills + 1))))
