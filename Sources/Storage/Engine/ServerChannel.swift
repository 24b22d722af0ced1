/// A way for servers that share a database to tell each other what has just happened.
///
/// It is quick and forgetful: what is told while a server is not connected never comes to it.
public protocol ServerChannel: Sendable {
    /// How many bytes a text may have.
    var byteCountMax: Int { get }

    /// Tells the other servers, without waiting for it.
    func tell(_ text: String)

    /// Has a listener hear what other servers tell, one text after another.
    func listen(_ listener: @escaping @Sendable (String) -> Void)

    func close()
}
