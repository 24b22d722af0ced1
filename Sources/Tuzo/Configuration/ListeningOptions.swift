import ArgumentParser

/// The flags of commands that serve.
struct ListeningOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The address to listen on. [TUZO_HOST; 127.0.0.1]", valueName: "address"))
    var host: String?

    @Option(help: "The port to listen on; 0 takes any. [TUZO_PORT; 8001]")
    var port: String?

    @Option(help: ArgumentHelp("Where the platform's public keys are. [TUZO_JWKS_URL]", valueName: "url"))
    var jwksUrl: String?

    @Option(help: ArgumentHelp("How much is logged. [TUZO_LOG_LEVEL; info]", valueName: "level"))
    var logLevel: String?

    /// - Parameter standard: What holds where nothing is set.
    /// - Throws: ``SettingsRejection`` with everything that is wrong.
    func settings(_ options: SettingOptions, standard: [Setting: String] = [:]) async throws -> Settings {
        let flags: [Setting: String?] = [.host: host, .port: port, .jwksURL: jwksUrl, .logLevel: logLevel]
        let (settings, faults) = options.read(flags, standard: standard)
        let all = faults + (await settings.servingFaults())
        // A name that is misspelt may well be why another one is missing.
        guard all.isEmpty else { throw SettingsRejection(faults: all + settings.doubts) }
        return settings
    }
}
