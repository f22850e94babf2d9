// SPDX-License-Identifier: MIT
import Figures

/// How the values of a field are written, where that is not the usual way.
public struct Notation: Sendable, Hashable {
  /// Before the fraction.
  var decimal = UInt8(ascii: ".")
  /// Between groups of three digits; empty for none.
  var group: [UInt8] = []
  /// Whether nothing but the number stands in a cell; `€ 95` and `95%` are none.
  var isBare = true
  /// What true and false are written as; empty for the usual words.
  var trueValues: [String] = []
  var falseValues: [String] = []
  /// Whether periods are written in any of the forms that statistical offices use, and stored in the one that sorts.
  var readsPeriods = false
  /// How days and times are written; nil for the usual way.
  var pattern: DatePattern?
  /// How lists, points and JSON are written.
  var structure = Structure()
  /// What a text has to be.
  var text: TextForm?
  /// What stands for a missing value; nil for what the schema says.
  var missingValues: [String]?

  /// The forms of text that a schema can ask for.
  enum TextForm: String, CaseIterable, Sendable {
    case email, uri, uuid, binary
  }

  /// Whether cells are read as they are.
  var isUsual: Bool {
    decimal == UInt8(ascii: ".") && group.isEmpty && isBare && trueValues.isEmpty && falseValues.isEmpty
      && !readsPeriods && text == nil && pattern == nil && structure == Structure()
  }
}

/// Reads the bytes of a field as a value of its type, as the schema says that it is written.
/// - Returns: nil for bytes that are no such value.
func parseCell(_ bytes: UnsafeBufferPointer<UInt8>, of field: Field) -> Cell? {
  let notation = field.notation
  if notation.isUsual { return parseCell(bytes, as: field.kind) }
  switch field.kind {
  case .integer, .number:
    return notation.plainNumber(bytes)?.withUnsafeBufferPointer { parseCell($0, as: field.kind) }
  case .boolean where !(notation.trueValues.isEmpty && notation.falseValues.isEmpty):
    let text = String(decoding: bytes, as: UTF8.self)
    if notation.trueValues.contains(text) { return .integer(1) }
    return notation.falseValues.contains(text) ? .integer(0) : nil
  case let kind where notation.pattern != nil:
    guard let moment = notation.pattern?.read(bytes) else { return nil }
    return kind == .year ? .integer(moment.year) : .text(moment.text(as: kind))
  case .time where notation.readsPeriods, .datetime where notation.readsPeriods:
    return Moment(written: bytes, of: field.kind).map { .text($0.text(as: field.kind)) }
  case .list, .geopoint, .geojson:
    guard case .text(let text)? = parseCell(bytes, as: .string) else { return nil }
    return notation.structure.fits(text, field.kind) ? .text(text) : nil
  case _ where notation.readsPeriods:
    guard let period = Period(written: String(decoding: bytes, as: UTF8.self)) else { return nil }
    switch field.kind {
    case .year: return period.unit == .year ? .integer(period.year) : nil
    case .yearmonth: return period.unit == .month ? .text(period.iso) : nil
    case .date: return period.unit == .day ? .text(period.iso) : nil
    default: return .text(period.iso)
    }
  default:
    guard let cell = parseCell(bytes, as: field.kind) else { return nil }
    if let form = notation.text, case .text(let text) = cell, !form.fits(text) { return nil }
    return cell
  }
}

/// The same for a text, such as a constraint's value, which may be written in the usual way too.
func parseCell(_ text: String, of field: Field) -> Cell? {
  Array(text.utf8).withUnsafeBufferPointer { parseCell($0, of: field) ?? parseCell($0, as: field.kind) }
}

extension Notation {
  /// A number as it is written usually: `1.234,5` with a decimal comma is `1234.5`.
  fileprivate func plainNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var cell = bytes[...]
    if !isBare {
      func isNumeric(_ byte: UInt8) -> Bool { 48...57 ~= byte || byte == decimal }
      guard let first = cell.firstIndex(where: isNumeric), let last = cell.lastIndex(where: isNumeric) else {
        return nil
      }
      let sign = bytes[..<first].last { $0 == UInt8(ascii: "-") }
      let number = notSpaced(bytes[first...last])
      return sign == nil ? number : [UInt8(ascii: "-")] + (number ?? [])
    }
    if cell.isEmpty { return nil }
    if cell.first == UInt8(ascii: "+") { cell = cell.dropFirst() }
    return notSpaced(cell)
  }

  /// Groups joined, where each but the first has three digits; nil where one has not.
  private func notSpaced(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var (index, digits, hasGroups, isWhole) = (bytes.startIndex, 0, false, true)
    while index < bytes.endIndex {
      let byte = bytes[index]
      if isWhole, !group.isEmpty, bytes[index...].starts(with: group) {
        guard hasGroups ? digits == 3 : 1...3 ~= digits else { return nil }
        (hasGroups, digits) = (true, 0)
        index += group.count
        continue
      }
      if 48...57 ~= byte {
        digits += 1
      } else {
        if isWhole, hasGroups, digits != 3 { return nil }
        if byte == UInt8(ascii: "."), decimal != byte { return nil }
        if byte != UInt8(ascii: "-") { isWhole = false }
      }
      out.append(byte == decimal ? UInt8(ascii: ".") : byte)
      index += 1
    }
    return isWhole && hasGroups && digits != 3 ? nil : out
  }
}

extension Notation.TextForm {
  /// Whether a text has the form, roughly: what mail and name servers take is not asked.
  fileprivate func fits(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    switch self {
    case .email:
      let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
      return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(UInt8(ascii: ".")) && !bytes.contains(0x20)
    case .uri:
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < bytes.count else {
        return false
      }
      let isScheme = bytes[..<colon].allSatisfy { isWordByte($0) && $0 < 0x80 || "+-.".utf8.contains($0) }
      return isScheme && !bytes.contains { $0 <= 0x20 }
    case .uuid:
      let dashes = [8, 13, 18, 23]
      return bytes.count == 36
        && bytes.indices.allSatisfy { index in
          dashes.contains(index)
            ? bytes[index] == UInt8(ascii: "-") : Character(Unicode.Scalar(bytes[index])).isHexDigit
        }
    case .binary:
      let padding = bytes.reversed().prefix { $0 == UInt8(ascii: "=") }.count
      let isCoded = bytes.dropLast(padding).allSatisfy {
        $0 < 0x80 && isWordByte($0) && $0 != 95 || $0 == 43 || $0 == 47
      }
      return bytes.count % 4 == 0 && padding <= 2 && isCoded
    }
  }

  /// The form in the words of a message.
  var example: String {
    switch self {
    case .email: "an e-mail address"
    case .uri: "an address such as https://example.org/"
    case .uuid: "a UUID"
    case .binary: "bytes in Base64"
    }
  }
}
