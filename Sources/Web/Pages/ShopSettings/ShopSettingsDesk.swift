import Loyalty
import Operations

/// What every page of a shop's settings is made with.
struct ShopSettingsDesk: Sendable {
    let surroundings: Surroundings
    let room: PageRoom
    /// What remembers API keys in this process.
    let ring: KeyRing

    /// What stands around a page, and the bar by which one gets to the others.
    func shell(
        _ tab: ShopSettingsTab, for context: BackOfficeContext, notice: String? = nil
    ) -> (frame: Frame, tabs: [PageLink]) {
        let words = room.wording(for: context.visitor).words
        let links = ShopSettingsTab.allCases.map { other in
            PageLink(
                path: context.path(other.path), label: words("shop_settings.tab.\(other.rawValue)"),
                isHere: other == tab)
        }
        let title = "\(words("shop_settings.tab.\(tab.rawValue)")) · \(words("place.shop"))"
        return (room.backOfficeFrame(title, at: .shop, for: context, notice: notice), links)
    }
}

/// The pages of a shop's settings.
enum ShopSettingsTab: String, CaseIterable {
    case shop
    case staff
    case keys
    case acts
    case exports

    var path: String {
        let home = BackOfficePlace.shop.path
        return self == .shop ? home : "\(home)/\(rawValue)"
    }
}
