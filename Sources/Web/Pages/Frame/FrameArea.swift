extension PageArea {
    /// What stands around all pages, signing in, and what tells of problems.
    static let frame = PageArea(
        templates: [
            "home": PackageResources.home_mustache, "frame": PackageResources.frame_mustache,
            "problem": PackageResources.problem_mustache, "sign_in": PackageResources.sign_in_mustache,
            "field": PackageResources.field_mustache, "question": PackageResources.question_mustache,
        ],
        styles: [
            PackageResources.tokens_css, PackageResources.base_css, PackageResources.controls_css,
            PackageResources.tables_css,
        ],
        files: ["icons.svg": PackageResources.icons_svg, "icon.svg": PackageResources.icon_svg],
        controllers: { parts in
            [
                AssetsController(shelf: parts.room.shelf),
                SignInController(
                    surroundings: parts.surroundings, room: parts.room, signIn: parts.signIn, verifier: parts.verifier,
                    hasAccounts: parts.settings.tokens.secret != nil),
            ]
        })
}
