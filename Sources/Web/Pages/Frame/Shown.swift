import Mustache

/// A value whose stored properties are looked at once, however often a template names them.
///
/// The library looks at all properties of a value, and of all values around it, for every name in a template, which
/// took most of the time of a page.
struct Shown: MustacheParent {
    private var children: [String: Any] = [:]

    init(_ value: Any) {
        for child in Mirror(reflecting: value).children {
            // What is absent is left out, so that a section about it is not shown.
            if let name = child.label, let shown = shown(child.value) { children[name] = shown }
        }
    }

    func child(named name: String) -> Any? { children[name] }
}

/// What stands for a value in a template: texts, numbers and flags themselves, lists of what stands for their elements.
private func shown(_ value: Any) -> Any? {
    switch value {
    case let text as String: return text
    case let flag as Bool: return flag
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.flatMap { shown($0.value) }
    case .collection: return mirror.children.compactMap { shown($0.value) }
    // A day, a count of points and the like say themselves how they are written.
    case .struct: return value is any CustomStringConvertible ? value : Shown(value)
    default: return value
    }
}
