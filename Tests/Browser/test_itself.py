"""The checks bite: a page that breaks them is found."""
from test_every_page import RULES, axe, widest


def test_a_page_that_not_everybody_can_use_is_found(visit):
    page = visit()
    page.set_content("<html lang=en><title>A</title><main><img src='data:,'><a href='/' style='color: #eee'>hardly there</a>")
    found = {violation["id"] for violation in axe.run(page, options=RULES).response["violations"]}
    assert {"image-alt", "color-contrast"} <= found


def test_an_error_of_a_script_is_found(visit, visitor):
    page = visit(path="/login")
    page.evaluate("console.error('a fault')")
    page.evaluate("fetch('/no-such-file').then(answer => answer.text())")
    assert [fault.split(":")[0] for fault in visitor.faults] == ["console", "404"]
    visitor.faults.clear()


def test_a_page_that_is_too_wide_is_found(visit):
    page = visit(width=360)
    page.set_content("<p style='width: 400px'>wide")
    assert page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth") > 0
    assert "P" in widest(page)
