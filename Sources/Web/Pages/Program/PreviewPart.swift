import Loyalty
import Operations

/// What a program makes of three sample orders, as one types it; or what is still missing for that.
struct WorkingPart: Sendable {
    let samples: [SampleLine]
    /// Why there is nothing to compute yet.
    let missing: String?

    init(_ preview: ProgramPreview, _ wording: Wording) {
        samples = preview.sampleOrders.map { SampleLine($0, wording) }
        missing = nil
    }

    init(missing: String) {
        samples = []
        self.missing = missing
    }
}

/// The part alone, as the page fetches it while somebody types.
struct WorkingScreen: Screen {
    static let template = "program_working"

    let frame: Frame
    let working: WorkingPart
}

/// One sample order.
struct SampleLine: Sendable {
    let total: String
    let tier: String
    let points: String
    let arithmetic: String
    /// What the version in force gives, where that is something else.
    let instead: String?

    init(_ sample: SampleOrder, _ wording: Wording) {
        total = wording.money(sample.total)
        tier = sample.tier.name
        points = wording.points(sample.after)
        instead = sample.before.flatMap { before in
            before == sample.after ? nil : wording.words("program.sample_before", ["points": wording.points(before)])
        }
        arithmetic =
            switch sample.working {
            case .off: wording.words("program.sample_off")
            case .belowMinimum(let minimum):
                wording.words("program.sample_below", ["minimum": wording.money(minimum)])
            case .product(let rate, let multiplier, let exact, let rounding):
                wording.words(
                    rounding.map { "program.sample_rounded.\($0.rawValue)" } ?? "program.sample_exact",
                    [
                        "total": wording.decimal(Decimal(sample.total)), "rate": wording.decimal(Decimal(rate)),
                        "multiplier": wording.decimal(Decimal(multiplier)), "exact": wording.decimal(exact),
                        "points": wording.number(sample.after.count),
                    ])
            }
    }
}

extension Decimal {
    fileprivate init(_ money: Money) {
        self.init(mantissa: Int128(money.minorUnits), places: money.currency.places)
    }

    fileprivate init(_ rate: Rate) { self.init(mantissa: Int128(rate.tenThousandths), places: Rate.places) }
}

/// Whom a change would move, and what it would do to what the shop owes.
struct PreviewPart: Sendable {
    let tiers: [TierCount]
    let moves: [String]
    let owed: String
    let orders: String

    init(_ preview: ProgramPreview, _ wording: Wording) {
        let after = preview.next.tiers.ladder.tiers
        let gone = (preview.newest?.tiers.ladder.tiers ?? []).filter { old in !after.contains { $0.key == old.key } }
        tiers = (after + gone).map { tier in
            TierCount(
                name: tier.name, before: wording.number(preview.before[tier.key] ?? 0),
                after: wording.number(preview.after[tier.key] ?? 0))
        }
        let names = Dictionary((after + gone).map { ($0.key, $0.name) }) { first, _ in first }
        moves = preview.moves.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }.map { step, move in
            wording.words.count(
                step.from.isEmpty ? "program.move_in" : "program.move", move.members,
                [
                    "from": names[step.from] ?? step.from, "to": names[step.to] ?? step.to,
                    "points": wording.points(move.points),
                ])
        }
        owed = wording.words(
            "program.preview_owed",
            [
                "outstanding": wording.points(preview.pointsOutstanding), "moved": wording.points(preview.pointsMoved),
            ])
        orders = wording.words.count(
            "program.preview_orders", preview.recentOrderCount,
            [
                "days": wording.number(Int64(ProgramPreview.recentDays)),
                "before": wording.points(preview.recentPoints.before),
                "after": wording.points(preview.recentPoints.after),
            ])
    }
}

/// Members of a tier before and after.
struct TierCount: Sendable {
    let name: String
    let before: String
    let after: String
}
