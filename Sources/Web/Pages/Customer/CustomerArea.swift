extension PageArea {
    /// What customers see: the wallet, and the pages of each membership.
    static let customer = PageArea(
        templates: [
            "wallet": PackageResources.wallet_mustache, "membership_card": PackageResources.membership_card_mustache,
        ],
        styles: [PackageResources.membership_css],
        controllers: { parts in [WalletController(surroundings: parts.surroundings, room: parts.room)] })
}
