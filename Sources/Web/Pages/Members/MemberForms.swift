import Loyalty

/// What was typed into the forms of a member's page, and why it was not done; empty at first.
struct MemberForms: Sendable {
    enum Attempt: Sendable {
        case adjustment(FormFields)
        case grant(FormFields)
        case grantEnd
    }

    var attempt: Attempt?
    var fault: String?
    /// The field at fault, where it is one.
    var field: String?

    /// What was typed into the form for points.
    var adjustment: FormFields? { if case .adjustment(let form)? = attempt { form } else { nil } }
    /// What was typed into the form for tiers.
    var grant: FormFields? { if case .grant(let form)? = attempt { form } else { nil } }

    /// What is wrong with a field of the form that was sent.
    func fault(at name: String) -> String? { field == name ? fault : nil }

    /// What is wrong where no field of the form is.
    func faultElsewhere(than names: [String]) -> String? { names.contains(field ?? "") ? nil : fault }
}

/// Why what was typed into a page is not even looked at.
enum PageFormRejection: String, ListedRejection, CaseIterable {
    case pointsMustBeAWholeNumber
    case dayMustExist

    var field: String? { self == .dayMustExist ? "through" : "points" }

    var sentence: String {
        switch self {
        case .pointsMustBeAWholeNumber: "points must be a whole number above 0."
        case .dayMustExist: "through must be a day that exists, such as 2026-11-04."
        }
    }
}

extension FormFields {
    /// A number of points as people type it: `1,200` and `1 200` too.
    func wholePoints(_ name: String) throws(PageFormRejection) -> Points {
        let digits = self[name].filter { !", \u{A0}\u{202F}'".contains($0) }
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int64(digits), count > 0 else {
            throw .pointsMustBeAWholeNumber
        }
        return Points(count)
    }
}
