/// What the owner may change of a shop.
public struct ShopSettings: Hashable, Sendable {
    public var name: String
    /// An IANA name such as `Africa/Nairobi`.
    public var timeZone: String
    /// `nil` where the pages choose one.
    public var accent: Colour?

    public init(name: String, timeZone: String, accent: Colour?) {
        self.name = name
        self.timeZone = timeZone
        self.accent = accent
    }
}

extension Shop {
    public var settings: ShopSettings { ShopSettings(name: name, timeZone: timeZone, accent: accent) }

    /// The shop with other settings.
    public func with(_ settings: ShopSettings) -> Shop {
        Shop(
            id: id, name: settings.name, ownerID: ownerID, currency: currency, timeZone: settings.timeZone,
            logoURL: logoURL, accent: settings.accent)
    }
}

/// Decides what a shop is after its owner changed its settings.
/// - Parameters:
///   - seen: What the owner looked at; somebody else may have changed it meanwhile.
/// - Returns: The shop as it was where it is what the owner wants already.
/// - Throws: ``ShopRejection``.
public func decideShopSettings(
    _ wanted: ShopSettings, seen: ShopSettings, of shop: Shop
) throws(ShopRejection) -> Shop {
    guard !wanted.name.isBlank else { throw .nameMustNotBeEmpty }
    guard shop.settings != wanted else { return shop }
    guard shop.settings == seen else { throw .settingsMustBeTheNewest }
    // From here on it succeeds.
    return shop.with(wanted)
}
