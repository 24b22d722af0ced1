import Operations

/// Every controller of pages.
enum PageRoutes {
    static func controllers(
        _ surroundings: Surroundings, _ room: PageRoom, _ settings: WebSettings, _ signIn: SignIn,
        _ verifier: TokenVerifier
    ) -> [any Controller] {
        [
            AssetsController(shelf: room.shelf),
            SignInController(
                surroundings: surroundings, room: room, signIn: signIn, verifier: verifier,
                hasAccounts: settings.tokens.secret != nil),
            // The customer's pages
            WalletController(surroundings: surroundings, room: room),
            // The overview, members and insight of a shop

            // The program, rewards, referrals and settings of a shop

            // The till

            // The operator's console
        ]
    }
}
