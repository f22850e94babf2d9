// SPDX-License-Identifier: MIT
import Figures

/// Reads the bytes of a field as a value of its type.
/// - Returns: nil for bytes that are no such value.
func parseCell(_ bytes: UnsafeBufferPointer<UInt8>, as kind: Field.Kind) -> Cell? {
  switch kind {
  case .string, .any: parseText(bytes).map(Cell.text)
  case .integer: parseInteger(bytes).map(Cell.integer)
  case .number: parseNumber(bytes).map(Cell.real)
  case .boolean: parseBoolean(bytes).map { .integer($0 ? 1 : 0) }
  case .date: parsePeriod(bytes, length: 10).map(Cell.text)
  case .yearmonth: parsePeriod(bytes, length: 7).map(Cell.text)
  case .year: bytes.count == 4 ? parseDigits(bytes[...]).map { .integer($0) } : nil
  case .time, .datetime: Moment(iso: bytes, of: kind).map { .text($0.text(as: kind)) }
  case .duration: parseText(bytes).flatMap { ISODuration($0) == nil ? nil : .text($0) }
  case .geopoint, .geojson, .object, .array, .list:
    parseText(bytes).flatMap { Structure().fits($0, kind) ? .text($0) : nil }
  }
}

/// The text, which for the most part is ASCII; nil for bytes that are not UTF-8.
private func parseText(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
  var high: UInt8 = 0
  for byte in bytes { high |= byte }
  if high >= 0x80 { return String(validating: bytes, as: UTF8.self) }
  return String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: true))
}

/// The same for a text, such as a constraint's value.
func parseCell(_ text: String, as kind: Field.Kind) -> Cell? {
  Array(text.utf8).withUnsafeBufferPointer { parseCell($0, as: kind) }
}

private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

private func parseDigits(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
  var value = 0
  for byte in bytes {
    guard isDigit(byte) else { return nil }
    let (product, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, carry) = product.addingReportingOverflow(Int(byte &- UInt8(ascii: "0")))
    if overflow || carry { return nil }
    value = sum
  }
  return bytes.isEmpty ? nil : value
}

private func parseInteger(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  switch bytes.first {
  case UInt8(ascii: "-"): parseDigits(bytes.dropFirst()).map { -$0 }
  case UInt8(ascii: "+"): parseDigits(bytes.dropFirst())
  default: parseDigits(bytes[...])
  }
}

/// Powers of ten that a `Double` holds exactly.
private let exactPowers: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
]

/// Reads `-12.5e3`. Up to 2⁵³ and 10²² one multiplication or division of exact values rounds once, as reading the
/// digits does (W. D. Clinger, 1990); other numbers take the library's slower way.
private func parseNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
  var index = 0
  let isNegative = bytes.first == UInt8(ascii: "-")
  if isNegative || bytes.first == UInt8(ascii: "+") { index += 1 }
  var (mantissa, digits, power, seenPoint) = (UInt64(0), 0, 0, false)
  while index < bytes.count {
    let byte = bytes[index]
    if isDigit(byte) {
      if digits < 18 { mantissa = mantissa * 10 + UInt64(byte &- UInt8(ascii: "0")) }
      if seenPoint { power -= 1 }
      digits += 1
    } else if byte == UInt8(ascii: "."), !seenPoint {
      seenPoint = true
    } else {
      break
    }
    index += 1
  }
  guard digits > 0 else { return nil }
  if index < bytes.count {
    guard bytes[index] | 0x20 == UInt8(ascii: "e") else { return nil }
    let exponent = UnsafeBufferPointer(rebasing: bytes[(index + 1)...])
    guard let value = parseInteger(exponent), abs(value) < 10_000 else { return nil }
    power += value
  }
  if digits <= 18, mantissa <= 1 << 53, abs(power) <= 22 {
    let value = power < 0 ? Double(mantissa) / exactPowers[-power] : Double(mantissa) * exactPowers[power]
    return isNegative && mantissa != 0 ? -value : value
  }
  guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
  return value == 0 ? 0 : value
}

private func parseBoolean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
  switch String(decoding: bytes, as: UTF8.self) {
  case "true", "True", "TRUE", "1": true
  case "false", "False", "FALSE", "0": false
  default: nil
  }
}

/// A date of 10 or a month of 7 bytes, as its ISO text.
private func parsePeriod(_ bytes: UnsafeBufferPointer<UInt8>, length: Int) -> String? {
  guard bytes.count == length else { return nil }
  for (index, byte) in bytes.enumerated() {
    guard index == 4 || index == 7 ? byte == UInt8(ascii: "-") : isDigit(byte) else { return nil }
  }
  let text = String(decoding: bytes, as: UTF8.self)
  let month = (bytes[5] &- 48) * 10 + (bytes[6] &- 48)
  let day = length == 10 ? (bytes[8] &- 48) * 10 + (bytes[9] &- 48) : 1
  if 1...12 ~= month, 1...28 ~= day, bytes[0] > 48 { return text }
  return Period(text) == nil ? nil : text
}
