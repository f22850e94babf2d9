// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Reads the fields of one column: missing values, type and constraints.
final class ColumnReader {
  /// The column's field.
  let field: Field
  private let missingValues: [[UInt8]]
  private let onlyEmptyIsMissing: Bool
  private let isRequired: Bool
  private let isUsual: Bool
  private let checker: ConstraintChecker?

  /// - Parameter schema: For the missing values and the key.
  init(_ field: Field, schema: Schema) {
    self.field = field
    let missing = field.notation.missingValues ?? schema.missingValues
    missingValues = missing.map { Array($0.utf8) }
    onlyEmptyIsMissing = missing == [""]
    isRequired = field.constraints.isRequired || schema.primaryKey.contains(field.name)
    isUsual = field.notation.isUsual
    checker = ConstraintChecker(field)
  }

  /// The value; null where it is missing or faulty, and a fault is reported.
  func read(
    _ span: CSVScanner.Span, _ bytes: UnsafeBufferPointer<UInt8>, _ file: CSVFile, _ log: inout FaultLog
  ) -> Cell {
    if span.isEscaped {
      return unescaped(bytes[span.content], file.dialect).withUnsafeBufferPointer {
        value(of: $0, span, file, &log)
      }
    }
    return value(of: UnsafeBufferPointer(rebasing: bytes[span.content]), span, file, &log)
  }

  private func value(
    of content: UnsafeBufferPointer<UInt8>, _ span: CSVScanner.Span, _ file: CSVFile, _ log: inout FaultLog
  ) -> Cell {
    if onlyEmptyIsMissing ? content.isEmpty : missingValues.contains(where: { $0.elementsEqual(content) }) {
      if isRequired {
        log.report(
          "csv-required",
          .error(
            "csv-required", "the field '\(field.name)' is missing, but required", at: file.place(span.start),
            hint: field.constraints.isRequired
              ? "fill it in, or take 'required' out of the schema" : "it is part of the primary key: fill it in"))
      }
      return .null
    }
    guard content.count <= fieldLimit else {
      log.report(
        "csv-form",
        .error(
          "csv-form", "a field of \(content.count) bytes (field '\(field.name)')", at: file.place(span.start),
          hint: "no field may have more than \(fieldLimit) bytes; is a quote missing?"))
      return .null
    }
    guard let cell = isUsual ? parseCell(content, as: field.kind) : parseCell(content, of: field) else {
      log.report("csv-type", typeFault(content, span, file))
      return .null
    }
    if case .text = cell, content.contains(0xEF), let mark = markOffset(content) {
      log.report(
        "csv-encoding",
        .error(
          "csv-encoding", "a byte order mark in the middle of the file (field '\(field.name)')",
          at: file.place(span.content.lowerBound + mark), hint: "delete the invisible character U+FEFF"))
      return .null
    }
    for fault in checker?.faults(of: cell) ?? [] {
      log.report(
        "csv-constraint",
        .error(
          "csv-constraint", "\(quoted(cell.plain)) \(fault.message) (field '\(field.name)')",
          at: file.place(span.start),
          hint: fault.hint ?? "mend the value, or the constraint in the schema of the data package"))
    }
    return cell
  }

  private func typeFault(_ content: UnsafeBufferPointer<UInt8>, _ span: CSVScanner.Span, _ file: CSVFile) -> Diagnostic
  {
    if let offset = firstInvalidByte(in: file.bytes[span.content]) {
      let byte = file.bytes[span.content.lowerBound + offset]
      return .error(
        "csv-encoding", "the byte \(hexadecimal(byte)) is not UTF-8 (field '\(field.name)')",
        at: file.place(span.content.lowerBound + offset),
        hint: EncodingGuess(file.bytes).map { looksLike($0.encoding) }
          ?? "save the file as UTF-8, or declare its encoding in the data package")
    }
    if let mark = markOffset(content) {
      return .error(
        "csv-encoding", "a byte order mark in the middle of the file (field '\(field.name)')",
        at: file.place(span.content.lowerBound + mark), hint: "delete the invisible character U+FEFF")
    }
    let text = String(decoding: content, as: UTF8.self)
    let hint = hint(for: text) ?? "mend the value, or the field's type or format in the data package"
    return .error(
      "csv-type",
      "\(quoted(text)) is not \(field.example) (field '\(field.name)', declared as \(field.kind.rawValue))",
      at: file.place(span.start), hint: hint)
  }

