/// A field of a form, with what was typed into it and what is wrong with that; the template `field` shows it.
struct Field: Sendable {
    let name: String
    let label: String
    let value: String
    /// What to type, where the label does not say it.
    let hint: String?
    /// What is wrong with what was typed.
    let fault: String?
    /// The keyboard that telephones show: `text`, `numeric`, `decimal`, `email`, `search`.
    let keyboard: String
    let isRequired: Bool
    /// Which elements describe the field to those who do not see it.
    let describedBy: String?

    init(
        _ name: String, _ label: String, value: String = "", hint: String? = nil, fault: String? = nil,
        keyboard: String = "text", isRequired: Bool = true
    ) {
        self.name = name
        self.label = label
        self.value = value
        self.hint = hint
        self.fault = fault
        self.keyboard = keyboard
        self.isRequired = isRequired
        let ids = [hint.map { _ in "\(name)-hint" }, fault.map { _ in "\(name)-fault" }].compactMap(\.self)
        describedBy = ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}
