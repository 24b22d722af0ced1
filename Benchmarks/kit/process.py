"""The memory of running processes, and what they have done."""
import os

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def memory_mb(pid, field):
    """`VmRSS` (now) or `VmHWM` (the most so far), or None once the process has ended."""
    try:
        with open(f"/proc/{pid}/status") as status:
            for line in status:
                if line.startswith(field + ":"):
                    return int(line.split()[1]) / 1024
    except (FileNotFoundError, ProcessLookupError):
        pass
    return None


def shared_memory_mb(pid):
    """Of a process and its children together: of a page that several have, each counts its share."""
    with open(f"/proc/{pid}/task/{pid}/children") as children:
        processes = [pid, *(int(child) for child in children.read().split())]
    return sum(_share_mb(process) for process in processes)


def _share_mb(pid):
    with open(f"/proc/{pid}/smaps_rollup") as rollup:
        return next(int(line.split()[1]) / 1024 for line in rollup if line.startswith("Pss:"))


def processor_seconds(pid):
    """Of a process and its children, those that have ended and were waited for included."""
    total = 0
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as stat:
                    fields = stat.read().rsplit(")", 1)[1].split()
            except OSError:
                continue  # it has just ended
            if int(entry) == pid:
                total += sum(int(field) for field in fields[11:15])
            elif int(fields[1]) == pid:
                total += int(fields[11]) + int(fields[12])
    return total / TICKS_PER_SECOND
