"""Back-ups by PostgreSQL's own tool while clients go on, restored into other databases."""
from server import Wrong, run

COPIES = 3
ORDERS = "SELECT COUNT(*) FROM order_state"
POINTS = "SELECT shop_id, customer_id, balance_points, held_points, sequence FROM member ORDER BY shop_id, customer_id"
NAME = "restored"


def prove(binary, postgres, database, town):
    """Each is in order, and of one moment between its beginning and its end. Returns how many orders the last has."""
    for _ in range(COPIES):
        town.pause()
        before = count(database)
        restored = copy(postgres, database)
        after = count(database)
        run(binary, restored, "audit")
        orders = count(restored)
        restored.drop()
        if not before <= orders <= after:
            raise Wrong(f"a back-up has {orders} orders, between {before} and {after}")
    return orders


def prove_whole(binary, postgres, database):
    """One while nobody writes has everything."""
    restored = copy(postgres, database)
    run(binary, restored, "audit")
    if restored.rows(POINTS) != database.rows(POINTS) or restored.dump() != database.dump():
        raise Wrong("a back-up and its database are not the same")
    restored.drop()


def copy(postgres, database):
    file = str(postgres.folder / "copy.dump")
    postgres.run("pg_dump", "--format=custom", "--file", file, database.name)
    restored = postgres.database(NAME)
    postgres.run("pg_restore", "--exit-on-error", "--dbname", NAME, file)
    return restored


def count(database):
    return int(database.rows(ORDERS)[0][0])
