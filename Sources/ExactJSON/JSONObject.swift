/// The members of a JSON object, each key once, in the order they were written in.
///
/// Two objects are equal when their members are, order included.
public struct JSONObject: Hashable, Sendable {
    /// One key with its value.
    public struct Member: Hashable, Sendable {
        public let key: String
        public let value: JSONValue
    }

    public private(set) var members: [Member] = []

    /// An object without members.
    public init() {}

    /// Takes members whose keys all differ, and answers `nil` where two do not.
    init?(_ members: [Member]) {
        guard members.count < 2 || Set(members.lazy.map(\.key)).count == members.count else { return nil }
        self.members = members
    }

    /// The value of a key, `nil` where it is absent. Setting adds a new key at the end, and `nil` removes one.
    public subscript(key: String) -> JSONValue? {
        get { members.first { $0.key == key }?.value }
        set {
            let place = members.firstIndex { $0.key == key }
            switch (place, newValue) {
            case (let place?, let value?): members[place] = Member(key: key, value: value)
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append(Member(key: key, value: value))
            case (nil, nil): break
            }
        }
    }
}
