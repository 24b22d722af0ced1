import ArgumentParser
import Foundation

/// The flags of every command that works with a database.
struct SettingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A settings file in JSON, instead of tuzo.json.", valueName: "path"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "The database, as sqlite:PATH or postgres://… [TUZO_DATABASE_URL; sqlite:tuzo.db]", valueName: "url"))
    var database: String?

    /// - Throws: ``SettingsRejection`` with everything that is wrong.
    func settings() throws -> Settings {
        let (settings, faults) = read([:])
        guard faults.isEmpty else { throw SettingsRejection(faults: faults) }
        return settings
    }

    /// The settings, and a sentence for everything that is wrong with them.
    /// - Parameters:
    ///   - flags: The settings that a command has flags of its own for.
    ///   - standard: What holds where nothing is set.
    func read(
        _ flags: [Setting: String?], standard: [Setting: String] = [:]
    ) -> (settings: Settings, faults: [String]) {
        let file = SettingsFile(path: config)
        var faults = file.faults
        let environment = ProcessInfo.processInfo.environment
        let layers = SettingLayers(
            flags: flags.compactMapValues(\.self).merging(database.map { [.databaseURL: $0] } ?? [:]) { $1 },
            environment: environment, file: standard.merging(file.values) { $1 })
        var settings = Settings(layers, faults: &faults)
        settings.strangers = environment.keys.filter { Setting.isStranger($0) }.sorted()
        return (settings, faults)
    }
}
