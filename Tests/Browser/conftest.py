"""What every test is given: the town, and a browser whose windows are watched."""
import pytest

from browser import Visitor, chromium
from town import Town


@pytest.fixture(scope="session")
def town():
    with Town() as town:
        yield town


@pytest.fixture(scope="session")
def visitor(town):
    with chromium() as browser:
        yield Visitor(browser, town)


@pytest.fixture
def visit(visitor):
    """Opens pages: `page = visit("mia", "/loyalty")`. What went wrong in any of them fails the test at its end."""
    visitor.forget()
    yield visitor.visit
    faults = visitor.faults
    visitor.forget()
    assert not faults, "\n".join(faults)
