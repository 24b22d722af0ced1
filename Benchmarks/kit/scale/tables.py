"""Tables for docs/operating/scale.md."""
from ..machine import label

KILO = 1_000
GROWING_MS = 500  # after the 20 seconds that are simulated
UNITS = ("B", "kB", "MB", "GB", "TB")


def print_tables(costs, need, checks, breaking):
    print(f"Machine: {label(costs['machine'])}; {costs['durability']}; load {costs['load_average']:.1f}\n")
    print_sizes(costs, need)
    print_rates(costs, checks)
    print_demand(need)
    print_breaking(breaking)


def print_sizes(costs, need):
    print("| Table | Rows an order | Bytes a row | With indexes | At full size |\n| --- | --- | --- | --- | --- |")
    for name, size in sorted(costs["bytes"].items(), key=lambda item: -need["tables"][item[0]]):
        whole = size["table"] + size["indexes"]
        print(f"| `{name}` | {size['an_order']:.2f} | {size['table']:.0f} | {whole:.0f} | "
              f"{bytes_text(need['tables'][name])} |")
    print(f"| all | | | | {bytes_text(need['bytes'])}, of which indexes {bytes_text(need['index_bytes'])} |\n")


def print_rates(costs, checks):
    print("| | Orders a second | In a commit | Server | Database | Log |\n| --- | --- | --- | --- | --- | --- |")
    for name, key in (
            ("one caller", "alone"), ("64 callers, one shop", "one_shop"), ("64 callers, 100 shops", "spread")):
        cost = costs[key]
        print(f"| {name} | {cost['orders_per_second']:,.0f} | {cost['orders_per_commit']:.1f} | "
              f"{cost['server_us']:.0f} µs | {cost['database_us']:.0f} µs | {bytes_text(cost['log_bytes'])} |")
    line = costs["line"]
    print(f"\nA shop's line: {line['commit'] * 1e3:.2f} ms a commit and {line['order'] * 1e3:.3f} ms an order.")
    for name, (measured, simulated) in checks.items():
        print(f"{name}: measured {measured:,.0f} a second, simulated {simulated:,.0f}.")
    print()


def print_demand(need):
    of = need["installation"]
    print(f"{of.shops:,} shops, {of.members:,} members, {of.entries:,} entries in {of.years:g} years, "
          f"busiest hour {of.peak:g} times the average:")
    print("| What | How much |\n| --- | --- |")
    for name, value in (
        ("Orders a second, average and busiest hour", f"{need['average']:,.0f} and {need['peak']:,.0f}"),
        ("Processors of all servers, busiest hour", f"{need['server_cores']:.2f} cores"),
        ("Processors of the database, busiest hour", f"{need['database_cores']:.2f} cores"),
        ("Write-ahead log, busiest hour", f"{bytes_text(need['log_bytes_per_second'])} a second"),
        ("Write-ahead log, a day", bytes_text(need["log_bytes_per_day"])),
        ("Pages read from disk, where no leaf is in memory", f"{need['reads_per_second']:,.0f} a second"),
        ("Memory for what is above the leaves of all indexes", bytes_text(need["inner_bytes"])),
        ("Bytes on disk", bytes_text(need["bytes"])),
        ("Lots whose last day comes, a day", f"{need['lapses_per_day']:,.0f}"),
    ):
        print(f"| {name} | {value} |")
    print()


def print_breaking(breaking):
    print("| One shop has | Its orders a second | p99 in its line |\n| --- | --- | --- |")
    for name, rate, p99 in breaking["rows"]:
        print(f"| {name} | {rate:,.0f} | {p99:,.0f} ms{' and growing' if p99 > GROWING_MS else ''} |")
    print(f"\nOne shop's line bears {breaking['bearable']:,.0f} orders a second.")


def bytes_text(count):
    power = 0
    while count >= KILO and power < len(UNITS) - 1:
        count, power = count / KILO, power + 1
    return f"{count:.3g} {UNITS[power]}"
