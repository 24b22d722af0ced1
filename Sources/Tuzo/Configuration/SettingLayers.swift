import Configuration

/// What was set where: a flag goes before the environment, and that before the file.
struct SettingLayers {
    private let config: ConfigReader

    /// - Parameter environment: All variables; those that begin with `TUZO_` are looked at.
    init(flags: [Setting: String], environment: [String: String], file: [Setting: String]) {
        config = ConfigReader(providers: [
            InMemoryProvider(name: "flags", values: flags.asConfigValues),
            EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "tuzo"),
            InMemoryProvider(name: "file", values: file.asConfigValues),
        ])
    }

    /// The text of a setting; an empty one counts as none.
    subscript(setting: Setting) -> String? {
        let text = config.string(forKey: ConfigKey([setting.rawValue]), isSecret: true)
        return text?.isEmpty == false ? text : nil
    }
}

extension [Setting: String] {
    fileprivate var asConfigValues: [AbsoluteConfigKey: ConfigValue] {
        reduce(into: [:]) { values, pair in
            values[AbsoluteConfigKey([pair.key.rawValue])] = ConfigValue(.string(pair.value), isSecret: true)
        }
    }
}
