// SPDX-License-Identifier: MIT

/// Splits CSV (RFC 4180) into records of fields, as byte ranges.
///
/// A row ends with LF, CR LF or CR. Nothing is copied.
package struct CSVScanner {
  /// One field of a record.
  package struct Span {
    /// Where the field begins, its quote included.
    package let start: Int
    /// The bytes within the quotes.
    package let content: Range<Int>
    /// Whether the content has doubled quotes or escaped characters.
    package let isEscaped: Bool
  }

  /// What is wrong with the form of a record, at a byte offset.
  package enum Fault {
    case unclosedQuote(at: Int)
    case textAfterQuote(at: Int)
    case quoteInField(at: Int)
    case nul(at: Int)
  }

  /// The file.
  let bytes: UnsafeBufferPointer<UInt8>
  /// How it is written.
  let dialect: CSVDialect
  /// Where the next record begins.
  package private(set) var position: Int
  /// The line in which it does, from 1; kept only where the dialect numbers lines.
  private var line = 1
  /// Whether a byte within a field without quotes is more than a part of it.
  private let isSpecial: [Bool]

  /// - Parameter position: Where the first record begins.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, dialect: CSVDialect, from position: Int = 0) {
    self.bytes = bytes
    self.dialect = dialect
    self.position = position
    let special = [dialect.delimiter, dialect.quote, dialect.escape ?? 0, 0, newline, carriageReturn]
    isSpecial = (0...UInt8.max).map(special.contains)
  }

  /// The same for a part of the file that begins with a record and ends behind one.
  func part(_ range: Range<Int>) -> CSVScanner {
    CSVScanner(UnsafeBufferPointer(rebasing: bytes[..<range.upperBound]), dialect: dialect, from: range.lowerBound)
  }

  /// Whether there is no further record.
  package var isAtEnd: Bool { position >= bytes.count }

  /// Reads one record and moves behind its end, or behind its first line where the record is malformed.
  package mutating func next(into spans: inout [Span]) -> Fault? {
    spans.removeAll(keepingCapacity: true)
    let (count, delimiter, quote, escape) = (bytes.count, dialect.delimiter, dialect.quote, dialect.escape)
    let recordStart = position
    defer { if !dialect.commentRows.isEmpty { countLines(from: recordStart) } }
    while true {
      if dialect.skipsSpace {
        while position < count, bytes[position] == 0x20 || bytes[position] == 0x09, bytes[position] != delimiter {
          position += 1
        }
      }
      let start = position
      if start < count, bytes[start] == quote {
        if let fault = quotedField(into: &spans) { return fault }
      } else {
        var index = start
        var isEscaped = false
        while true {
          while index < count, !isSpecial[Int(bytes[index])] { index += 1 }
          guard index < count else { break }
          let byte = bytes[index]
          if byte == delimiter || byte == newline || byte == carriageReturn { break }
          if byte == escape, index + 1 < count {
            isEscaped = true
            index += 2
          } else if byte == quote || byte == 0 {
            skipLine()
            return byte == 0 ? .nul(at: index) : .quoteInField(at: index)
          } else {
            index += 1
          }
        }
        spans.append(Span(start: start, content: start..<index, isEscaped: isEscaped))
        position = index
      }
      guard position < count else { return nil }
      let byte = bytes[position]
      position += 1
      if byte == delimiter { continue }
      if byte == carriageReturn, position < count, bytes[position] == newline { position += 1 }
      return nil
    }
  }

  private mutating func quotedField(into spans: inout [Span]) -> Fault? {
    let (start, count, quote) = (position, bytes.count, dialect.quote)
    var index = start + 1
    var isEscaped = false
    while index < count {
      let byte = bytes[index]
      if byte == dialect.escape, index + 1 < count {
        isEscaped = true
        index += 1
      } else if byte == quote {
        guard dialect.doublesQuotes, index + 1 < count, bytes[index + 1] == quote else { break }
        isEscaped = true
        index += 1
      } else if byte == 0 {
        skipLine()
        return .nul(at: index)
      }
      index += 1
    }
    guard index < count else {
      position = count
      return .unclosedQuote(at: start)
    }
    spans.append(Span(start: start, content: start + 1..<index, isEscaped: isEscaped))
    position = index + 1
    if position < count {
      let byte = bytes[position]
      if byte != dialect.delimiter, byte != newline, byte != carriageReturn {
        let fault = position
        skipLine()
        return .textAfterQuote(at: fault)
      }
    }
    return nil
  }

  /// Moves over lines that are no rows: comments.
  package mutating func skipComments() {
    while !isAtEnd,
      dialect.commentRows.contains(line)
        || !dialect.comment.isEmpty && bytes[position...].starts(with: dialect.comment)
    {
      passLine()
    }
  }

  /// Moves behind the end of the line, whatever is on it.
  package mutating func passLine() {
    skipLine()
    line += 1
  }

  private mutating func countLines(from start: Int) {
    for index in start..<position {
      let isEnd = bytes[index] == carriageReturn && (index + 1 == bytes.count || bytes[index + 1] != newline)
      if bytes[index] == newline || isEnd { line += 1 }
    }
  }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != newline, bytes[position] != carriageReturn { position += 1 }
    if position < bytes.count, bytes[position] == carriageReturn { position += 1 }
    if position < bytes.count, bytes[position] == newline { position += 1 }
  }
}

/// LF.
let newline = UInt8(ascii: "\n")
/// CR.
let carriageReturn = UInt8(ascii: "\r")
