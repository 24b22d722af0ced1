/// What stands around every page: its title, where one can go from it, and who looks at it.
struct Frame: Sendable {
    /// A place in the navigation.
    struct Place: Sendable {
        let path: String
        let label: String
        let icon: String
        let isHere: Bool
    }

    let title: String
    let language: String
    let places: [Place]
    /// Where the name of the house leads.
    let home: String
    /// What the visitor is called; `nil` where nobody is signed in.
    let person: String?
    let formToken: String
    /// What was just done, in a sentence; `nil` mostly.
    let notice: String?
    /// The class that gives the page the shop's colour.
    let accent: String
    /// The style sheets that it needs beside the one of all pages.
    let sheets: [String]
}

extension Frame {
    /// - Parameters:
    ///   - places: Where one can go; none on pages for everybody.
    ///   - notice: What was just done.
    init(
        _ title: String, for visitor: Visitor, home: String = "/loyalty", places: [Place] = [], person: String? = nil,
        notice: String? = nil, accent: String = Accent.house
    ) {
        self.init(
            title: title, language: visitor.language.rawValue, places: places, home: home, person: person,
            formToken: visitor.formToken, notice: notice, accent: accent, sheets: Accent.sheets(of: [accent]))
    }
}
