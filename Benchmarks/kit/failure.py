"""What makes a run fail; a missed target does not."""


class RunFailed(Exception):
    """A program did not run, or answered wrongly, so that its numbers mean nothing."""


def tail(path, lines=15):
    """The last lines of a log, to say why a program failed."""
    try:
        with open(path, errors="replace") as log:
            return "".join(log.readlines()[-lines:])
    except OSError:
        return ""
