import Loyalty
import Operations

/// Where a customer can go from any page.
enum CustomerPlace: String, CaseIterable {
    case wallet
    case notices
    case settings

    var path: String {
        switch self {
        case .wallet: "/loyalty"
        case .notices: "/loyalty/notices"
        case .settings: "/loyalty/settings"
        }
    }
}

extension PageRoom {
    /// What stands around a page of a customer's.
    /// - Parameter place: Where in the navigation the page is; `nil` for pages below the wallet, which belong to it.
    func customerFrame(
        _ title: String, at place: CustomerPlace?, for context: VisitorContext, _ surroundings: Surroundings,
        notice: String? = nil, accent: String = Accent.house
    ) async throws -> Frame {
        let words = wording(for: context.visitor).words
        let person = try await ViewPerson(in: surroundings)(context.customerID)
        let places = CustomerPlace.allCases.map { candidate in
            Frame.Place(
                path: candidate.path, label: words("place.\(candidate.rawValue)"), icon: candidate.rawValue,
                isHere: candidate == place ?? .wallet)
        }
        return Frame(
            title, for: context.visitor, places: places, person: person.customer?.name ?? context.customerID.text,
            notice: notice, accent: accent)
    }
}
