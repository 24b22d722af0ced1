import Web

extension Settings {
    /// What would keep a server from working with them, a sentence each, beside what is wrong with each alone.
    func servingFaults() async -> [String] {
        let keyFault = secretKey == nil ? SecretKey.fault(with: database) : nil
        let keySetFault = await web.tokens.keySet?.fault()
        return database.faults
            + [
                keyFault?.sentence,
                keySetFault.map { fault in "\(Setting.jwksURL.variable) must lead to public keys: \(fault)." },
            ]
            .compactMap(\.self)
    }
}
