"""All pages, and who sees them. Every page of the server must have an entry: a test compares the two lists."""
import dataclasses


@dataclasses.dataclass(frozen=True)
class Page:
    """A page of the town as somebody sees it."""
    # The path as it stands in the routes, with names in braces.
    route: str
    # Who looks: `mia` is a customer, `amina` owns the bakery, `brian` works there; nobody where it is None.
    who: str | None = None
    # Where the page is in the town; the route itself where nothing is said.
    path: str | None = None
    # A page with a link to this one, and how to find the link, for pages with ids that nobody knows beforehand.
    link: tuple[str, str] | None = None
    # The status that the page has.
    status: int = 200

    @property
    def name(self):
        path = (self.path or self.route).strip("/").replace("?", "-").replace("=", "-").replace("&", "-")
        return f"{path.replace('/', '-').replace('{', '').replace('}', '') or 'home'}-{self.who or 'nobody'}"

    def open(self, page):
        """Goes to the page, in a window of whoever looks at it."""
        if self.link is None:
            answer = page.goto(self.path or self.route)
        else:
            page.goto(self.link[0])
            answer = page.goto(page.locator(self.link[1]).first.get_attribute("href"))
        assert answer.status == self.status, f"{page.url} answers {answer.status}"


PAGES = [
    # Everybody's
    Page("/login"),
    Page("/login", path="/no-such-page", status=404),

    # The customer's
    Page("/loyalty", "mia"),
    Page("/loyalty", "amina"),
]

# What browsers get and nobody looks at.
FILES = {"/assets/{file}"}
