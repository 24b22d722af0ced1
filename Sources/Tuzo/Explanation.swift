import Loyalty
import Storage

/// What went wrong, in plain words for whoever typed the command.
/// - Returns: `nil` for errors that explain themselves, such as those of the command line's own grammar.
func explanation(of error: any Error) -> String? {
    switch error {
    case let rejection as any Rejection: rejection.sentence
    case let failure as StorageFailure: sentence(about: failure)
    case let failure as CommandFailure: failure.sentence
    default: nil
    }
}

private func sentence(about failure: StorageFailure) -> String {
    switch failure {
    case .full: "The disk is full."
    case .unavailable(let reason): "The database cannot be used: \(reason)."
    case .constraint(let reason): "The database refused a change: \(reason)."
    case .locked(let reason): "The database is in use: \(reason). Stop the server that runs on it, then try again."
    case .closed: "The database was closed."
    case .corrupt(let reason): "The database is damaged: \(reason)."
    }
}
