import Foundation
import Hummingbird
import Logging
import NIOCore
import Operations
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// For how long a server that was told to stop goes on with what has begun; systemd and Docker wait five seconds more.
private let farewellMax = Duration.seconds(25)

extension Installation {
    /// Answers requests until SIGTERM or SIGINT, and then until those are answered that have begun, for 25 seconds at
    /// most: a body may never come to its end.
    /// - Parameters:
    ///   - upkeepSeconds: The pause between two runs of the scheduled work; 0 has it not done here.
    ///   - whenReady: Called once requests are answered, with the address to send them to.
    func serve(
        _ settings: WebSettings, upkeepSeconds: Int, whenReady: @escaping @Sendable (String) -> Void
    ) async throws {
        if let warning = database.caveat { Logger(label: "tuzo").warning("\(warning)") }
        let channel = database.channel()
        if let channel { surroundings.activity.join(channel) }
        defer { channel?.close() }
        let meter = Meter()
        database.registerMetrics(on: meter)
        let web = try WebApplication(wiring: surroundings, settings, meter)
        var application = web.application { port in
            let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
            whenReady("http://\(host):\(port)")
        }
        if upkeepSeconds > 0 {
            application.addServices(UpkeepService(in: surroundings, every: upkeepSeconds, meter))
        }
        do {
            var configuration = ServiceGroupConfiguration(
                services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: application.logger)
            configuration.maximumGracefulShutdownDuration = farewellMax
            try await ServiceGroup(configuration: configuration).run()
        } catch let error as IOError {
            let reason = String(cString: strerror(error.errnoCode))
            throw CommandFailure("Nobody can listen on \(settings.host):\(settings.port): \(reason).")
        } catch is SocketAddressError.UnknownHost {
            throw CommandFailure("Nobody can listen on \(settings.host): there is no such address.")
        }
    }
}
