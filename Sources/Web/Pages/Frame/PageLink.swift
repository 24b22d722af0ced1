/// A way from one page to another, or to another look at the same one; the one where the visitor is gets marked.
struct PageLink: Sendable {
    let path: String
    let label: String
    let isHere: Bool
}
