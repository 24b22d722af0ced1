import ExactJSON
public import Loyalty
import Storage

/// Finds the shop that an import goes into, and makes it with the standard program where it is missing.
public struct ProvideShop: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// What is asked of the shop; `nil` takes what is there, and the standard where nothing is.
    public struct Wishes: Sendable {
        public var currency: Currency?
        public var timeZone: String?
        public var ownerID: Customer.ID?
        public var expiry: PointsExpiry?

        public init() {}
    }

    public struct Provided: Sendable {
        public let shop: Shop
        /// The program in force; `nil` where the shop was there before and never saved one, so that it earns nothing.
        public let program: ProgramVersion?
        /// Whether the shop was made now.
        public let isNew: Bool
    }

    /// - Throws: ``ProvideShopRejection`` where the shop is there and is not as wished; ``CurrencyRejection``,
    ///   ``ShopRejection`` or ``ProgramRejection`` where it is missing and cannot be made like that.
    public func callAsFunction(_ id: Shop.ID, _ wishes: Wishes, actor: String) async throws -> Provided {
        let (shop, program) = try wishes.made(id)
        _ = try surroundings.zones.zone(named: shop.timeZone)
        try validateProgram(program)
        let (saveShop, saveProgram) = (surroundings.act, surroundings.act)
        let version = ProgramVersion(number: 1, savedAt: saveProgram.at, author: actor, program: program)
        return try await surroundings.database.write(in: shop.id) { connection in
            if let held = try ShopStore(connection).shop(id) {
                let newest = try ProgramStore(connection).newest(in: held)
                try validate(held, newest?.program, wishes)
                return Provided(shop: held, program: newest, isNew: false)
            }
            // Both or neither: a shop without its program would take the orders and give nothing for them.
            try ShopStore(connection).save(shop, at: saveShop.at)
            try ProgramStore(connection).insert(version, in: id)
            let (log, before) = (AuditLogStore(connection), JSONValue?.none)
            try log.append(saveShop.made("save_shop", of: id.text, by: actor, before: before, after: shop), in: id)
            try log.append(saveProgram.made("save_program", of: "1", by: actor, before: before, after: program), in: id)
            return Provided(shop: shop, program: version, isNew: true)
        }
    }

    private func validate(_ held: Shop, _ program: Program?, _ wishes: Wishes) throws(ProvideShopRejection) {
        if let currency = wishes.currency, currency != held.currency { throw .currencyMustBeTheShops(held) }
        if let timeZone = wishes.timeZone, timeZone != held.timeZone { throw .timeZoneMustBeTheShops(held) }
        if let ownerID = wishes.ownerID, ownerID != held.ownerID { throw .ownerMustBeTheShops(held) }
        if let expiry = wishes.expiry, expiry != program?.expiry { throw .expiryMustBeTheShops(held, program?.expiry) }
    }
}

extension ProvideShop.Wishes {
    /// The shop and the program to make.
    fileprivate func made(_ id: Shop.ID) throws -> (Shop, Program) {
        let currency = try currency ?? Currency(standardCurrency)
        var program = Program.standard(in: currency)
        if let expiry { program.expiry = expiry }
        let shop = Shop(
            id: id, name: id.text, ownerID: ownerID ?? Identifier(trusted: standardOwner), currency: currency,
            timeZone: timeZone ?? standardTimeZone)
        return (shop, program)
    }
}

private let standardCurrency = "USD"
private let standardTimeZone = "UTC"
private let standardOwner = "1"
