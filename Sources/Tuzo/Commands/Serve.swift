import ArgumentParser

/// `tuzo serve`
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the API.",
        discussion: """
            Opens the database, makes it where there is none, brings its schema up to date, and serves until SIGTERM \
            or SIGINT; then it answers the requests that have begun, and closes the database.

            SETTINGS
            Each can be set by its flag, in the environment, or in the settings file (tuzo.json, or the one of \
            --config), where its name is that of the environment in lower case without TUZO_. Secrets have no flag, \
            because everybody on a machine can read its command lines.

              TUZO_DATABASE_URL     sqlite:PATH, one file (sqlite:tuzo.db), or
                                    postgres://USER@HOST/NAME for several servers
              TUZO_HOST             the address to listen on (127.0.0.1)
              TUZO_PORT             the port to listen on; 0 takes any (8001)
              TUZO_JWT_SECRET       signs users' tokens (HS256); 32 bytes at least
              TUZO_JWKS_URL         public keys (RS256, ES256): https://… or file:PATH
              TUZO_JWT_ISSUER       what tokens must have as iss
              TUZO_JWT_AUDIENCE     what tokens must have as aud
              TUZO_PLATFORM_KEY     the platform's API key; 32 characters at least
              TUZO_SECRET_KEY       protects redemption codes: 32 bytes in base 64
                                    (made once, in a file beside the database; on
                                    PostgreSQL it must be set)
              TUZO_TRUSTED_PROXIES  whose X-Forwarded-For is believed, with commas
              TUZO_ALLOWED_ORIGINS  whose pages may call the API, with commas
              TUZO_PUBLIC_URL       where people reach the pages, such as
                                    https://points.example (where it listens)
              TUZO_OPERATORS        the user ids of those who see every shop in the console
                                    at /admin, with commas
              TUZO_UPKEEP_SECONDS   the pause between two runs of the scheduled work,
                                    such as the lapse of points; 0 for none (60)
              TUZO_LOG_LEVEL        trace, debug, info, notice, warning, error (info)
            """)

    @OptionGroup var options: SettingOptions
    @OptionGroup var listening: ListeningOptions

    @Flag(help: "Say everything that is wrong with the settings, and do not serve.")
    var checkConfig = false

    func run() async throws {
        let settings = try await listening.settings(options)
        for doubt in settings.doubts { Console.note(doubt) }
        guard !checkConfig else { return Console.say("configuration is good") }
        ConsoleLogHandler.install(level: settings.logLevel)
        try await Installation.working(on: settings) { installation in
            try await installation.serve(settings.web, upkeepSeconds: settings.upkeepSeconds) { address in
                Console.note("Tuzo serves on \(address)")
            }
        }
    }
}
