import Storage

/// Fills an empty database with an installation that was exported.
///
/// It is one transaction: however the process ends, the database has everything or stays empty. Nobody else can write
/// to it meanwhile.
public struct ImportInstallation: Sendable {
    private let surroundings: Surroundings

    /// - Parameter surroundings: With the key of the installation that was exported.
    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameter progress: Told now and then how many rows are written.
    /// - Throws: ``ExportMisfit``, ``DatabaseEmptinessRejection``, ``SchemaRejection``, ``FileRejection`` or
    ///   ``StorageFailure``.
    public func callAsFunction(
        from source: ExportSource, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> MoveSummary {
        let fingerprint = surroundings.codeVault.fingerprint
        return try await surroundings.database.write(in: .everything) { connection in
            try Migrations.requireCurrent(connection)
            let store = MoveStore(connection)
            for table in MovedTable.all where try table.name != codeKey && !store.isEmpty(table) {
                throw DatabaseEmptinessRejection(table: table.name)
            }
            // That of an empty database has made no code yet.
            try CodeKeyStore(connection).forget()
            return try source.proveRows(keyed: fingerprint, progress) { row in
                try store.insert(row.values, into: row.table)
            }
        }
    }
}

/// Proves a whole export from the file alone, before anything is written anywhere.
public struct VerifyExport: Sendable {
    private let fingerprint: [UInt8]

    /// - Parameter codeKey: The key of the installation that was exported.
    public init(codeKey: [UInt8]) { fingerprint = CodeVault(key: codeKey).fingerprint }

    /// - Throws: ``ExportMisfit`` or ``FileRejection``. Standard input is not proved, because it can be read only once.
    public func callAsFunction(_ source: ExportSource, progress: (Int) -> Void = { _ in }) throws {
        guard source.isFile else { return }
        _ = try source.proveRows(keyed: fingerprint, progress) { _ in }
    }
}

private let codeKey = MovedTable.codeKey.name
private let rowsBetweenReports = 500

extension ExportSource {
    /// Hands over all rows, once it is proved that the codes were made with the key of that fingerprint.
    fileprivate func proveRows(
        keyed fingerprint: [UInt8], _ progress: (Int) -> Void, _ body: (ExportReading.Row) throws -> Void
    ) throws -> MoveSummary {
        try read { reading in
            while let row = try reading.next() {
                guard row.table.name != codeKey || row.values == [.bytes(fingerprint)] else {
                    throw reading.misfit(.keyMustBeThatOfTheCodes)
                }
                try body(row)
                if reading.rowCount % rowsBetweenReports == 0 { progress(reading.rowCount) }
            }
            return reading.summary
        }
    }
}
