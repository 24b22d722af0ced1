"""All pages, and who sees them. Every page of the server must have an entry: a test compares the two lists."""
import dataclasses
import re


@dataclasses.dataclass(frozen=True)
class Page:
    """A page of the town as somebody sees it."""
    # The path as it stands in the routes, with names in braces.
    route: str
    # Who looks: `mia` is a customer, `amina` owns the bakery, `brian` works there; nobody where it is None.
    who: str | None = None
    # Where the page is in the town; the route itself where nothing is said.
    path: str | None = None
    # A page with a link to this one, and how to find the link, for pages with ids that nobody knows beforehand; it may
    # stand in a field.
    link: tuple[str, str] | None = None
    # A link on that page that leads on to this one.
    then: str | None = None
    # The status that the page has.
    status: int = 200

    @property
    def name(self):
        words = re.findall(r"\w+", self.path or self.route)
        return "-".join([*words, self.who or "nobody"])

    def open(self, page):
        """Goes to the page, in a window of whoever looks at it."""
        if self.link is None:
            answer = page.goto(self.path or self.route)
        else:
            page.goto(self.link[0])
            for selector in filter(None, [self.link[1], self.then]):
                element = page.locator(selector).first
                answer = page.goto(element.get_attribute("href") or element.get_attribute("value"))
        assert answer.status == self.status, f"{page.url} answers {answer.status}"


TILL = "/shop/loyalty/redemptions"
REWARDS = "/shop/loyalty/rewards"
REFERRALS = "/shop/loyalty/referrals"
SETTINGS = "/shop/loyalty/settings"

PAGES = [
    # Everybody's
    Page("/login"),
    Page("/login", path="/no-such-page", status=404),

    # The customer's
    Page("/loyalty", "mia"),
    Page("/loyalty", "amina"),
    Page("/loyalty/{shop}", "mia", "/loyalty/bakery"),
    Page("/loyalty/{shop}/rewards/{reward}", "mia", link=("/loyalty/bakery", "a[href*='/rewards/']")),
    Page("/loyalty/{shop}/history", "mia", "/loyalty/bakery/history"),
    Page("/loyalty/{shop}/history/{entry}", "mia", link=("/loyalty/bakery/history", "main a[href*='/history/']")),
    Page("/loyalty/{shop}/leave", "mia", "/loyalty/bakery/leave"),
    Page("/loyalty/notices", "mia"),
    Page("/loyalty/settings", "mia"),
    Page("/offline"),
    Page("/r/{code}", path="/r/NOSUCHCODE", status=404),
    Page("/r/{code}", "mia", link=("/loyalty/bakery", "#invite-link")),

    # The overview of a shop
    Page("/shop/loyalty", "amina"),
    Page("/shop/loyalty", "amina", "/shop/loyalty?days=365"),
    Page("/shop/loyalty", "brian"),

    # Members
    Page("/shop/loyalty/members", "amina"),
    Page("/shop/loyalty/members", "brian", "/shop/loyalty/members?search=Wanj"),
    Page("/shop/loyalty/members", "amina", "/shop/loyalty/members?search=nobody"),
    Page("/shop/loyalty/members/{customer}", "amina", "/shop/loyalty/members/42"),
    Page("/shop/loyalty/members/{customer}", "brian", "/shop/loyalty/members/42"),
    Page("/shop/loyalty/members/{customer}/statement", "amina", "/shop/loyalty/members/42/statement"),

    # The program
    Page("/shop/loyalty/program", "amina"),
    Page("/shop/loyalty/program/versions", "amina"),

    # Rewards
    Page("/shop/loyalty/rewards", "amina"),
    Page("/shop/loyalty/rewards", "amina", "/shop/loyalty/rewards?state=sold_out"),
    Page("/shop/loyalty/rewards/new", "amina"),
    Page("/shop/loyalty/rewards/{reward}", "amina", link=(REWARDS, "a.reward")),
    Page("/shop/loyalty/rewards/{reward}/delete", "amina", link=(REWARDS, "a.reward"), then="a[href$='/delete']"),

    # Referrals
    Page("/shop/loyalty/referrals", "amina"),
    Page("/shop/loyalty/referrals", "amina", "/shop/loyalty/referrals?state=taken_back"),
    Page("/shop/loyalty/referrals/terms", "amina"),
    Page("/shop/loyalty/referrals/{referral}", "amina", link=(f"{REFERRALS}?state=blocked", "a.referral")),

    # The till
    Page("/shop/loyalty/redemptions", "brian"),
    Page("/shop/loyalty/redemptions", "amina", "/shop/loyalty/redemptions?status=expired"),
    Page("/shop/loyalty/redemptions", "brian", "/shop/loyalty/redemptions?find=Wanj"),
    Page("/shop/loyalty/redemptions", "brian", "/shop/loyalty/redemptions?find=nobody"),
    Page("/shop/loyalty/redemptions/{redemption}", "brian", link=(TILL, "a.redemption")),
    Page("/shop/loyalty/redemptions/{redemption}/cancel", "brian", link=(f"{TILL}?status=pending", "a.redemption"),
         then="a[href$='/cancel']"),
    Page("/shop/loyalty/redemptions/for/{customer}", "brian", "/shop/loyalty/redemptions/for/42"),
    Page("/shop/loyalty/redemptions/for/{customer}/{reward}", "brian",
         link=("/shop/loyalty/redemptions/for/42", "a.button.primary")),

    # The settings of a shop
    Page(SETTINGS, "amina"),
    Page(SETTINGS, "brian", status=403),
    Page(f"{SETTINGS}/staff", "amina"),
    Page(f"{SETTINGS}/staff/{{customer}}/removal", "amina", link=(f"{SETTINGS}/staff", "a.act")),
    Page(f"{SETTINGS}/keys", "amina"),
    Page(f"{SETTINGS}/keys/{{key}}/revocation", "amina", link=(f"{SETTINGS}/keys", "a.act")),
    Page(f"{SETTINGS}/acts", "amina"),
    Page(f"{SETTINGS}/acts", "amina", f"{SETTINGS}/acts?kind=none"),
    Page(f"{SETTINGS}/exports", "amina"),
    Page(f"{SETTINGS}/exports", "amina", f"{SETTINGS}/exports?file=entries&from=2026-02-01&until=2026-01-01",
         status=400),
]

# What the operator's console has of every list, beside the list itself: one row.
CONSOLE = ["programs", "members", "entries", "rewards", "redemptions", "referrals", "work", "acts"]
PAGES += [
    Page("/admin", "otieno"),
    Page("/admin", "amina", status=404),
    Page("/admin/shops", "otieno"),
    Page("/admin/shops", "otieno", "/admin/shops?search=nothing"),
    Page("/admin/shops/{shop}", "otieno", "/admin/shops/bakery"),
    *[Page(f"/admin/{name}", "otieno") for name in CONSOLE],
    *[Page(f"/admin/{name}/{{shop}}/{{record}}", "otieno", link=(f"/admin/{name}", "a.record")) for name in CONSOLE],

    # What pages are made of
    Page("/components"),
]

# What browsers get and nobody looks at.
FILES = {"/assets/{file}", "/manifest.webmanifest", "/sw.js", "/loyalty/settings/data", "/shop/loyalty/activity",
         "/shop/loyalty/members.csv", "/shop/loyalty/rewards.csv", "/shop/loyalty/referrals.csv",
         "/shop/loyalty/members/{customer}/statement.csv", "/assets/accents/{file}", f"{SETTINGS}/acts.csv",
         f"{SETTINGS}/exports/entries.csv", f"{SETTINGS}/exports/redemptions.csv"}
