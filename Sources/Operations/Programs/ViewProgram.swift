public import ExactJSON
public import Loyalty
import Storage

/// Shows a shop's program and its earlier versions.
public struct ViewProgram: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// The version in force; `nil` where the shop never saved a program.
    public func newest(in shop: Shop) async throws -> ProgramVersion? {
        try await surroundings.database.read { connection in try ProgramStore(connection).newest(in: shop) }
    }

    /// Versions, newest first, below a number.
    public func versions(in shop: Shop, below number: Int?, limit: Int) async throws -> [VersionView] {
        // Each is compared to the one before it, so that one more is read than is shown.
        let versions = try await surroundings.database.read { connection in
            try ProgramStore(connection).versions(in: shop, below: number, limit: limit + 1)
        }
        return try versions.prefix(limit).enumerated().map { place, version in
            let before = versions.indices.contains(place + 1) ? versions[place + 1] : nil
            return VersionView(version: version, changes: try version.changes(since: before))
        }
    }

    /// One version.
    /// - Throws: ``ProgramRejection`` `versionMustExist`.
    public func version(_ number: Int, in shop: Shop) async throws -> VersionView {
        let views = try await versions(in: shop, below: number + 1, limit: 1)
        guard let view = views.first, view.version.number == number else { throw ProgramRejection(.versionMustExist) }
        return view
    }
}

/// A version with all its settings, and with what it changed.
public struct VersionView: Sendable, JSONWritable {
    public let version: ProgramVersion
    public let changes: [ProgramChange]

    public func write(to json: inout JSONWriter) {
        json.object { json in
            version.writeFields(to: &json)
            json.field("changes", changes)
        }
    }
}

extension ProgramVersion: JSONWritable {
    /// Writes the version as the API shows it.
    public func write(to json: inout JSONWriter) { json.object { json in writeFields(to: &json) } }

    fileprivate func writeFields(to json: inout JSONWriter) {
        json.field("version", number)
        json.field("saved_at", savedAt)
        json.field("saved_by", author)
        program.writeSettings(to: &json)
    }
}
