import ExactJSON
import Loyalty
import Operations
import Storage

/// Says in words what somebody did.
struct ActWording {
    let wording: Wording
    let context: BackOfficeContext
    /// The names of people by their ids.
    let names: [String: String]
    let zone: Zone

    /// What kind of act it is: `Points adjusted`.
    func what(_ action: String) -> String {
        wording.words.text("act.\(action)") ?? action.replacing("_", with: " ")
    }

    /// Who did it, with the id of a person whose name is known.
    func who(_ actor: String) -> String {
        let name = wording.actor(actor, named: names)
        return names[actor] == nil ? name : "\(name) (\(actor))"
    }

    func row(_ act: AuditLogStore.Act) throws -> ShopActsPage.Row {
        let changes = settingChanges(
            from: try JSONValue(parsing: act.before), to: try JSONValue(parsing: act.after))
        let lines = changes.prefix(changesMax).map(said)
        return ShopActsPage.Row(
            what: what(act.action), who: who(act.actor), when: wording.exactMoment(act.at, in: zone),
            moment: act.at.description, subject: subject(of: act), link: link(to: act),
            isBrief: (1...briefMax).contains(lines.count), isLong: lines.count > briefMax, changes: lines)
    }

    private func said(_ change: ProgramChange) -> ChangeLine {
        let line = ChangeWords(wording: wording, currency: context.shop.currency).line(change)
        guard change.setting.isEmpty else { return line }
        // A document that is one number is a balance, and one that is a word is a state.
        let isBalance = if case .number = change.after { true } else { false }
        return ChangeLine(
            what: wording.words(isBalance ? "acts.balance" : "acts.state"), was: line.was, isNow: line.isNow)
    }

    /// What it was done to: a member by name, and whatever has an id of ours by the end of that.
    private func subject(of act: AuditLogStore.Act) -> String {
        if actsOnMembers.contains(act.action), let name = names[act.subject] { return name }
        return act.subject.count == ownIDLength ? "…\(act.subject.suffix(6))" : act.subject
    }

    /// Where what it was done to is shown.
    private func link(to act: AuditLogStore.Act) -> String? {
        switch act.action {
        case let action where actsOnMembers.contains(action):
            context.memberPath(Identifier(trusted: act.subject))
        case "redeem_reward", "use_code", "cancel_redemption":
            context.path(TillPath.redemption(Identifier(trusted: act.subject)))
        case "save_program": context.path("\(BackOfficePlace.program.path)/versions")
        case "save_reward": context.path("\(RewardPath.list)/\(pathPart(act.subject))")
        case "release_referral", "reject_referral", "claim_referral":
            context.path("\(ReferralPath.list)/\(pathPart(act.subject))")
        case "add_staff", "remove_staff": context.path(ShopSettingsTab.staff.path)
        case "issue_key", "revoke_key": context.path(ShopSettingsTab.keys.path)
        case "save_shop": context.path(ShopSettingsTab.shop.path)
        default: nil
        }
    }
}

/// A first save of a program sets some fifty.
private let changesMax = 80
private let briefMax = 2
/// How many symbols the ids have that are drawn here.
private let ownIDLength = 26
/// The acts whose subject is a member.
let actsOnMembers: Set = ["adjust_points", "grant_tier", "revoke_tier", "join", "leave", "give_bonus"]

extension Wording {
    /// `4 Nov 2026, 15:00:07`
    func exactMoment(_ moment: Instant, in zone: Zone) -> String {
        let seconds = moment.milliseconds / 1_000 % 60
        return "\(self.moment(moment, in: zone)):\(seconds < 10 ? "0" : "")\(seconds)"
    }
}
