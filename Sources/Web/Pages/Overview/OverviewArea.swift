extension PageArea {
    /// The overview of a shop, its members and its insight.
    static let overview = PageArea()
}
