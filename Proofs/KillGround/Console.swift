/// The terminal.
enum Console {
    static func say(_ text: String) { print(text) }
}
