public import Loyalty

/// How many keys a shop may have at a time.
let keysPerShopMax = 100

/// Why an API key cannot be made or revoked.
public enum KeyRejection: String, ListedRejection, CaseIterable {
    case keyMustExist
    case keyMustHaveAName
    case keyMustNotHaveThePlatformsName
    case keyMustHaveAScope
    case shopMustNotHaveTooManyKeys

    public var sentence: String {
        switch self {
        case .keyMustExist: "API key not found"
        case .keyMustHaveAName: "name must not be empty."
        case .keyMustNotHaveThePlatformsName: "name must not be platform: the platform's own key is called so."
        case .keyMustHaveAScope: "scopes must hold one scope at least."
        case .shopMustNotHaveTooManyKeys: "A shop may have \(keysPerShopMax) API keys at most: revoke one first."
        }
    }

    public var field: String? {
        switch self {
        case .keyMustHaveAName, .keyMustNotHaveThePlatformsName: "name"
        case .keyMustHaveAScope: "scopes"
        case .keyMustExist, .shopMustNotHaveTooManyKeys: nil
        }
    }

    public var kind: RejectionKind {
        switch self {
        case .keyMustExist: .missing
        case .shopMustNotHaveTooManyKeys: .conflict
        case .keyMustHaveAName, .keyMustNotHaveThePlatformsName, .keyMustHaveAScope: .badInput
        }
    }
}
