public import Loyalty

/// Which answer is kept: one for each shop, caller, route and key.
public struct AnswerPlace: Hashable, Sendable {
    /// The shop, or the empty text for calls outside of shops.
    let shop: String
    let principal: String
    let route: String
    let keyHash: [UInt8]

    public init(shop: Shop.ID?, principal: String, route: String, keyHash: [UInt8]) {
        self.shop = shop?.text ?? ""
        self.principal = principal
        self.route = route
        self.keyHash = keyHash
    }

    /// What is written to claim it: two claims of one place are never made at once.
    public var scope: WriteScope { shop.isEmpty ? .people : .shop(Identifier(trusted: shop)) }
}

/// The one request that may fill a place.
public struct AnswerClaim: Hashable, Sendable {
    public let place: AnswerPlace
    /// Random, and so unlike that of every other request.
    public let token: [UInt8]

    public init(place: AnswerPlace, token: [UInt8]) {
        self.place = place
        self.token = token
    }
}

/// What is known of a request that was sent before.
public struct KeptAnswer: Sendable {
    public let requestHash: [UInt8]
    public let claim: [UInt8]
    public let claimedAt: Instant
    /// When something was done for it; `nil` as long as nothing was.
    public let effectAt: Instant?
    /// The answer; `nil` while it is being made, and for good where the server stopped in the middle.
    public let answer: [UInt8]?
}
