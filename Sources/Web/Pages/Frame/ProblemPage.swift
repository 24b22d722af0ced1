import Hummingbird
import Loyalty

/// What somebody sees instead of the page they wanted: what happened, and what to do next.
struct ProblemPage: Screen {
    static let template = "problem"

    let frame: Frame
    let heading: String
    let sentence: String
    /// What the server calls the request, to be told when asking for help.
    let requestID: String
    /// Where one can go on from here, and what that is called.
    let backPath: String
    let back: String
}

extension PageRoom {
    /// The answer that shows a problem to a person.
    /// - Parameter path: What they asked for.
    func answer(_ problem: Problem, for visitor: Visitor, at path: String, requestID: String) -> Response {
        let words = wording(for: visitor).words
        let kind =
            switch problem.status.code {
            case 404: "missing"
            case 403: "forbidden"
            case 500...: "broken"
            default: "refused"
            }
        let heading = words("problem.\(kind).title")
        let isOfShop = path.hasPrefix(BackOfficePlace.overview.path + "/")
        let page = ProblemPage(
            frame: Frame(heading, for: visitor), heading: heading,
            sentence: words.text("rule.\(problem.code)") ?? words.text("problem.\(kind).sentence") ?? problem.sentence,
            requestID: requestID, backPath: isOfShop ? BackOfficePlace.overview.path : CustomerPlace.wallet.path,
            back: words(isOfShop ? "problem.back_to_shop" : "problem.back"))
        var response = answer(page, for: visitor, status: problem.status)
        for header in problem.headers { response.headers[header.name] = header.value }
        return response
    }

    /// What a rule says, in the visitor's language where the catalogue has it, else in the words of the API.
    func sentence(of rejection: any Rejection, for visitor: Visitor) -> String {
        wording(for: visitor).words.text("rule.\(rejection.code)") ?? rejection.sentence
    }

    /// What a form shows of a rejection: what the rule says, at the field that it names.
    func fault(of rejection: any Rejection, for visitor: Visitor) -> FormFault {
        FormFault(field: rejection.field, sentence: sentence(of: rejection, for: visitor))
    }
}
