import Loyalty
import Operations
import Storage

/// Puts everything about one member into words.
struct MemberReader {
    private let sheet: MemberSheet
    private let context: BackOfficeContext
    private let wording: Wording
    private var words: Catalogue { wording.words }
    private var member: Member { sheet.view.member }

    init(_ sheet: MemberSheet, _ context: BackOfficeContext, _ wording: Wording) {
        self.sheet = sheet
        self.context = context
        self.wording = wording
    }

    func page(_ frame: Frame, _ forms: MemberForms, once: String) -> MemberPage {
        let view = sheet.view
        let shown = sheet.entries.prefix(MemberSheet.entriesShown)
        let last = sheet.entries.count > shown.count ? shown.last?.context.entry.sequence : nil
        let (lots, later) = (self.lots.prefix(lotsShown), self.lots.dropFirst(lotsShown))
        return MemberPage(
            frame: frame, name: view.displayName, contact: view.email ?? member.customerID.text,
            joined: words("member.joined", ["day": wording.day(member.joinedOn)]),
            left: member.leftAt.map { words("members.left", ["day": wording.day(sheet.zone.day(of: $0))]) },
            listPath: context.path(BackOfficePlace.members.path), tierName: view.tier?.name,
            tierMark: "tier-\(min(view.tierRank, 4))", balance: wording.number(member.balance.count),
            isInDebt: member.balance < .zero, facts: facts, tier: tier, entries: shown.map(entry),
            olderPath: last.map { context.memberPath(member.customerID, "before=\($0)") }, lots: Array(lots),
            later: Array(later), laterLots: words.count("member.lots.later", Int64(later.count)),
            hasLaterLots: !later.isEmpty, holds: holds,
            codes: codes, csvPath: path("statement.csv"), printPath: path("statement"),
            desk: context.isOwner ? MemberDesk(sheet, context, wording).desk(forms, once: once) : nil,
            acts: acts)
    }

    private func path(_ part: String) -> String {
        context.path("\(BackOfficePlace.members.path)/\(pathPart(member.customerID.text))/\(part)")
    }

    private var facts: [Fact] {
        let view = sheet.view
        let figures: [(String, String)?] = [
            ("available", wording.number(view.available.count)),
            view.pending > .zero ? ("pending", wording.number(view.pending.count)) : nil,
            member.held > .zero ? ("held", wording.number(member.held.count)) : nil,
            ("earned", wording.number(member.earned.count)), ("redeemed", wording.number(member.redeemed.count)),
            ("expired", wording.number(member.expired.count)), ("orders", wording.number(member.orderCount)),
            ("spending", wording.money(view.spending)),
            ("seen", wording.past(sheet.zone.day(of: member.lastActivityAt), from: sheet.today)),
        ]
        return figures.compactMap(\.self).map { Fact(label: words("member.\($0.0)"), value: $0.1) }
    }

    private var tier: MemberPage.TierPart? {
        sheet.tier.map { tier in
            let needed = Money(minorUnits: tier.progress.neededMinorUnits, context.shop.currency)
            return MemberPage.TierPart(
                length: Int64(tier.progress.tenthsOfPercent),
                percent: wording.percent(tenths: Int64(tier.progress.tenthsOfPercent)), from: tier.tier.name,
                upTo: tier.nextTier?.name,
                needed: tier.nextTier.map {
                    words("member.tier.needed", ["amount": wording.money(needed), "tier": $0.name])
                }, why: tier.sentenceForOwner)
        }
    }

    private func entry(_ explained: EntryExplanation) -> MemberPage.EntryRow {
        let entry = explained.context.entry
        return MemberPage.EntryRow(
            day: wording.day(sheet.zone.day(of: entry.occurredAt)), what: wording.what(entry),
            points: wording.signed(entry.points), balance: wording.number(entry.balanceAfter.count),
            why: explained.forOwner, rule: explained.rule.rawValue)
    }

    private var lots: [MemberPage.LotRow] {
        let parts = sheet.lots.parts.map { part in
            MemberPage.LotRow(
                when: wording.coming(part.lastDay, from: sheet.today), points: wording.number(part.points.count),
                isSoon: part.lastDay - sheet.today <= soonDays)
        }
        guard sheet.lots.lasting > .zero else { return parts }
        let lasting = wording.number(sheet.lots.lasting.count)
        return parts + [MemberPage.LotRow(when: words("member.lots.never"), points: lasting, isSoon: false)]
    }

    private var holds: [MemberPage.HoldRow] {
        sheet.holds.map { details in
            MemberPage.HoldRow(
                points: wording.points(details.hold.points), reference: details.hold.reference,
                until: wording.coming(sheet.zone.day(of: details.hold.expiresAt), from: sheet.today))
        }
    }

    private var codes: [MemberPage.CodeRow] {
        sheet.redemptions.map { details in
            let issued = sheet.zone.day(of: details.redemption.issuedAt)
            return MemberPage.CodeRow(
                reward: details.reward.name, status: words("member.code.\(details.status.rawValue)"),
                tone: details.status == .pending ? "good" : "", when: wording.past(issued, from: sheet.today))
        }
    }

    private var acts: [MemberPage.ActRow] {
        sheet.acts.map { act in
            MemberPage.ActRow(
                what: words.text("act.\(act.action)") ?? act.action, who: wording.actor(act.actor, named: sheet.names),
                when: wording.ago(act.at, at: sheet.now))
        }
    }
}

private let soonDays = 30
/// How many parts of a balance are shown at once; the others are a click away.
private let lotsShown = 6
