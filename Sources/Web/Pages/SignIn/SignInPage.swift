/// Where people sign in who have an account here.
struct SignInPage: Screen {
    static let template = "sign_in"

    let frame: Frame
    /// The page to go on to.
    let next: String
    let username: String
    /// What is wrong with what was typed; `nil` at first.
    let fault: String?
    /// Whether accounts are kept here at all.
    let hasAccounts: Bool
}