  private func hint(for text: String) -> String? {
    if field.kind.isNumeric, text.utf8.count(where: { $0 == field.notation.decimal }) > 1,
      text.utf8.allSatisfy({ 48...57 ~= $0 || ".,-+ ".utf8.contains($0) })
    {
      return "it has two decimal points"
    }
    if field.kind == .date || field.kind == .yearmonth, case let parts = text.split(separator: "-"), parts.count > 1 {
      if let month = Int(parts[1]), parts[1].utf8.count == 2, !(1...12 ~= month) { return "there is no month \(month)" }
      if parts.count == 3, let day = Int(parts[2]), parts[2].utf8.count == 2 { return "that month has no day \(day)" }
    }
    if field.notation.pattern != nil { return nil }
    if field.kind.isTemporal || field.kind.isClock, !field.notation.readsPeriods,
      parseCell(text, of: field.readingPeriods) != nil
    {
      return field.kind == .date || field.kind.isClock
        ? "add format: any to the field, to read it in other forms"
        : "declare the field as type: string, period: true, to read periods in other forms"
    }
    let bare = String(text.filter { !$0.isWhitespace })
    if field.kind.isNumeric, case let number = bare.filter({ $0 != "," }), number != text,
      parseCell(number, as: field.kind) != nil
    {
      return number == bare ? "write it without spaces: \(number)" : "write it without thousands separators: \(number)"
    }
    if bare != text, parseCell(bare, of: field) != nil { return "write it without spaces: \(bare)" }
    let marks = [
      "n/a", "na", "n.a.", "nan", "inf", "-inf", "null", "none", "nil", "-", "--", "–", "—", ".", "..", "...", "…", ":",
      "x", "?",
    ]
    if marks.contains(text.lowercased()) { return "where it means missing, add it to the schema's missingValues" }
    return nil
  }
}

/// The longest field in bytes. Every step of a query may copy a value, so that this bounds its time and memory too.
let fieldLimit = 100_000

extension Field {
  /// What a value has to be, in the words of a message.
  fileprivate var example: String {
    if let form = notation.text { return form.example }
    if let pattern = notation.pattern { return "a \(kind.rawValue) written as '\(pattern.text)'" }
    if let form = notation.structure.format { return "a \(form.rawValue) of \(kind.example)" }
    if kind == .list { return "a list of \(notation.structure.itemKind.rawValue) items" }
    return kind == .string && notation.readsPeriods ? "a period such as 2024-Q1 or 2024-H1" : kind.example
  }

  /// The same with periods in any form.
  fileprivate var readingPeriods: Field {
    var notation = notation
    notation.readsPeriods = true
    return Field(
      name: name, kind: kind, title: title, description: description, unit: unit, constraints: constraints,
      notation: notation)
  }
}

extension Field.Kind {
  /// The type in the words of a message.
  var example: String {
    switch self {
    case .string, .any: "text"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .date: "a date such as 2024-03-15"
    case .year: "a year such as 2024"
    case .yearmonth: "a month such as 2024-03"
    case .time: "a time such as 10:20:30"
    case .datetime: "a day and time such as 2024-03-15T10:20:30Z"
    case .duration: "a duration such as P1Y6M"
    case .list: "a list"
    case .geopoint: "a point such as 126.98,37.57, longitude first"
    case .geojson: "GeoJSON"
    case .object: "a JSON object"
    case .array: "a JSON array"
    }
  }
}

/// The content of a field, each doubled quote as one and escaped characters as they are.
package func unescaped(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ dialect: CSVDialect) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count)
  var (skipNext, isEscape) = (false, false)
  for byte in bytes {
    if skipNext {
      skipNext = false
      if isEscape { out.append(byte) }
      isEscape = false
    } else if byte == dialect.escape {
      (skipNext, isEscape) = (true, true)
    } else {
      out.append(byte)
      skipNext = byte == dialect.quote && dialect.doublesQuotes
    }
  }
  return out
}

private func markOffset(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  bytes.indices.first { bytes[$0...].starts(with: byteOrderMark) }
}
