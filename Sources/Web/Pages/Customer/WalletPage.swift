import Loyalty
import Operations

/// All memberships of a customer, each as a card.
struct WalletPage: Screen {
    static let template = "wallet"

    let frame: Frame
    let cards: [MembershipCard]
    let hasCards: Bool
    /// The style sheets of the colours that the shops chose.
    let sheets: [String]

    init(frame: Frame, cards: [MembershipCard]) {
        self.frame = frame
        self.cards = cards
        hasCards = !cards.isEmpty
        sheets = Accent.sheets(of: cards.map(\.accent))
    }
}
