// SPDX-License-Identifier: MIT

/// A number as the decimal digits that it is written with, so that rounding meets what people see: 0.285 is 28.5 %.
///
/// The value is `0.d₁d₂d₃… × 10^exponent`. No Double has more digits than one machine word holds, so nothing here
/// allocates but the text.
public struct Decimals: Hashable, Sendable {
  public private(set) var isNegative: Bool
  /// The digits as one number, without zeros at its end.
  private var significand: UInt64
  /// How many digits there are; none for zero.
  private var count: Int
  private var exponent: Int

  /// - Returns: nil for infinities and NaN.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    isNegative = value < 0
    significand = 0
    count = 0
    exponent = 0
    if let integer = UInt64(exactly: abs(value)), integer < 1 << 53 {
      significand = integer
      exponent = digitCount(integer)
    } else {
      read(abs(value).description)
    }
    normalise()
  }

  /// Takes the digits of the shortest text that gives the value back: `12.5`, `1e-07`, `1.5e+300`.
  private mutating func read(_ text: String) {
    var (seenPoint, seenMark, power, powerIsNegative) = (false, false, 0, false)
    var places = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "."): seenPoint = true
      case UInt8(ascii: "e"): seenMark = true
      case UInt8(ascii: "-"): powerIsNegative = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if seenMark {
          power = power * 10 + Int(digit)
        } else {
          significand = significand * 10 + UInt64(digit)
          if seenPoint { places += 1 }
        }
      default: break
      }
    }
    exponent = digitCount(significand) - places + (powerIsNegative ? -power : power)
  }

  public var isZero: Bool { significand == 0 }

  /// How many digits it has, without zeros at either end.
  var significantDigits: Int { count }

  /// The nearest binary number.
  public var number: Double { Double(plain) ?? 0 }

  /// The power of ten of the first digit: 2 for 328.1, −1 for 0.5.
  public var magnitude: Int { exponent - 1 }

  public func scaled(byPowerOfTen power: Int) -> Decimals {
    var copy = self
    if !isZero { copy.exponent += power }
    return copy
  }

  /// Rounded half away from zero to so many digits after the point.
  public func rounded(toPlaces places: Int) -> Decimals {
    let keep = exponent + places
    guard keep < count else { return self }
    guard keep >= 0 else { return Decimals.zero }
    var copy = self
    let unit = powersOfTen[count - keep]
    copy.significand = significand / unit + (significand % unit >= unit / 2 ? 1 : 0)
    if digitCount(copy.significand) > keep { copy.exponent += 1 }
    copy.normalise()
    return copy
  }

  /// Rounded to so many significant digits.
  public func rounded(toSignificant count: Int) -> Decimals { rounded(toPlaces: count - exponent) }

  /// Digits with a point, without sign: `1,234.50` for two places and a comma.
  /// - Parameters:
  ///   - places: Digits after the point, filled with zeros; nil for as many as there are.
  ///   - tail: What follows.
  public func text(places: Int? = nil, grouping: String = "", tail: String = "") -> String {
    let wholeCount = max(exponent, 1)
    let placeCount = max(places ?? max(0, count - exponent), 0)
    if placeCount == 0, wholeCount <= 3 || grouping.isEmpty || grouping == ",", exponent <= 15 {
      return whole(isGrouped: !grouping.isEmpty, tail: tail)
    }
    if !tail.isEmpty { return text(places: places, grouping: grouping) + tail }
    let length = wholeCount + (wholeCount - 1) / 3 * grouping.utf8.count + (placeCount > 0 ? placeCount + 1 : 0)
    return String(unsafeUninitializedCapacity: length) { out in
      // From the last digit to the first; those behind the places shown are left out.
      var index = exponent + placeCount
      var rest = index >= count ? significand : index > 0 ? significand / powersOfTen[count - index] : 0
      var end = length
      for place in 0..<placeCount + wholeCount {
        if place == placeCount, placeCount > 0 {
          end -= 1
          out[end] = UInt8(ascii: ".")
        }
        if place > placeCount, (place - placeCount) % 3 == 0 {
          for byte in grouping.utf8.reversed() {
            end -= 1
            out[end] = byte
          }
        }
        index -= 1
        end -= 1
        out[end] = UInt8(ascii: "0")
        if index < count, rest > 0 {
          out[end] += UInt8(rest % 10)
          rest /= 10
        }
      }
      return length
    }
  }

  /// The digits before the point, as most figures have them and no others.
  private func whole(isGrouped: Bool, tail: String) -> String {
    var rest: UInt64 = 0
    if exponent >= count {
      rest = significand * powersOfTen[exponent - count]
    } else if exponent > 0 {
      rest = significand / powersOfTen[count - exponent]
    }
    let digits = max(exponent, 1)
    let length = digits + (isGrouped ? (digits - 1) / 3 : 0)
    var tail = tail
    return String(unsafeUninitializedCapacity: length + tail.utf8.count) { out in
      var end = length
      for place in 0..<digits {
        if isGrouped, place > 0, place % 3 == 0 {
          end -= 1
          out[end] = UInt8(ascii: ",")
        }
        end -= 1
        out[end] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      return tail.withUTF8 { bytes in
        _ = UnsafeMutableBufferPointer(rebasing: out[length...]).update(fromContentsOf: bytes)
        return length + bytes.count
      }
    }
  }

  /// All digits with an ASCII minus sign, as CSV files have it.
  public var plain: String { (isNegative ? "-" : "") + text() }

  private static let zero = Decimals(isNegative: false, significand: 0, count: 0, exponent: 0)

  private init(isNegative: Bool, significand: UInt64, count: Int, exponent: Int) {
    (self.isNegative, self.significand, self.count, self.exponent) = (isNegative, significand, count, exponent)
  }

  private mutating func normalise() {
    while significand != 0, significand % 10 == 0 { significand /= 10 }
    count = digitCount(significand)
    if significand == 0 { (exponent, isNegative) = (0, false) }
  }
}

private let powersOfTen: [UInt64] = (0..<20).reduce(into: [1]) { powers, index in
  if index < 19 { powers.append(powers[index] * 10) }
}

private func digitCount(_ number: UInt64) -> Int {
  if number == 0 { return 0 }
  // The binary digits times log₁₀ 2, which is never more than one too few.
  let least = ((64 - number.leadingZeroBitCount) * 1233) >> 12
  return least < 20 && number >= powersOfTen[least] ? least + 1 : least
}
