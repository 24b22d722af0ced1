/// A file of CSV, page by page, in memory that does not grow with it; the first page begins with the names of the
/// columns.
///
/// - Parameter Place: Where a page ended, and the next one goes on.
public struct CSVPages<Place: Sendable>: Sendable {
    /// The cells of the rows after a place, as they are to be written, and where the last row is; no rows at the end.
    typealias Load = @Sendable (Place?) async throws -> (rows: [[String]], last: Place?)

    private let header: [String]
    private let load: Load
    private var place: Place?
    private var isBegun = false

    init(header: [String], load: @escaping Load) {
        self.header = header
        self.load = load
    }

    /// The next page; `nil` after the last.
    public mutating func next() async throws -> String? {
        let (rows, last) = try await load(place)
        let lines = (isBegun ? [] : [header]) + rows
        isBegun = true
        place = last ?? place
        return lines.isEmpty ? nil : lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
    }
}
