/// Where a history plays: the shop's zone and currency, and who comes there.
struct Scene: Sendable {
    let zoneName: String
    /// How far the zone is from UTC all year round, in milliseconds.
    let zone: Int64
    let currency: String
    /// Minor units of one unit.
    let unit: Int64

    /// Zones that never change their clocks, so that the model needs no rules of them.
    private static let zones: [(String, Int64)] = [
        ("UTC", 0), ("Africa/Nairobi", 180), ("Asia/Kathmandu", 345), ("Pacific/Kiritimati", 840),
        ("Pacific/Pago_Pago", -660),
    ]
    static let currencies: [(String, Int64)] = [("KES", 100), ("USD", 100), ("JPY", 1), ("KWD", 1_000)]
    /// Those who come often, those who come at times, and a crowd that comes at once.
    static let people = ["mia", "juma", "amina", "ben"]
    static let newcomers = ["zawadi", "otieno", "wanjiru", "kamau", "achieng", "baraka"]
    static let crowd = (1...12).map { "c-\($0)" }
    static let tiers = ["bronze", "silver", "gold", "platinum", "diamond", "iron"]
    static let events = ["review", "newsletter", "visit"]
    static let offers = ["coffee", "mug", "last-cake", "gold-box", "bonus"]

    init(_ dice: inout Dice) {
        let (zoneName, minutes) = dice.pick(Scene.zones)
        let (currency, unit) = dice.pick(Scene.currencies)
        (self.zoneName, zone, self.currency, self.unit) = (zoneName, minutes * 60_000, currency, unit)
    }
}
