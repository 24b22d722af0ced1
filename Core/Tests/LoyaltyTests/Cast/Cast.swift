import Loyalty

/// Buys bread at the bakery and novels at the bookshop.
let mia: Customer.ID = Identifier(trusted: "mia")
/// Another customer of both.
let juma: Customer.ID = Identifier(trusted: "juma")
/// Owns the two shops.
let amina: Customer.ID = Identifier(trusted: "amina")

let kes = currency("KES")
let usd = currency("USD")

let bakery = Shop(
    id: Identifier(trusted: "bakery"), name: "Mandazi Bakery", ownerID: amina, currency: kes,
    timeZone: "Africa/Nairobi")
let bookshop = Shop(
    id: Identifier(trusted: "bookshop"), name: "The Dog-Eared Page", ownerID: amina, currency: usd,
    timeZone: "America/New_York")

/// A shop like the bakery, in another currency.
func shop(in currency: Currency) -> Shop {
    Shop(
        id: bakery.id, name: bakery.name, ownerID: amina, currency: currency, timeZone: bakery.timeZone)
}

/// The calendar of a shop in a zone that is always so many hours ahead of UTC.
struct UTCCalendar: ShopCalendar {
    var hoursAhead: Int64 = 0

    func day(of moment: Instant) -> Day { moment.adding(seconds: hoursAhead * 3_600).utcDay }

    func end(of day: Day) -> Instant {
        let midnight = Instant(milliseconds: 0).adding(days: Int(day.number) + 1)
        return Instant(milliseconds: midnight.adding(seconds: -hoursAhead * 3_600).milliseconds - 1)
    }
}

/// The day that stories begin on.
let openingDay = day("2026-11-02")

func member(
    _ customer: Customer.ID = mia, of shop: Shop = bakery, joined: Day = openingDay, tier: String = "bronze"
)
    -> Member
{
    Member(
        shopID: shop.id, customerID: customer, joinedAt: noon(on: joined), joinedOn: joined, referralCode: "7KD3M9QX",
        tierKey: tier)
}

/// The standard program, with what a test wants to be different.
func program(in currency: Currency = kes, _ edit: (inout Program) -> Void = { _ in }) -> Program {
    var program = Program.standard(in: currency)
    edit(&program)
    return program
}

func version(_ number: Int = 1, of program: Program) -> ProgramVersion {
    ProgramVersion(number: number, savedAt: noon(on: openingDay), author: amina.text, program: program)
}

/// An order of Mia's at the bakery that was delivered, unless a test says otherwise.
func order(
    _ id: String = "A-1", by customer: Customer.ID = mia, _ status: OrderStatus = .delivered, revision: Int64? = nil,
    total: String, shipping: String = "0", tax: String = "0", placed: String? = nil, updated: String? = nil,
    delivered: String? = nil, lines: [OrderLine] = [], refunded: String = "0", in currency: Currency = kes,
    at rate: String? = nil
) -> Order {
    Order(
        id: Identifier(trusted: id), customerID: customer, status: status, revision: revision,
        total: money(total, currency), shipping: money(shipping, currency), tax: money(tax, currency),
        placedAt: placed.map(instant), updatedAt: updated.map(instant), deliveredAt: delivered.map(instant),
        lines: lines, refundedAmount: money(refunded, currency), exchangeRate: rate.map(exchangeRate))
}

/// A line of an order, some of it sent back.
func line(
    _ quantity: Int64, for amount: String, back: Int64 = 0, refunded: String = "0", id: String = "1",
    in currency: Currency = kes
) -> OrderLine {
    OrderLine(
        id: id, sku: "CAKE-9", category: "cakes", quantity: quantity, amount: money(amount, currency),
        refundedQuantity: back, refundedAmount: money(refunded, currency))
}

/// A coffee for sixty points, with what a test wants to be different.
func coffee(_ edit: (inout Reward) -> Void = { _ in }) -> Reward {
    var reward = Reward(
        id: Identifier(trusted: "coffee"), name: "A cup of coffee", description: "", benefit: .freeProduct("COFFEE"),
        cost: Points(60), minimumTierKey: "", limitPerCustomer: nil)
    edit(&reward)
    return reward
}
