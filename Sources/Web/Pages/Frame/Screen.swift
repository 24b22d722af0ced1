/// A page: a value whose stored properties the template of its name shows.
protocol Screen: Sendable {
    /// The name of the template.
    static var template: String { get }
    /// What stands around the page.
    var frame: Frame { get }
}
