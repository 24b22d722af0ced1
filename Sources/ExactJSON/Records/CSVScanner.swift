/// Takes the bytes of one record of RFC 4180 and makes fields of them.
struct CSVScanner {
    private enum State {
        case atStart
        case bare
        case quoted
        case afterQuote
        /// Quotes stand where they must not; the rest of the line is passed over.
        case broken(RecordRejection.Rule)
    }

    private(set) var raw = RawRecord()
    private var state = State.atStart
    private var fields: [String] = []
    private var field: [UInt8] = []
    private var isUTF8 = true

    /// Whether a line feed belongs to the field instead of ending the record.
    var isInsideQuotes: Bool { if case .quoted = state { true } else { false } }

    /// Whether a stray quote may have made one record of several lines.
    var mayHaveSwallowedLines: Bool {
        switch state {
        case .quoted, .broken(.quotedFieldMustEndAtAComma): true
        default: false
        }
    }

    mutating func take(_ byte: UInt8) {
        raw.append(byte)
        switch (state, byte) {
        case (.broken, _): break
        case (.quoted, ASCII.quote): state = .afterQuote
        case (.quoted, _): keep(byte)
        case (_, ASCII.comma): endField()
        case (.atStart, ASCII.quote): state = .quoted
        case (.afterQuote, ASCII.quote):
            keep(byte)
            state = .quoted
        case (.afterQuote, ASCII.carriageReturn): break
        case (.afterQuote, _): state = .broken(.quotedFieldMustEndAtAComma)
        case (.bare, ASCII.quote): state = .broken(.quotesMustEncloseTheWholeField)
        case (.atStart, _), (.bare, _):
            keep(byte)
            state = .bare
        }
    }

    /// The fields, once the record has ended.
    /// - Parameter columnCount: How many there must be; `nil` for a header, which sets the number.
    mutating func finish(columnCount: Int?) -> Result<[String], RecordRejection> {
        if case .broken(let rule) = state { return .failure(RecordRejection(rule: rule)) }
        if isInsideQuotes { return .failure(RecordRejection(rule: .quotedFieldMustBeClosed)) }
        if raw.isTooLong { return .failure(RecordRejection(rule: .recordMustNotBeTooLong)) }
        if case .bare = state, field.last == ASCII.carriageReturn { field.removeLast() }
        endField()
        guard isUTF8 else { return .failure(RecordRejection(rule: .recordMustBeUtf8)) }
        guard fields.count == columnCount ?? fields.count else {
            return .failure(RecordRejection(rule: .recordMustHaveOneFieldPerColumn))
        }
        return .success(fields)
    }

    private mutating func keep(_ byte: UInt8) {
        if !raw.isTooLong { field.append(byte) }
    }

    private mutating func endField() {
        let text = String(validating: field, as: UTF8.self)
        isUTF8 = isUTF8 && text != nil
        if !raw.isTooLong { fields.append(text ?? "") }
        field.removeAll(keepingCapacity: true)
        state = .atStart
    }
}
