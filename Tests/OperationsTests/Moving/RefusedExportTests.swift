import Foundation
import Loyalty
import Operations
import Storage
import TestDatabase
import Testing

/// What is wrong with an export is told with its line and the rule, and nothing of it stays.
struct RefusedExportTests {
    @Test(arguments: ExportDamage.all)
    func `a damaged export is refused, and the database stays empty`(damage: ExportDamage) async throws {
        let (desk, place) = try await deskWithExport()
        let bytes = try desk.bytes("town")
        try desk.write(damage.change(bytes), to: "damaged")
        let found = damage.line(bytes)
        let line = try #require(found)
        let told = "\(desk.path("damaged")), line \(line): \(damage.code): "
        for import_ in [verify, importAll] {
            let misfit = await #expect(throws: ExportMisfit.self) { try await import_(desk, "damaged", place) }
            #expect(misfit?.sentence.hasPrefix(told) == true, "\(misfit?.sentence ?? "") is not \(told)")
        }
        #expect(try await place.filledTables() == [])
        try await desk.importAll("town", into: place.surroundings)
        #expect(try await place.surroundings.audit().findings == [])
    }

    @Test func `an export cut off at any line, or within one, is refused`() async throws {
        let (desk, place) = try await deskWithExport()
        let bytes = try desk.bytes("town")
        let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
        for end in ends.dropLast().flatMap({ [$0 + 1, $0 + 20] }) + [bytes.count - 1] {
            try desk.write(Array(bytes[..<end]), to: "cut")
            #expect(throws: ExportMisfit.self) { try VerifyExport(codeKey: key)(ExportSource(path: desk.path("cut"))) }
        }
        try desk.write(Array(bytes.dropLast(1)), to: "cut")
        await #expect(throws: ExportMisfit.self) { try await desk.importAll("cut", into: place.surroundings) }
        #expect(try await place.filledTables() == [])
    }

    @Test func `a flipped bit anywhere is noticed`() async throws {
        let (desk, _) = try await deskWithExport()
        let bytes = try desk.bytes("town")
        for place in stride(from: 0, to: bytes.count, by: 97) {
            var flipped = bytes
            flipped[place] ^= 1
            try desk.write(flipped, to: "flipped")
            #expect(throws: ExportMisfit.self, "byte \(place)") {
                try VerifyExport(codeKey: key)(ExportSource(path: desk.path("flipped")))
            }
        }
    }

    @Test func `a database that has rows is not filled, and keeps them`() async throws {
        let (desk, _) = try await deskWithExport()
        let other = try await Town.open()
        try await desk.export(other.surroundings, to: "before")
        await #expect(throws: DatabaseEmptinessRejection.self) {
            try await desk.importAll("town", into: other.surroundings)
        }
        try await desk.export(other.surroundings, to: "after")
        #expect(try desk.bytes("after") == desk.bytes("before"))
    }

    @Test func `an installation does not move to where another key is`() async throws {
        let (desk, place) = try await deskWithExport()
        let strange = MoveDesk.surroundings(of: place.ground.database, key: 8)
        let misfit = await #expect(throws: ExportMisfit.self) { try await desk.importAll("town", into: strange) }
        #expect(misfit?.rule == .keyMustBeThatOfTheCodes)
        #expect(misfit?.line == 3)
        #expect(try await place.filledTables() == [])
    }

    @Test func `a place that was opened with another key before takes the key of the installation`() async throws {
        let (desk, place) = try await deskWithExport()
        #expect(try await ConfirmCodeKey(in: MoveDesk.surroundings(of: place.ground.database, key: 8))())
        try await desk.importAll("town", into: place.surroundings)
        #expect(try await ConfirmCodeKey(in: place.surroundings)())
    }

    @Test func `a database with the schema of another version is left as it is`() async throws {
        let ground = try await TestDatabase.empty()
        try await Migrations.apply(to: ground.database, through: "002-trusted-ledger")
        #expect(try await !Migrations.begin(in: ground.database))
        let new = try await TestDatabase.empty()
        for _ in 1...2 { #expect(try await Migrations.begin(in: new.database)) }
        try await new.database.read(Migrations.requireCurrent)
    }

    private func verify(_ desk: MoveDesk, _ name: String, _ place: NewPlace) async throws {
        try VerifyExport(codeKey: key)(ExportSource(path: desk.path(name)))
    }

    private func importAll(_ desk: MoveDesk, _ name: String, _ place: NewPlace) async throws {
        try await desk.importAll(name, into: place.surroundings)
    }

    /// A small town, exported, and a place for it to move to.
    private func deskWithExport() async throws -> (MoveDesk, NewPlace) {
        let (desk, town) = (try MoveDesk(), try await Town.open())
        _ = try await ConfirmCodeKey(in: town.surroundings)()
        try await town.order("A-1", 100_00)
        try await desk.export(town.surroundings, to: "town")
        return (desk, try await desk.newPlace())
    }
}

private let key = [UInt8](repeating: 7, count: 32)
