import ExactJSON
import Loyalty
import Operations
import Storage

/// Puts everything about one invitation into words.
struct ReferralReader {
    let story: ReferralStory
    let context: BackOfficeContext
    let wording: Wording
    let zone: Zone
    /// The names of those who decided, as far as they are people.
    let names: [String: String]

    private var words: Catalogue { wording.words }
    private var referral: Referral { story.referral }
    private var terms: ReferralTerms { referral.terms.program.referral }
    private var people: [String: String] {
        ["inviter": story.details.referrerShown, "invited": story.details.refereeShown]
    }

    func page(_ frame: Frame, typed: String, fault: FormFault?, once: String) -> ReferralPage {
        let kit = FormKit(words: words, area: "referral", fault: fault)
        return ReferralPage(
            frame: frame, title: words("referral.title", people), listPath: context.path(ReferralPath.list),
            trouble: FormTrouble(fault), state: ReferralStanding(referral, words), facts: facts,
            events: happenings.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
                .map(\.element.event),
            referrer: ReferralPage.Person(
                name: story.details.referrerShown, path: context.memberPath(referral.referrerID),
                points: wording.points(referral.referrerShare.posted)),
            referee: ReferralPage.Person(
                name: story.details.refereeShown, path: context.memberPath(referral.refereeID),
                points: wording.points(referral.refereeShare.posted)),
            decisionPath: context.path("\(ReferralPath.list)/\(pathPart(referral.id.text))/decision"), once: once,
            seen: String(referral.changedAt.milliseconds), note: kit.lines("note", typed, rows: 2),
            isOpen: referral.state == .blocked, refusal: refusal)
    }

    private var refusal: String? {
        switch referral.state {
        case .pending: words("referral.refuse.pending")
        case .paid:
            words(
                "referral.refuse.paid",
                people.merging([
                    "mine": wording.points(referral.referrerShare.posted),
                    "theirs": wording.points(referral.refereeShare.posted),
                ]) { $1 })
        case .blocked, .rejected: nil
        }
    }

    private var facts: [Fact] {
        let order = story.firstOrder
        let spent = order.map { wording.money(Money(minorUnits: $0.spending, context.shop.currency)) }
        return [
            fact("order", order?.place.orderID.text ?? words("referral.order.none")),
            order.map { fact("order_day", wording.day($0.place.spendingOn)) },
            spent.map { fact("order_amount", $0) },
            fact("minimum", wording.money(terms.minimumPurchase)),
            fact("for_inviter", wording.points(terms.referrerPoints)),
            fact("for_invited", wording.points(terms.refereePoints)),
            fact("version", wording.number(Int64(referral.terms.number))),
        ].compactMap(\.self)
    }

    private func fact(_ name: String, _ value: String) -> Fact {
        Fact(label: words("referral.\(name)"), value: value)
    }

    private typealias Happening = (at: Instant, event: ReferralPage.Event)

    /// At one moment, what was decided comes before what it moved.
    private var happenings: [Happening] {
        let claimed = happening(referral.claimedAt, "referral.told.claimed", people)
        let blocked = referral.blockReason.map { reason in
            happening(
                referral.claimedAt, "referral.told.blocked", ["reason": words("referral.why.\(reason.rawValue)")])
        }
        return [claimed, blocked].compactMap(\.self) + story.acts.compactMap(decided)
            + moved(story.referrerEntries, story.details.referrerShown)
            + moved(story.refereeEntries, story.details.refereeShown)
    }

    private func happening(
        _ at: Instant, _ key: String, _ holes: [String: String], note: String? = nil
    ) -> Happening {
        (at, ReferralPage.Event(what: words(key, holes), said: note, when: wording.moment(at, in: zone)))
    }

    private func moved(_ entries: [Entry], _ person: String) -> [Happening] {
        entries.map { entry in
            let isGiven = entry.points > .zero
            let points = wording.points(Points(Int64(entry.points.count.magnitude)))
            return happening(
                entry.recordedAt, isGiven ? "referral.told.given" : "referral.told.taken",
                ["points": points, "person": person])
        }
    }

    /// A release or a rejection, with what was written with it.
    private func decided(_ act: AuditLogStore.Act) -> Happening? {
        guard ["release_referral", "reject_referral"].contains(act.action) else { return nil }
        return happening(
            act.at, "referral.told.\(act.action)", ["person": wording.actor(act.actor, named: names)],
            note: note(in: act.after))
    }

    private func note(in document: String) -> String? {
        do {
            guard case .string(let note)? = try JSONValue(parsing: document)["note"], !note.isEmpty else { return nil }
            return note
        } catch {
            return nil
        }
    }
}
