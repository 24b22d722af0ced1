import Hummingbird
import Loyalty
import Operations
import Storage

private let rowsMax = 50
/// Whoever goes further should rather search.
private let pagesMax = 200

/// The operator's console: lists over all shops, and every row of them by itself.
struct ConsoleController: Controller {
    let surroundings: Surroundings
    let room: PageRoom

    var endpoints: [Endpoint] {
        let home = Endpoint(page: ConsolePath.home, "The operator's console", access: .console, show)
        return [home]
            + ConsoleList.allCases.flatMap { list in
                let path = "\(ConsolePath.home)/\(list.rawValue)"
                let record = list == .shops ? "\(path)/{shop}" : "\(path)/{shop}/{record}"
                return [
                    Endpoint(page: path, "All \(list.rawValue)", access: .console) { request, context in
                        try await show(list, request, context)
                    },
                    Endpoint(page: record, "One of all \(list.rawValue)", access: .console) { _, context in
                        try await showOne(list, context)
                    },
                ]
            }
    }

    @Sendable private func show(_ request: Request, _ context: ConsoleContext) async throws -> Response {
        let wording = room.wording(for: context.visitor)
        let ask = ConsoleAsk(sort: .key, limit: rowsMax, now: surroundings.now())
        let waiting = try await ViewConsole(in: surroundings)(.work, ask.narrowed(to: "waiting"))
        let page = ConsolePage(
            frame: try await frame(wording.words("console.title"), context),
            lists: ConsoleList.allCases.map { ConsolePage.Tile($0, wording.words) },
            waiting: waiting.isEmpty ? nil : wording.words.count("console.waiting", Int64(waiting.count)),
            waitingPath: ConsolePath.list(.work, [("state", "waiting")]))
        return room.answer(page, for: context.visitor)
    }

    private func show(_ list: ConsoleList, _ request: Request, _ context: ConsoleContext) async throws -> Response {
        let query = try request.query()
        let page = try query.count("page", in: 1...pagesMax, default: 1)
        let ask = ConsoleAsk(
            search: try query.text("search"), shop: try query.id("shop"),
            state: try query.text("state").flatMap { list.states.contains($0) ? $0 : nil },
            sort: try query.text("sort").flatMap(ConsoleSort.init).flatMap { list.sorts.contains($0) ? $0 : nil }
                ?? list.sorts[0],
            offset: (page - 1) * rowsMax, limit: rowsMax + 1, now: surroundings.now())
        let rows = try await ViewConsole(in: surroundings)(list, ask)
        let wording = room.wording(for: context.visitor)
        let screen = ConsoleListPage(
            list, rows, ask, page: page, rowsMax: rowsMax, pagesMax: pagesMax, wording,
            frame: try await frame(wording.words("console.list.\(list.rawValue)"), context))
        return room.answer(screen, for: context.visitor)
    }

    private func showOne(_ list: ConsoleList, _ context: ConsoleContext) async throws -> Response {
        let shop: Shop.ID = try context.id("shop")
        let key = list == .shops || list == .work ? shop.text : try context.part("record")
        let view = ViewConsole(in: surroundings)
        guard let row = try await view(list, key, in: shop) else { throw Problem.pathMustExist }
        let wording = room.wording(for: context.visitor)
        let screen = ConsoleRecordPage(
            list, row, wording, frame: try await frame(wording.words("console.one.\(list.rawValue)"), context))
        return room.answer(screen, for: context.visitor)
    }

    private func frame(_ title: String, _ context: ConsoleContext) async throws -> Frame {
        let words = room.wording(for: context.visitor).words
        let id = context.operatorID.text
        let name = try await NamePeople(in: surroundings)([id])[id] ?? id
        let place = Frame.Place(path: ConsolePath.home, label: words("console.title"), icon: "audit", isHere: true)
        return Frame(title, for: context.visitor, home: ConsolePath.home, places: [place], person: name)
    }
}

extension ConsoleAsk {
    fileprivate func narrowed(to state: String) -> ConsoleAsk {
        var ask = self
        ask.state = state
        return ask
    }
}
