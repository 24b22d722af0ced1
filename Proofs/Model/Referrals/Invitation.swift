/// What a program gives for inviting somebody.
public struct Invitations: Equatable, Sendable {
    public var isOn = true
    public var referrer: Int64 = 100
    public var referee: Int64 = 50
    public var minimum: Int64

    public init(minimum: Int64) { self.minimum = minimum }
}

/// A claim of somebody's code.
struct Invitation {
    let referee: String
    let referrer: String
    let claimedAt: Int64
    let address: String?
    /// The program at the claim, whose terms hold for good.
    let version: Books.Version
    var state: State
    /// Why it waits, or once waited, for the owner.
    var reason: String?
    var isReleased = false
    var referrerShare = Share()
    var refereeShare = Share()

    enum State: String { case pending, paid, blocked, rejected }

    /// What one side got so far, and which credit was the last payment.
    struct Share {
        var posted: Int64 = 0
        var shortfall: Int64 = 0
        var credit: Int?
    }

    var isLive: Bool { state == .pending || state == .paid }

    var words: String {
        "\(state.rawValue) \(reason ?? "-") \(referrerShare.posted) \(refereeShare.posted)"
    }
}

extension Books {
    /// Every invitation, by its name.
    public var invitationWords: [String: String] { invitations.mapValues(\.words) }

    /// The live invitation by which somebody came.
    func liveInvitation(of referee: String) -> (name: String, invitation: Invitation)? {
        invitations.first { $0.value.referee == referee && $0.value.isLive }.map { ($0.key, $0.value) }
    }

    /// Whether somebody stands among those who invited another, directly or over others.
    func isInviter(_ customer: String, of other: String) -> Bool {
        var walker = other
        while let inviter = liveInvitation(of: walker)?.invitation.referrer {
            if inviter == customer { return true }
            walker = inviter
        }
        return false
    }

    func areOne(_ one: String, _ other: String) -> Bool {
        (people[one] ?? Person()).isSame(as: people[other] ?? Person())
    }
}
