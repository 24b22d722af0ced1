import ExactJSON
import Logging
import Loyalty
import Operations

/// Writes the log to standard output: lines to read on a terminal, else one JSON object a line.
struct ConsoleLogHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let isForReading: Bool

    /// Sends every log of this process here; to be called once.
    static func install(level: Logger.Level) {
        let isForReading = Console.Stream.output.isTerminal
        LoggingSystem.bootstrap(
            { label, provider in
                ConsoleLogHandler(
                    logLevel: level, metadataProvider: provider, label: label, isForReading: isForReading)
            }, metadataProvider: nil)
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var details = metadata
        if let provided = metadataProvider?.get() { details.merge(provided) { $1 } }
        if let given = event.metadata { details.merge(given) { $1 } }
        if let error = event.error { details["error"] = "\(error)" }
        let sorted = details.sorted { $0.key < $1.key }
        let time = Surroundings.systemClock()
        guard isForReading else {
            Console.write(json(event, time, sorted), to: .output)
            return
        }
        let pairs = sorted.map { "\($0.key)=\($0.value)" }
        Console.say((["\(time) \(event.level) \(event.message)"] + pairs).joined(separator: " "))
    }

    private func json(
        _ event: LogEvent, _ time: Instant, _ details: [(key: String, value: Logger.Metadata.Value)]
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("time", time)
            json.field("level", event.level.rawValue)
            json.field("logger", label)
            json.field("message", event.message.description)
            for (key, value) in details { json.field(key, value.description) }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
