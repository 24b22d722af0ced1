extension PageArea {
    /// What customers see: the wallet, and the pages of each membership.
    static let customer = PageArea(
        templates: [
            "wallet": PackageResources.wallet_mustache, "membership_card": PackageResources.membership_card_mustache,
            "membership": PackageResources.membership_mustache, "qr": PackageResources.qr_mustache,
            "offers": PackageResources.offers_mustache, "redeem": PackageResources.redeem_mustache,
            "redeem_form": PackageResources.redeem_form_mustache, "codes": PackageResources.codes_mustache,
            "tiers": PackageResources.tiers_mustache, "invite": PackageResources.invite_mustache,
            "history": PackageResources.history_mustache, "history_rows": PackageResources.history_rows_mustache,
            "explanation": PackageResources.explanation_mustache, "notices": PackageResources.notices_mustache,
            "settings": PackageResources.settings_mustache, "invitation": PackageResources.invitation_mustache,
            "leaving": PackageResources.leaving_mustache, "departed": PackageResources.departed_mustache,
            "offline": PackageResources.offline_mustache, "installable": PackageResources.installable_mustache,
            "connection": PackageResources.connection_mustache,
        ],
        styles: [PackageResources.membership_css, PackageResources.customer_css],
        files: [
            "membership.js": PackageResources.membership_js, "install.js": PackageResources.install_js,
            "icon-192.png": PackageResources.icon_192_png, "icon-512.png": PackageResources.icon_512_png,
        ],
        controllers: { parts in
            let desk = CustomerDesk(surroundings: parts.surroundings, room: parts.room)
            return [
                WalletController(desk: desk), MembershipController(desk: desk), RedeemController(desk: desk),
                ExplanationController(desk: desk), CustomerNoticesController(desk: desk),
                SettingsController(desk: desk), InvitationController(desk: desk), InstallController(desk: desk),
                LeavingController(desk: desk),
            ]
        })
}
