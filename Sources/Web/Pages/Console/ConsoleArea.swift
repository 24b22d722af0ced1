extension PageArea {
    /// The operator's console.
    static let console = PageArea()
}
