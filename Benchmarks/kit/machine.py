"""What the numbers were taken on."""
import os
import platform


def describe(folder):
    return {
        "cores": len(os.sched_getaffinity(0)),
        "cpu": _first_value("/proc/cpuinfo", "model name") or platform.machine(),
        "memory_mb": int((_first_value("/proc/meminfo", "MemTotal") or "0 kB").split()[0]) // 1024,
        "kernel": f"{platform.system()} {platform.release()}",
        "file_system": _file_system(folder),
    }


def label(machine):
    return f"{machine['cores']} x {machine['cpu']}, {machine['kernel']}, {machine['file_system']}"


def load_average():
    """The average of the last minute, which the run itself takes part in."""
    return os.getloadavg()[0]


def _first_value(path, key):
    with open(path) as lines:
        for line in lines:
            name, _, value = line.partition(":")
            if name.strip() == key:
                return value.strip()
    return None


def _file_system(folder):
    """The type of the file system that holds a folder: its longest mount point."""
    best, kind = "", "unknown"
    with open("/proc/self/mounts") as mounts:
        for line in mounts:
            _, point, point_kind = line.split()[:3]
            inside = os.path.commonpath([point, os.path.realpath(folder)]) == point
            if inside and len(point) >= len(best):
                best, kind = point, point_kind
    return kind
