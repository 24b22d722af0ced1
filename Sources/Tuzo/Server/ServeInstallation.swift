import Hummingbird
import Logging
import Operations
import SQLiteEngine
import Web

extension Installation {
    /// Answers requests until SIGTERM or SIGINT, and then until those are answered that have begun.
    /// - Parameter whenReady: Called once requests are answered, with the address to send them to.
    func serve(_ settings: WebSettings, whenReady: @escaping @Sendable (String) -> Void) async throws {
        let logger = Logger(label: "tuzo")
        if let warning = SQLiteDatabase.warning { logger.warning("\(warning)") }
        let meter = Meter()
        database.registerMetrics(on: meter)
        let web = WebApplication(
            surroundings, settings: settings, controllers: Routes.controllers(surroundings), meter: meter,
            version: Version.current, logger: logger)
        let application = web.application { port in
            let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
            whenReady("http://\(host):\(port)")
        }
        try await application.runService()
    }
}
