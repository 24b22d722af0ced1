extension PageArea {
    /// The till.
    static let till = PageArea()
}
