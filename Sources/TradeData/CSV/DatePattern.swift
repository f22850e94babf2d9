// SPDX-License-Identifier: MIT
import Figures

/// How days and times are written, in the directives of `strptime`: `%d/%m/%Y`.
struct DatePattern: Sendable, Hashable {
  /// As the package has it.
  let text: String
  private let parts: [Part]

  private enum Part: Sendable, Hashable {
    case directive(Character)
    case text([UInt8])
    case spaces
  }

  /// What is read; names of months are English.
  static let directives = "YymbBdHIMSfpz"

  /// - Returns: nil where a directive is not read, or where what is read makes no value of the type.
  init?(_ text: String, for kind: Field.Kind) {
    self.text = text
    var parts: [Part] = []
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "%" {
        guard let directive = rest.popFirst() else { return nil }
        if directive == "%" {
          parts.append(.text([UInt8(ascii: "%")]))
        } else if Self.directives.contains(directive) {
          parts.append(.directive(directive))
        } else {
          return nil
        }
      } else {
        parts.append(character.isWhitespace ? .spaces : .text(Array(character.utf8)))
      }
    }
    self.parts = parts
    func has(_ directives: String) -> Bool {
      parts.contains { if case .directive(let one) = $0 { directives.contains(one) } else { false } }
    }
    let (hasYear, hasMonth, hasDay) = (has("Yy"), has("mbB"), has("d"))
    let hasHour = has("H") || has("I") && has("p")
    switch kind {
    case .year: if !hasYear { return nil }
    case .yearmonth: if !(hasYear && hasMonth) { return nil }
    case .date: if !(hasYear && hasMonth && hasDay) { return nil }
    case .time: if !hasHour { return nil }
    case .datetime: if !(hasYear && hasMonth && hasDay && hasHour) { return nil }
    default: return nil
    }
  }

  /// Reads the bytes of a cell; nil for any that are written otherwise, and for days that there are not.
  func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Moment? {
    var reader = MomentReader(bytes)
    var moment = Moment()
    var isAfternoon: Bool?
    for part in parts {
      switch part {
      case .spaces: reader.spaces()
      case .text(let text):
        for byte in text where !reader.take(byte) { return nil }
      case .directive("p"):
        let word = reader.word()
        guard word == "am" || word == "pm" else { return nil }
        isAfternoon = word == "pm"
      case .directive(let directive):
        guard read(directive, &reader, &moment) else { return nil }
      }
    }
    if let isAfternoon {
      guard 1...12 ~= moment.hour else { return nil }
      moment.hour = moment.hour % 12 + (isAfternoon ? 12 : 0)
    }
    return reader.isAtEnd && moment.isReal ? moment : nil
  }

  private func read(_ directive: Character, _ reader: inout MomentReader, _ moment: inout Moment) -> Bool {
    func set(_ path: WritableKeyPath<Moment, Int>, _ value: Int?) -> Bool {
      guard let value else { return false }
      moment[keyPath: path] = value
      return true
    }
    switch directive {
    case "Y": return set(\.year, reader.number(4...4))
    case "y": return set(\.year, reader.number(2...2).map { $0 < 69 ? 2000 + $0 : 1900 + $0 })
    case "m": return set(\.month, reader.number(1...2))
    case "b", "B": return set(\.month, Period.monthNumber(reader.word()))
    case "d": return set(\.day, reader.number(1...2))
    case "H", "I": return set(\.hour, reader.number(1...2))
    case "M": return set(\.minute, reader.number(1...2))
    case "S": return set(\.second, reader.number(1...2))
    case "f":
      guard let fraction = reader.fraction() else { return false }
      moment.fraction = fraction
      return true
    default:
      moment.offset = reader.offset()
      return moment.offset != nil
    }
  }
}
