import ExactJSON
import Loyalty
import Storage

/// A program in the words of the platform's client, which knows days of expiry and tiers by key, and no more.
struct ClientProgram: JSONWritable {
    private let program: Program
    private let shop: Shop

    init(_ program: Program, of shop: Shop) {
        self.program = program
        self.shop = shop
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", shop.id)
            json.field("name", program.name)
            json.field("description", program.description)
            json.field("is_active", program.isActive)
            json.field("points_per_dollar", program.pointsPerUnit)
            json.field("minimum_spend_for_points", program.minimumSpend)
            json.field("points_expiry_days", program.expiry.clientDays)
            json.field("tiers") { json in
                for tier in program.tiers.ladder.tiers {
                    json.field(tier.key) { json in
                        json.field("threshold", tier.threshold)
                        json.field("multiplier", tier.multiplier)
                    }
                }
            }
        }
    }

    /// The program with what the client changes; what it does not mention, or does not know, stays.
    static func edit(_ program: Program, with fields: JSONFields) throws -> Program {
        var program = program
        let currency = program.minimumSpend.currency
        program.name = try fields.optionalText("name", max: 100) ?? program.name
        program.description = try fields.optionalText("description", max: 2_000) ?? program.description
        program.isActive = try fields.optionalFlag("is_active") ?? program.isActive
        program.pointsPerUnit = try fields.optionalRate("points_per_dollar") ?? program.pointsPerUnit
        program.minimumSpend = try fields.optionalMoney("minimum_spend_for_points", currency) ?? program.minimumSpend
        if fields.has("points_expiry_days") {
            let days = try fields.optionalDays("points_expiry_days")
            if days != program.expiry.clientDays { program.expiry = days.map(PointsExpiry.daysAfterEarning) ?? .never }
        }
        if let tiers = try fields.optionalObject("tiers") {
            program.tiers.ladder = try program.tiers.ladder.edited(by: tiers, currency)
        }
        return program
    }

    /// The same rejection, with the field in the client's words.
    static func renamed(_ rejection: ProgramRejection) -> ProgramRejection {
        let names = ["points_per_unit": "points_per_dollar", "minimum_spend": "minimum_spend_for_points"]
        return ProgramRejection(rejection.rule, field: rejection.field.map { names[$0] ?? $0 })
    }
}

extension PointsExpiry {
    /// The days the client shows; `null` for every policy that is none of days after earning.
    fileprivate var clientDays: Int? { if case .daysAfterEarning(let days) = self { days } else { nil } }
}

extension TierLadder {
    /// Changes the tiers that are named; a name the ladder does not have becomes a tier above the one named before it.
    fileprivate func edited(by fields: JSONFields, _ currency: Currency) throws -> TierLadder {
        var tiers = tiers
        var place = -1
        for key in fields.object.members.map(\.key) {
            let edit = try fields.object(key)
            let known = tiers.firstIndex { $0.key == key }
            let tier = try known.map { tiers[$0] }.edited(by: edit, key: key, currency)
            place = known ?? place + 1
            if known != nil { tiers[place] = tier } else { tiers.insert(tier, at: place) }
        }
        return TierLadder(tiers)
    }
}

extension Tier? {
    fileprivate func edited(by fields: JSONFields, key: String, _ currency: Currency) throws -> Tier {
        let threshold = try fields.optionalMoney("threshold", currency) ?? self?.threshold
        let multiplier = try fields.optionalRate("multiplier") ?? self?.multiplier
        return Tier(
            key: Tier.key(for: key), name: self?.name ?? Tier.name(for: key),
            threshold: try threshold ?? fields.money("threshold", currency), multiplier: multiplier ?? .one,
            benefits: self?.benefits ?? [])
    }
}
