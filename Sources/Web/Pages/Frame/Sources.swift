extension Templates {
    /// The templates that are compiled in, by name.
    static var sources: [String: String] {
        [
            "home": PackageResources.home_mustache, "frame": PackageResources.frame_mustache,
            "problem": PackageResources.problem_mustache, "sign_in": PackageResources.sign_in_mustache,
            "field": PackageResources.field_mustache,
            // The customer's pages
            "wallet": PackageResources.wallet_mustache, "membership_card": PackageResources.membership_card_mustache,
            // The overview, members and insight of a shop

            // The program, rewards, referrals and settings of a shop

            // The till

            // The operator's console

        ]
        .mapValues { String(decoding: $0, as: UTF8.self) }
    }
}

extension AssetShelf {
    /// The files that are compiled in. The style sheet is written in parts, and served as one.
    static var files: [File] {
        let styles = [
            PackageResources.tokens_css, PackageResources.base_css, PackageResources.controls_css,
            PackageResources.membership_css, PackageResources.tables_css,
        ]
        return [
            File(name: "tuzo.css", bytes: Array(styles.joined(separator: "\n".utf8))),
            File(name: "icons.svg", bytes: PackageResources.icons_svg),
            File(name: "icon.svg", bytes: PackageResources.icon_svg),
        ]
    }
}

extension Catalogue {
    /// The words that are compiled in, in every language.
    static func all() throws(CatalogueFault) -> [Catalogue] {
        [
            try Catalogue(.english, parsing: String(decoding: PackageResources.en_words, as: UTF8.self)),
            try Catalogue(.swahili, parsing: String(decoding: PackageResources.sw_words, as: UTF8.self)),
        ]
    }
}
