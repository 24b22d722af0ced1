"""What holds for every page: in the widths of a phone, a tablet and a desk, light and dark."""
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages import FILES, PAGES
from town import endpoints

WIDTHS = [360, 768, 1280]
# Every rule of the Web Content Accessibility Guidelines 2.2, levels A and AA, that a machine can check.
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
axe = Axe()

each_page = pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.name)


def test_every_page_of_the_server_has_an_entry():
    routes = set(endpoints())
    assert routes, "the server lists no pages"
    assert routes == {entry.route for entry in PAGES} | FILES


def test_no_two_entries_have_one_name():
    assert len({entry.name for entry in PAGES}) == len(PAGES)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@each_page
def test_a_page_can_be_used_by_everybody(visit, entry, scheme):
    page = visit(entry.who, scheme=scheme, allowing=[entry.status])
    entry.open(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found = axe.run(page, options=RULES)
        assert found.violations_count == 0, f"{width} px, {scheme}: {found.generate_report()}"


@each_page
def test_a_page_never_scrolls_sideways(visit, entry):
    for language in ["en", "sw"]:
        page = visit(entry.who, width=360, language=language, allowing=[entry.status])
        entry.open(page)
        assert page.locator("html").get_attribute("lang") == language
        for width in [320, *WIDTHS]:
            page.set_viewport_size({"width": width, "height": 900})
            overhang = page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth")
            assert overhang <= 0, f"{width} px, {language}: {overhang} px too wide: {widest(page)}"


@each_page
def test_a_page_has_one_heading_and_a_title(visit, entry):
    page = visit(entry.who, allowing=[entry.status])
    entry.open(page)
    assert page.locator("h1").count() == 1
    assert re.fullmatch(r".+ · Tuzo", page.title())
    assert not re.search(r"\[\[|\{\{", page.content()), "a template shows through"


def widest(page):
    """The elements that stick out of the window, for whoever mends the page."""
    return page.evaluate("""
        [...document.querySelectorAll('body *')]
            .filter(element => element.getBoundingClientRect().right > window.innerWidth + 1)
            .map(element => element.tagName + '.' + element.getAttribute('class')).slice(0, 5).join(', ')
    """)
