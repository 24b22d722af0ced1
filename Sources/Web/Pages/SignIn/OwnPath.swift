/// A path on this server, as a page to go on to: what leads anywhere else becomes the wallet.
///
/// Browsers read a second slash, also a backward one, as the beginning of another server's name.
func ownPath(_ text: String) -> String {
    let isOwn =
        text.hasPrefix("/") && !text.hasPrefix("//") && !text.contains("\\")
        && text.utf8.count <= pathByteCountMax && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    return isOwn ? text : "/loyalty"
}

private let pathByteCountMax = 2_048
