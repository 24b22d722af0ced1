"""The memory of a running process."""


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
