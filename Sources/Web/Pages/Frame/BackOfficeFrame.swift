import Loyalty
import Operations

/// Where owners and staff can go from any page of their shop.
enum BackOfficePlace: String, CaseIterable {
    case overview
    case till
    case members
    case rewards
    case program
    case referrals
    case insight
    case shop

    var path: String {
        switch self {
        case .overview: "/shop/loyalty"
        case .till: "/shop/loyalty/redemptions"
        case .members: "/shop/loyalty/members"
        case .rewards: "/shop/loyalty/rewards"
        case .program: "/shop/loyalty/program"
        case .referrals: "/shop/loyalty/referrals"
        case .insight: "/shop/loyalty/insight"
        case .shop: "/shop/loyalty/settings"
        }
    }

    /// Whether staff may go there too: they work the till and look members up, and change nothing of the program.
    var isForStaff: Bool { [.overview, .till, .members].contains(self) }

    /// Whether there is a page of it already; the others are planned, and nothing leads to them.
    var isServed: Bool { self != .insight }

    /// Whether somebody can go there.
    func isOpen(to context: BackOfficeContext) -> Bool { isServed && (context.isOwner || isForStaff) }
}

extension PageRoom {
    /// What stands around a page of a shop's back office.
    func backOfficeFrame(
        _ title: String, at place: BackOfficePlace, for context: BackOfficeContext, notice: String? = nil
    ) -> Frame {
        let words = wording(for: context.visitor).words
        let places = BackOfficePlace.allCases.filter { $0.isOpen(to: context) }.map { candidate in
            Frame.Place(
                path: context.path(candidate.path), label: words("place.\(candidate.rawValue)"),
                icon: candidate.rawValue, isHere: candidate == place)
        }
        return Frame(
            title, for: context.visitor, home: context.path(BackOfficePlace.overview.path), places: places,
            person: context.shop.name, notice: notice, accent: Accent.name(of: context.shop))
    }
}

extension BackOfficeContext {
    /// A path within the back office that stays in this shop, where the visitor has several.
    /// - Parameter query: What else stands behind the question mark, such as `search=mia`.
    func path(_ path: String, _ query: String? = nil) -> String {
        let shop = workplaces.count > 1 || workplaces.first != self.shop ? "shop=\(pathPart(self.shop.id.text))" : nil
        let parts = [shop, query].compactMap(\.self)
        return parts.isEmpty ? path : "\(path)?\(parts.joined(separator: "&"))"
    }
}
