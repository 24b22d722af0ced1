/// Why a caller was not let in.
public enum AccessRejection: ListedRejection, Hashable {
    /// Nothing says who is calling.
    case credentialsMustBeGiven
    /// A token or key was given, and none that holds; deliberately silent about what is wrong with it.
    case credentialsMustBeValid
    /// The shop does not exist, or is none of the caller's business: the two must look alike.
    case shopMustExist
    /// A machine asks for what belongs to a person.
    case callerMustBeAPerson
    /// A person asks for what only the platform may do.
    case callerMustBeThePlatform
    /// The caller belongs to the shop, and yet may not do this.
    case callerMustHaveTheRight(Set<Right>)

    public static var examples: [Self] {
        [
            .credentialsMustBeGiven, .credentialsMustBeValid, .shopMustExist, .callerMustBeAPerson,
            .callerMustBeThePlatform, .callerMustHaveTheRight([.owner]),
        ]
    }

    public var name: String {
        switch self {
        case .credentialsMustBeGiven: "credentialsMustBeGiven"
        case .credentialsMustBeValid: "credentialsMustBeValid"
        case .shopMustExist: ShopRejection.shopMustExist.name
        case .callerMustBeAPerson: "callerMustBeAPerson"
        case .callerMustBeThePlatform: "callerMustBeThePlatform"
        case .callerMustHaveTheRight: "callerMustHaveTheRight"
        }
    }

    public var sentence: String {
        switch self {
        case .credentialsMustBeGiven: "Send a token or an API key as Authorization: Bearer."
        case .credentialsMustBeValid: "The token or API key is not valid, or no longer."
        case .shopMustExist: ShopRejection.shopMustExist.sentence
        case .callerMustBeAPerson: "This is for a person who is signed in, not for an API key."
        case .callerMustBeThePlatform: "This is for the platform's API key."
        case .callerMustHaveTheRight(let rights):
            "This is for \(rights.map(\.phrase).sorted().joined(separator: " or "))."
        }
    }

    public var kind: RejectionKind { self == .shopMustExist ? .missing : .conflict }
}

extension Right {
    /// Whom the right belongs to, in words: `the shop's owner`.
    public var phrase: String {
        switch self {
        case .owner: "the shop's owner"
        case .staff: "the shop's staff"
        case .platform: "the platform's API key"
        case .key(let scope): "an API key of the shop with the scope \(scope.rawValue)"
        case .member: "a person who is signed in"
        }
    }
}
