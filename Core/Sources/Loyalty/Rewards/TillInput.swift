/// What somebody at the till has typed or scanned, in one field for everything.
public enum TillInput: Hashable, Sendable {
    case code(RedemptionCode)
    /// What has the length and the letters of a code, and a check symbol that does not fit. It may be a name as well.
    case mistypedCode(String)
    /// The code that a member invites others with, scanned from the member's own QR.
    case member(referralCode: String)
    /// A name, a telephone number, an e-mail address, an id.
    case words(String)

    /// What stands before a member's code in a QR.
    public static let memberMark = "tuzo:member:"

    /// - Parameter text: Without blanks around it.
    public init(_ text: String) {
        guard !text.lowercased().hasPrefix(TillInput.memberMark) else {
            let code = text.dropFirst(TillInput.memberMark.count)
            self = .member(referralCode: ReferralCode.read(typed: String(code)))
            return
        }
        do throws(CodeRejection) {
            self = .code(try RedemptionCode(typed: text))
        } catch {
            self = error == .codeMustNotBeMistyped ? .mistypedCode(text) : .words(text)
        }
    }
}
