import Operations

extension Surroundings {
    /// Names one showing of a form, so that sending it twice does nothing twice.
    func once() -> String { Base64URL.text(of: random(16)) }
}
