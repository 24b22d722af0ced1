/// One line that says how far something is, written over itself on a terminal.
struct ProgressLine {
    private static let pause = Duration.milliseconds(300)

    private let isShown: Bool
    private let isTerminal = Console.Stream.errors.isTerminal
    private var next = ContinuousClock.now + pause
    private var isOpen = false

    /// - Parameter isForced: Whether it is shown also where there is no terminal, then line below line.
    init(isForced: Bool = false) { isShown = isForced || isTerminal }

    /// Shows a text, unless another was shown a moment ago.
    mutating func show(_ text: @autoclosure () -> String) {
        let now = ContinuousClock.now
        guard isShown, now >= next else { return }
        next = now + Self.pause
        guard isTerminal else { return Console.note(text()) }
        Console.write(Array("\r\u{1B}[K\(text())".utf8), to: .errors)
        isOpen = true
    }

    /// Takes the line away, for others to be written.
    mutating func clear() {
        guard isOpen else { return }
        Console.write(Array("\r\u{1B}[K".utf8), to: .errors)
        isOpen = false
    }
}
