import Hummingbird
import Loyalty
import Operations

/// Everything that pages are made of, on one page, in the demo: to be looked at when any of it changes.
struct ComponentsController: Controller {
    let room: PageRoom

    var endpoints: [Endpoint] { [Endpoint(page: "/components", "What pages are made of", access: .guest, show)] }

    @Sendable private func show(_ request: Request, _ context: GuestContext) async throws -> Response {
        let wording = room.wording(for: context.visitor)
        let words = wording.words
        let page = ComponentsPage(
            frame: Frame(words("components.title"), for: context.visitor),
            fields: [
                Field("plain", words("components.field"), value: "Mia Odhiambo"),
                Field("hinted", words("components.field.hint"), hint: words("components.hint"), keyboard: "numeric"),
                Field(
                    "wrong", words("components.field.wrong"), value: "−5", hint: words("components.hint"),
                    fault: words("components.wrong"), keyboard: "numeric"),
            ],
            cards: (0..<Accent.count).map { ComponentsPage.card($0, wording) },
            rows: [
                ComponentsPage.Row(
                    name: "Zoë 🚲 Kühn", points: "6,842", mark: "good", state: words("till.state.pending")),
                ComponentsPage.Row(
                    name: "محمد الفارسي", points: "−30", mark: "warn", state: words("till.state.expired")),
                ComponentsPage.Row(
                    name: "D'Arcy & Söhne <Import>", points: "0", mark: "bad", state: words("till.state.cancelled")),
                ComponentsPage.Row(name: "王小明", points: "1", mark: "", state: words("till.state.redeemed")),
            ],
            verdicts: Verdict.Kind.allCases.map { kind in
                Verdict(kind, words, ["when": wording.day(Day(number: 20_782)), "soon": words("day.tomorrow")])
            })
        return room.answer(page, for: context.visitor)
    }
}

/// What pages are made of.
struct ComponentsPage: Screen {
    static let template = "components"

    let frame: Frame
    let fields: [Field]
    let cards: [MembershipCard]
    let rows: [Row]
    let verdicts: [Verdict]

    struct Row: Sendable {
        let name: String
        let points: String
        let mark: String
        let state: String
    }

    /// A card in one of the colours, and in one of the tiers.
    fileprivate static func card(_ number: Int, _ wording: Wording) -> MembershipCard {
        let tiers = ["Bronze", "Silver", "Gold", "Platinum", "Onyx"]
        let rank = number % tiers.count
        return MembershipCard(
            path: "/components", shopName: "Accent \(number)", accent: "accent-\(number)", tierMark: "tier-\(rank)",
            tierName: tiers[rank], balance: wording.number(Int64(number * number * 1_234)), isInDebt: number == 3,
            worth: nil, progress: rank < 4 ? String(number * 8) : nil, needed: rank < 4 ? "KSh\u{A0}1,999.00" : nil,
            isOnTop: rank == 4, expiring: nil, codes: nil)
    }
}
