import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// Every problem the API answers with, to be explained; of a rule that several kinds of rejection know, all that they
/// say.
enum ProblemCatalog {
    struct Section {
        let title: String
        let problems: [Problem]

        /// - Parameter errors: The problems as they are thrown.
        fileprivate init(_ title: String, _ errors: [any Error]...) {
            self.title = title
            problems = errors.joined().map { Problem($0) }
        }
    }

    static let sections = [
        Section(
            "Requests",
            [
                Problem.pathMustExist, .methodMustBeAllowed(["GET", "PUT"]), .bodyMustBeJSON, .bodyMustBeAForm,
                .bodyMustArriveWhole, .bodyMustNotBeTooLarge,
            ] as [Problem],
            [HTTPError(.badRequest)], PathRejection.examples, QueryRejection.examples, JSONRejection.examples,
            FieldRejection.examples, ChoiceRejection.examples, FormRejection.examples, PageFormRejection.examples,
            IdempotencyRejection.examples),
        Section(
            "Callers", AccessRejection.examples, AttemptRejection.examples, SignInRejection.examples,
            [Problem.signInMustBeConfigured, .signInMustBeDone, .keySetMustBeReachable] as [Problem],
            AccountRejection.examples, StaffRejection.examples, KeyRejection.examples),
        Section(
            "Quantities", IdentifierRejection.examples, MoneyRejection.examples, CurrencyRejection.examples,
            ExchangeRateRejection.examples, RateRejection.examples),
        Section(
            "Shops and members", ShopRejection.examples, OwnShopRejection.examples, ClientRejection.examples,
            MemberRejection.examples, CustomerRejection.examples, AdjustmentRejection.examples,
            GrantRejection.examples, LeavingRejection.examples, EntryRejection.examples, StatementRejection.examples),
        Section("Programs", ProgramRejection.examples),
        Section("Orders", OrderRejection.examples),
        Section(
            "Rewards, codes and holds", RewardRejection.examples, RedemptionRejection.examples, CodeRejection.examples,
            RedemptionStateRejection.examples, HoldRejection.examples),
        Section("Bonuses and referrals", BonusRejection.examples, ReferralRejection.examples),
        Section(
            "The server",
            [StorageFailure.full, .closed, .constraint("")] as [StorageFailure]),
    ]

    /// A rule with the statuses it is answered with, and the sentences that say it.
    struct Entry {
        let code: String
        fileprivate(set) var statuses: [Int]
        fileprivate(set) var sentences: [String]
    }

    /// The rules of each section. One that stands in several is told in the first of them.
    static var entries: [(title: String, entries: [Entry])] {
        var all: [String: Entry] = [:]
        for problem in sections.flatMap(\.problems) {
            var entry = all[problem.code] ?? Entry(code: problem.code, statuses: [], sentences: [])
            if !entry.statuses.contains(problem.status.code) { entry.statuses.append(problem.status.code) }
            if !entry.sentences.contains(problem.sentence) { entry.sentences.append(problem.sentence) }
            all[problem.code] = entry
        }
        return sections.map { section in
            (section.title, section.problems.compactMap { all.removeValue(forKey: $0.code) })
        }
    }
}
