extension PageArea {
    /// The program of a shop, its rewards, its referrals and its settings.
    static let program = PageArea()
}
