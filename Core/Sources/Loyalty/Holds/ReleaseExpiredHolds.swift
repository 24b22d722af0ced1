extension Member {
    /// Lets go of what holds keep reserved whose time is over.
    /// - Parameter holds: The member's holds that have not ended.
    /// - Returns: Those that end now, with their outcome; each ended when its time was over, not when it was noticed.
    public mutating func releaseExpired(_ holds: [Hold], at now: Instant) -> [Hold] {
        let ended = holds.filter { $0.outcome == nil && $0.expiresAt <= now }
            .map { hold in
                var hold = hold
                hold.outcome = .expired(at: hold.expiresAt)
                return hold
            }
        held -= ended.map(\.points).total
        return ended
    }
}
