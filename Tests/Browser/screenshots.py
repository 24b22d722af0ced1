"""Pictures of every page of the demo town, at three widths, light and dark: scripts/screenshots [word in the name]"""
import pathlib
import sys

from browser import Visitor, chromium
from pages import PAGES
from test_every_page import WIDTHS
from town import Town

FOLDER = pathlib.Path(".build/screenshots")


def main(words):
    FOLDER.mkdir(parents=True, exist_ok=True)
    entries = [entry for entry in PAGES if all(word in entry.name for word in words)]
    with Town() as town, chromium() as browser:
        visitor = Visitor(browser, town)
        for entry in entries:
            for scheme in ["light", "dark"]:
                page = visitor.visit(entry.who, scheme=scheme, allowing=[entry.status])
                entry.open(page)
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 900})
                    page.screenshot(path=FOLDER / f"{entry.name}-{width}-{scheme}.png", full_page=True)
                visitor.forget()
            print(f"{FOLDER}/{entry.name}-*.png")
    return 0 if entries else "no page has a name like that"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
