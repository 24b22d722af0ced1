import Loyalty

/// What is wrong with what was typed, and in which field of the form; `nil` where it is in none of them.
struct FormFault: Sendable {
    let field: String?
    let sentence: String
}

/// Makes the fields of a form: their words, what was typed into them, and the fault where it belongs.
///
/// The words of a field are found by its name without the numbers of rows: `tiers[2].threshold` is called
/// `program.tiers.threshold`, and explained by `program.tiers.threshold.hint`.
struct FormKit {
    let words: Catalogue
    /// What the keys of the words begin with.
    let area: String
    let fault: FormFault?
    /// What the holes in the words are filled with.
    var holes: [String: String] = [:]

    func field(_ name: String, _ value: String, keyboard: String = "text", isRequired: Bool = true) -> Field {
        Field(
            name, label(of: name), value: value, hint: hint(of: name), fault: fault(at: name), keyboard: keyboard,
            isRequired: isRequired)
    }

    /// A list to choose one from; the words of a choice are those of the field with its value behind.
    func choice(_ name: String, _ value: String, of choices: [String]) -> ChoiceField {
        ChoiceField(
            field: field(name, value),
            options: choices.map { choice in
                Option(
                    value: choice, label: words("\(key(of: name)).\(choice)", holes), isChosen: choice == value)
            })
    }

    /// The same with words that the shop gave, such as the names of its tiers.
    func choice(_ name: String, _ value: String, named choices: [(key: String, text: String)]) -> ChoiceField {
        ChoiceField(
            field: field(name, value, isRequired: false),
            options: choices.map { Option(value: $0.key, label: $0.text, isChosen: $0.key == value) })
    }

    func box(_ name: String, isTicked: Bool) -> BoxField {
        BoxField(field: field(name, ""), isTicked: isTicked)
    }

    /// Several lines.
    func lines(_ name: String, _ value: String, rows: Int) -> LinesField {
        LinesField(field: field(name, value, isRequired: false), rows: rows)
    }

    private func label(of name: String) -> String { words(key(of: name), holes) }

    private func hint(of name: String) -> String? {
        words.text("\(key(of: name)).hint").map { _ in words("\(key(of: name)).hint", holes) }
    }

    private func fault(at name: String) -> String? { fault?.field == name ? fault?.sentence : nil }

    private func key(of name: String) -> String { "\(area).\(withoutPlaces(name))" }
}

/// `tiers.threshold` for `tiers[2].threshold`.
func withoutPlaces(_ name: String) -> String { name.replacing(/\[\d+\]/, with: "") }

/// A list to choose one from; the template `choice` shows it.
struct ChoiceField: Sendable {
    let field: Field
    let options: [Option]
}

/// A box to tick; the template `box` shows it.
struct BoxField: Sendable {
    let field: Field
    let isTicked: Bool
}

/// A field of several lines; the template `lines` shows it.
struct LinesField: Sendable {
    let field: Field
    let rows: Int
}

/// What went wrong with a form, told above it, with the way to the field.
struct FormTrouble: Sendable {
    let told: String
    /// The field to go to; `nil` where the fault is in none.
    let place: String?

    init?(_ fault: FormFault?) {
        guard let fault else { return nil }
        told = fault.sentence
        place = fault.field
    }
}
