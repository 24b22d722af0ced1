import Loyalty
import Storage

/// The places of the console.
enum ConsolePath {
    static let home = "/admin"

    static func list(_ list: ConsoleList, _ query: [(String, String?)] = []) -> String {
        let parts = query.compactMap { name, value in value.map { "\(name)=\(pathPart($0))" } }
        let path = "\(home)/\(list.rawValue)"
        return parts.isEmpty ? path : "\(path)?\(parts.joined(separator: "&"))"
    }

    /// Where one row of a list is shown with all that is kept of it; scheduled work stands with its shop.
    static func record(_ list: ConsoleList, _ key: String, in shop: Shop.ID) -> String {
        switch list {
        case .shops: "\(home)/shops/\(pathPart(shop.text))"
        default: "\(home)/\(list.rawValue)/\(pathPart(shop.text))/\(pathPart(key))"
        }
    }
}
