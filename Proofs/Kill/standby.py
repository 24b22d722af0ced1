"""Kills a PostgreSQL for good, under load, and promotes its standby, which has all that was acknowledged."""
import random
import time

from postgres import USER, Postgres
from server import Broken, Wrong
from tables import ServerDatabase
from together import Town

NAME = "mirrored"
IS_ALONE = "SELECT COUNT(*) = 0 FROM pg_stat_replication"
IS_FOLLOWED = "SELECT COUNT(*) = 1 FROM pg_stat_replication WHERE state = 'streaming'"
IS_WAITED_FOR = "SELECT COUNT(*) = 1 FROM pg_stat_replication WHERE sync_state = 'sync'"


def prove(binary, folder, promotions):
    """Returns how many calls were answered, how many of them when asked again, and the seconds from each promotion
    until both servers served."""
    try:
        promote_in(binary, folder / "control", 2, is_waited_for=False)
    except Broken:
        return promote_in(binary, folder / "mirror", promotions, is_waited_for=True)
    raise Wrong("a standby that commits did not wait for lost nothing of them: that proves nothing")


def promote_in(binary, folder, promotions, is_waited_for):
    folder.mkdir()
    folder.chmod(0o711)
    primary, standby = (Postgres(folder / name) for name in ("east", "west"))
    primary.make()
    primary.start()
    try:
        return promote_again_and_again(binary, primary, standby, promotions, is_waited_for)
    finally:
        for postgres in (primary, standby):
            postgres.stop()


def promote_again_and_again(binary, primary, standby, promotions, is_waited_for):
    primary.sql(f"CREATE DATABASE {NAME}")
    url = f"postgres://{USER}@/{NAME}?host={primary.folder},{standby.folder}&target_session_attrs=read-write"
    town = Town(binary, ServerDatabase(primary, NAME, url, primary.folder))
    seconds = []
    try:
        town.open()
        with town.under_load():
            for number in range(promotions):
                follow(primary, standby, is_waited_for)
                town.pause()
                if number % 2:
                    cut_off(primary, standby)
                primary.kill()
                time.sleep(random.uniform(0, 1))
                standby.promote()
                seconds.append(town.seconds_until_all_serve())
                # What was lost comes back as the standby of what was promoted.
                primary, standby = standby, primary
                town.move(ServerDatabase(primary, NAME, url, primary.folder))
            town.pause()
        return *town.close(), seconds
    finally:
        town.end()


def follow(primary, standby, is_waited_for):
    """From when this returns, a commit that is waited for is acknowledged once both have it on their disks."""
    standby.follow(primary)
    primary.wait_until(IS_FOLLOWED)
    if is_waited_for:
        primary.set("synchronous_standby_names", "*")
        primary.wait_until(IS_WAITED_FOR)


def cut_off(primary, standby):
    """Has nothing come to the standby any more, for the last moment: what is committed now waits for it, and must be
    acknowledged to nobody."""
    standby.set("primary_conninfo", "")
    primary.wait_until(IS_ALONE)
    time.sleep(random.uniform(0.1, 0.5))
