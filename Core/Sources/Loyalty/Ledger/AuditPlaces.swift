/// Where the rows of a member stand that others name.
extension AuditRecords {
    func place(ofEntry sequence: Int64) -> Int? {
        place(ofSequence: sequence, among: entries.count) { entries[$0].entry.sequence }
    }

    func place(ofLot sequence: Int64) -> Int? {
        place(ofSequence: sequence, among: lots.count) { lots[$0].sequence }
    }

    func place(ofSpendingOn day: Day) -> Int? {
        place(of: day, among: spending.count) { spending[$0].day }
    }

    /// Without gaps, rows stand where their sequence says.
    private func place(ofSequence sequence: Int64, among count: Int, _ at: (Int) -> Int64) -> Int? {
        if sequence > 0, sequence <= count, at(Int(sequence) - 1) == sequence { return Int(sequence) - 1 }
        return place(of: sequence, among: count, at)
    }

    /// Finds a key among rows that rise by it.
    private func place<Key: Comparable>(of key: Key, among count: Int, _ at: (Int) -> Key) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if at(middle) < key { low = middle + 1 } else { high = middle }
        }
        return low < count && at(low) == key ? low : nil
    }
}
