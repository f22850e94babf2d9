// SPDX-License-Identifier: MIT

/// A unit with its multiplier: `US$ Mil` is USD with a power of ten of 6.
public struct ScaledUnit: Sendable, Hashable {
  /// Such as `USD`.
  public let unit: String
  /// What a figure is multiplied by to be in whole units.
  public let power: Int

  init(_ unit: String, power: Int = 0) {
    self.unit = unit
    self.power = power
  }

  /// Finds a currency and its multiplier in a text: `US$ Mil`, `Unit: 1,000 yen`, `천달러`, `100 million USD`.
  ///
  /// - Returns: nil where no currency is named.
  public init?(text: String) {
    let text = text.lowercased()
    func names(_ words: String...) -> Bool { words.contains { text.contains($0) } }
    if names("us$", "usd", "dollar", "달러", "불", "ドル") {
      unit = "USD"
    } else if names("yen", "jpy", "円") {
      unit = "JPY"
    } else if names("krw", "won", "원") {
      unit = "KRW"
    } else if names("cny", "yuan", "rmb", "元") {
      unit = "CNY"
    } else if names("eur") {
      unit = "EUR"
    } else {
      return nil
    }
    power =
      if names("100 million", "억", "億", "亿") {
        names("십억", "十億", "十亿") ? 9 : 8
      } else if names("billion", "bn") {
        9
      } else if names("mil", "백만", "百万") {
        6
      } else if names("thousand", "1,000", "1000", "천", "千") {
        3
      } else if names("10,000", "만", "万") {
        4
      } else {
        0
      }
  }

  /// `thousand JPY`, as the file has its figures.
  var text: String {
    switch power {
    case 0: unit
    case 3: "thousand \(unit)"
    case 6: "million \(unit)"
    case 8: "100 million \(unit)"
    case 9: "billion \(unit)"
    default: "10^\(power) \(unit)"
    }
  }
}
