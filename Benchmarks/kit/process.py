"""The memory of running processes."""


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
