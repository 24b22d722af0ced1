import Logging
import Operations
import Web

extension WebApplication {
    /// The web server with every controller there is.
    init(wiring surroundings: Surroundings, _ settings: WebSettings, _ meter: Meter = Meter()) throws {
        try self.init(
            surroundings, settings: settings,
            controllers: try Routes.controllers(surroundings, version: Version.current), meter: meter,
            version: Version.current, logger: Logger(label: "tuzo"))
    }
}
