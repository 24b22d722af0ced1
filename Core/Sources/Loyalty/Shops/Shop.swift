/// The tenant: one shop with one program, one currency, one time zone, an owner and staff.
public struct Shop: Hashable, Sendable {
    public typealias ID = Identifier<Shop>

    public let id: ID
    public let name: String
    /// The platform's user id of the owner; rights come from here, never from a token's claims.
    public let ownerID: Customer.ID
    public let currency: Currency
    /// An IANA name such as `Africa/Nairobi`; the shop's days begin and end in it.
    public let timeZone: String
    /// Where the shop's logo is, for pages and for the platform's client.
    public let logoURL: String?
    /// The colour that the owner chose for the shop's pages; `nil` where the pages choose one.
    public let accent: Colour?

    public init(
        id: ID, name: String, ownerID: Customer.ID, currency: Currency, timeZone: String, logoURL: String? = nil,
        accent: Colour? = nil
    ) {
        self.id = id
        self.name = name
        self.ownerID = ownerID
        self.currency = currency
        self.timeZone = timeZone
        self.logoURL = logoURL
        self.accent = accent
    }
}

/// Why a shop cannot be made or changed like this.
public enum ShopRejection: String, ListedRejection, CaseIterable {
    case shopMustExist
    case currencyMustStayTheSame
    case timeZoneMustBeKnown
    case nameMustNotBeEmpty
    case accentMustBeAColour
    case settingsMustBeTheNewest

    public var sentence: String {
        switch self {
        case .shopMustExist: "Shop not found"
        case .currencyMustStayTheSame:
            "currency must stay what it was when the shop was made: its ledger is kept in it."
        case .timeZoneMustBeKnown: "time_zone must be an IANA time zone, such as Africa/Nairobi."
        case .nameMustNotBeEmpty: "name must not be empty."
        case .accentMustBeAColour: "accent must be a colour of six hexadecimal digits, such as #0b5a9c."
        case .settingsMustBeTheNewest: "Somebody changed the shop meanwhile: look at it anew first."
        }
    }

    public var field: String? {
        switch self {
        case .shopMustExist, .settingsMustBeTheNewest: nil
        case .nameMustNotBeEmpty: "name"
        case .accentMustBeAColour: "accent"
        case .currencyMustStayTheSame: "currency"
        case .timeZoneMustBeKnown: "time_zone"
        }
    }

    public var kind: RejectionKind {
        switch self {
        case .shopMustExist: .missing
        case .currencyMustStayTheSame, .settingsMustBeTheNewest: .conflict
        case .timeZoneMustBeKnown, .nameMustNotBeEmpty, .accentMustBeAColour: .badInput
        }
    }
}

/// Checks a shop that is to be saved in place of another.
/// - Throws: ``ShopRejection/nameMustNotBeEmpty``, or ``ShopRejection/currencyMustStayTheSame`` when its ledger would
///   be in two currencies.
public func validateShop(_ shop: Shop, replacing held: Shop?) throws(ShopRejection) {
    guard !shop.name.isBlank else { throw .nameMustNotBeEmpty }
    guard let held else { return }
    guard shop.currency == held.currency else { throw .currencyMustStayTheSame }
}
