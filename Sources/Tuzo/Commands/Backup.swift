import ArgumentParser
import Foundation
import SQLiteEngine
import Storage

/// `tuzo backup`
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the database into a file, also while a server runs on it.",
        discussion: """
            The copy holds everything that was committed when it began. It is written as FILE.partial and renamed when \
            it is complete, so that a file of that name is always whole. No file is overwritten.

            Keep the key of the database (TUZO_SECRET_KEY, or the file with the ending .key beside it) somewhere else: \
            together they reveal redemption codes. To restore, stop the server, put the copy where the database was, \
            and remove the files beside it that end in -wal and -shm.

            A database on a PostgreSQL server is backed up with the server's own tools, such as pg_dump.
            """)

    @Argument(help: "The file to make.") var file: String

    @OptionGroup var options: SettingOptions

    func run() async throws {
        let settings = try options.settings()
        guard !FileManager.default.fileExists(atPath: file) else {
            throw CommandFailure("\(file) is there already, and is not overwritten.")
        }
        guard case .file(let path) = settings.database else {
            throw CommandFailure(
                "\(settings.database.name) is on a server, whose own tools back it up, such as: "
                    + "pg_dump --format=custom --file=\(file) \"$TUZO_DATABASE_URL\"")
        }
        let partial = file + ".partial"
        try keepOthersOut()
        unlink(partial)
        do {
            try await settings.database.reading { database in
                try await (database as? SQLiteDatabase)?.backup(to: partial)
            }
        } catch StorageFailure.full {
            throw CommandFailure("The disk of \(file) is full; nothing was left there.")
        }
        do {
            try FileManager.default.moveItem(atPath: partial, toPath: file)
        } catch {
            throw CommandFailure("The copy is complete, but cannot be renamed: \(error.localizedDescription)")
        }
        Console.say("\(path) was copied to \(file)")
    }

    /// Has the folder for as long as the process lives: of two that write one file, one would rename what the other has
    /// not finished.
    private func keepOthersOut() throws {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandFailure("\(folder) cannot be written to: \(String(cString: strerror(errno))).")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
            throw CommandFailure("Another back-up is being written into \(folder).")
        }
    }
}
