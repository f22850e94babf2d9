// SPDX-License-Identifier: MIT

/// A number of JSON with all its digits, so that `1.0` is `1`, 0.3 is three times 0.1, and long ones differ in their
/// last digit.
///
/// The value is `0.d₁d₂d₃… × 10^exponent`.
struct JSONNumber: Sendable, Hashable {
  private let isNegative: Bool
  /// Without zeros at either end; none for zero.
  private let digits: [UInt8]
  private let exponent: Int

  /// - Returns: nil for a text that is no number in decimal digits.
  init?(_ text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    var mantissa = (parts.first ?? "").utf8[...]
    let sign = mantissa.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { mantissa = mantissa.dropFirst() }
    let halves = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let written = halves.joined().map { $0 &- 48 }
    guard parts.count <= 2, halves.count <= 2, !written.isEmpty, written.allSatisfy({ $0 < 10 }) else { return nil }
    var power = 0
    if parts.count == 2 {
      let figures = parts[1].drop { $0 == "-" || $0 == "+" }
      guard parts[1].count - figures.count <= 1, !figures.isEmpty,
        figures.utf8.allSatisfy({ 48...57 ~= $0 })
      else { return nil }
      power = min(Int(figures) ?? .max, 1_000_000_000) * (parts[1].first == "-" ? -1 : 1)
    }
    let leading = written.prefix { $0 == 0 }.count
    let trailing = written.reversed().prefix { $0 == 0 }.count
    digits = leading == written.count ? [] : Array(written[leading..<(written.count - trailing)])
    isNegative = sign == UInt8(ascii: "-") && !digits.isEmpty
    exponent = digits.isEmpty ? 0 : halves[0].count - leading + power
  }

  /// Whether it has no fraction.
  var isWhole: Bool { digits.count <= exponent || digits.isEmpty }

  /// Whether it is above zero.
  var isPositive: Bool { !isNegative && !digits.isEmpty }

  /// As an amount of things; nil for fractions and for what is below zero.
  var count: Int? { isWhole && !isNegative ? Int(plain) : nil }

  /// The number in digits; very large and very small ones with a power of ten.
  var plain: String {
    guard !digits.isEmpty else { return "0" }
    var text = digits.map(String.init).joined()
    switch exponent {
    case digits.count...21: text += String(repeating: "0", count: exponent - digits.count)
    case 1..<max(digits.count, 1): text.insert(".", at: text.index(text.startIndex, offsetBy: exponent))
    case -6...0: text = "0." + String(repeating: "0", count: -exponent) + text
    default: text = "0.\(text)e\(exponent)"
    }
    return isNegative ? "-" + text : text
  }

  /// How many digits there are after those that are zero.
  var significantDigits: Int { digits.count }

  /// Whether it is a whole number of times another, whose digits one machine word holds.
  func isMultiple(of unit: JSONNumber) -> Bool {
    let shift = (exponent - digits.count) - (unit.exponent - unit.digits.count)
    // Its last digit is no zero, so that a power of ten cannot divide it.
    guard shift >= 0 || digits.isEmpty else { return false }
    let divisor = unit.digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
    if divisor == 0 { return false }
    // After 60 of them there is no factor of 2 or 5 left that a further zero could take out of a divisor below 2⁶⁰.
    let zeros = repeatElement(UInt8(0), count: max(min(shift, 60), 0))
    return (digits + zeros).reduce(UInt64(0)) { ($0 * 10 + UInt64($1)) % divisor } == 0
  }
}

extension JSONNumber: Comparable {
  /// Whether the one is below the other.
  static func < (a: JSONNumber, b: JSONNumber) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    return a.isNegative ? b.isSmaller(than: a) : a.isSmaller(than: b)
  }

  /// Whether it is nearer to zero.
  private func isSmaller(than other: JSONNumber) -> Bool {
    if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
    return exponent == other.exponent ? digits.lexicographicallyPrecedes(other.digits) : exponent < other.exponent
  }
}
