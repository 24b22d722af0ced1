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
            WalletController(surroundings: surroundings, room: room),
        ]
    }
}
