import Loyalty
import Operations
import Storage

/// An installation of Tuzo that this process works on: its database, opened and up to date.
struct Installation {
    let database: any Engine
    let surroundings: Surroundings
    /// The migrations that opening it has applied.
    let migrated: [String]

    /// Opens the database, makes it where there is none, and brings its schema up to date.
    /// - Throws: ``StorageFailure``, ``SchemaRejection`` for a database of a newer version, or ``SettingsRejection``
    ///   for a key that cannot be used.
    static func open(_ settings: Settings) async throws -> Installation {
        let database = try settings.database.open()
        do {
            let migrated = try await Migrations.apply(to: database)
            let key = try await key(of: database, settings)
            let surroundings = Surroundings(database: ClaimedWrites(database), codeKey: key)
            guard try await ConfirmCodeKey(in: surroundings)() else { throw SecretKey.strange }
            return Installation(database: database, surroundings: surroundings, migrated: migrated)
        } catch {
            await database.close()
            if let fault = error as? SettingFault { throw SettingsRejection(faults: [fault.sentence]) }
            throw error
        }
    }

    /// Where it is made, then under the database's lock, so that two processes cannot make two, and never where codes
    /// were made with another.
    private static func key(of database: any SQLDatabase, _ settings: Settings) async throws -> [UInt8] {
        if let key = settings.secretKey { return key }
        let isExpected = try await ConfirmCodeKey.isExpected(by: database)
        return try isExpected ? SecretKey.brought(to: settings.database) : SecretKey.kept(with: settings.database)
    }

    /// Opens the installation, works on it, and closes it, however the work ends.
    static func working<Value>(
        on settings: Settings, _ work: (Installation) async throws -> Value
    ) async throws -> Value {
        try await closing(open(settings), after: work)
    }

    /// Opens a database for an installation to move into, and closes it, however that ends. No key is made for it.
    /// - Parameter key: The key of the installation that moves.
    static func awaiting<Value>(
        in address: DatabaseAddress, key: [UInt8], _ work: (Installation) async throws -> Value
    ) async throws -> Value {
        let database = try address.open()
        let surroundings = Surroundings(database: database, codeKey: key)
        return try await closing(Installation(database: database, surroundings: surroundings, migrated: [])) { new in
            guard try await Migrations.begin(in: database) else {
                throw CommandFailure(
                    "\(address.name) has the schema of another version: an installation goes into a new database only."
                )
            }
            return try await work(new)
        }
    }

    private static func closing<Value>(
        _ installation: Installation, after work: (Installation) async throws -> Value
    ) async throws -> Value {
        do {
            let value = try await work(installation)
            await installation.database.close()
            return value
        } catch {
            await installation.database.close()
            throw error
        }
    }
}
