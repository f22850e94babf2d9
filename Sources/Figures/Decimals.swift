// SPDX-License-Identifier: MIT

/// A number as the decimal digits that it is written with, so that rounding meets what people see: 0.285 is 28.5 %.
///
/// The value is `0.d₁d₂d₃… × 10^exponent`.
public struct Decimals: Hashable, Sendable {
  public private(set) var isNegative: Bool
  private var digits: [UInt8]
  private var exponent: Int

  /// - Returns: nil for infinities and NaN.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    isNegative = value < 0
    digits = []
    exponent = 0
    var seenPoint = false
    var text = Substring(abs(value).description)
    if let mark = text.firstIndex(of: "e") {
      exponent = Int(text[text.index(after: mark)...]) ?? 0
      text = text[..<mark]
    }
    for byte in text.utf8 {
      if byte == UInt8(ascii: ".") {
        seenPoint = true
      } else {
        if !seenPoint { exponent += 1 }
        digits.append(byte - UInt8(ascii: "0"))
      }
    }
    normalise()
  }

  public var isZero: Bool { digits.isEmpty }

  /// The power of ten of the first digit: 2 for 328.1, −1 for 0.5.
  public var magnitude: Int { exponent - 1 }

  public func scaled(byPowerOfTen power: Int) -> Decimals {
    var copy = self
    if !digits.isEmpty { copy.exponent += power }
    return copy
  }

  /// Rounded half away from zero to so many digits after the point.
  public func rounded(toPlaces places: Int) -> Decimals {
    var copy = self
    let keep = exponent + places
    guard keep < digits.count else { return self }
    guard keep >= 0 else { return Decimals.zero }
    let up = digits[keep] >= 5
    copy.digits = Array(digits.prefix(keep))
    if up {
      var index = keep - 1
      while index >= 0, copy.digits[index] == 9 {
        copy.digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        copy.digits[index] += 1
      } else {
        copy.digits.insert(1, at: 0)
        copy.exponent += 1
      }
    }
    copy.normalise()
    return copy
  }

  /// Rounded to so many significant digits.
  public func rounded(toSignificant count: Int) -> Decimals { rounded(toPlaces: count - exponent) }

  /// Digits with a point, without sign: `1,234.50` for two places and a comma.
  /// - Parameter places: Digits after the point, filled with zeros; nil for as many as there are.
  public func text(places: Int? = nil, grouping: String = "") -> String {
    var whole: [UInt8] = []
    for index in 0..<max(exponent, 0) { whole.append(index < digits.count ? digits[index] : 0) }
    if whole.isEmpty { whole = [0] }
    var out = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { out += grouping }
      out += String(digit)
    }
    let available = max(0, digits.count - exponent)
    let count = places ?? available
    if count > 0 {
      out += "."
      for place in 0..<count {
        let index = exponent + place
        out += String(index >= 0 && index < digits.count ? digits[index] : 0)
      }
    }
    return out
  }

  /// All digits with an ASCII minus sign, as CSV files have it.
  public var plain: String { (isNegative ? "-" : "") + text() }

  private static let zero = Decimals(digits: [], exponent: 0)

  private init(digits: [UInt8], exponent: Int) {
    isNegative = false
    self.digits = digits
    self.exponent = exponent
  }

  private mutating func normalise() {
    while digits.last == 0 { digits.removeLast() }
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    exponent -= leading
    if digits.isEmpty { (exponent, isNegative) = (0, false) }
  }
}
