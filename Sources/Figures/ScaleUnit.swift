// SPDX-License-Identifier: MIT

/// A word for a power of ten: billion, 億, 억, 亿.
///
/// English counts in thousands, the East Asian languages in myriads (CLDR compact forms; Japanese and Korean have
/// 兆/조 for 10¹², Chinese 万亿).
public struct ScaleUnit: Hashable, Sendable {
  public let power: Int
  public let name: String
  /// As a chart has it: `bn`. The same as the name in East Asian languages.
  public let short: String

  public static func units(in language: Language) -> [ScaleUnit] {
    switch language {
    case .english: english
    case .japanese: japanese
    case .korean: korean
    case .chinese: chinese
    }
  }

  private static let english: [ScaleUnit] = [
    .init(0, "", ""), .init(6, "million", "m"), .init(9, "billion", "bn"), .init(12, "trillion", "tn"),
  ]
  private static let japanese: [ScaleUnit] = [
    .init(0, "", ""), .init(4, "万", "万"), .init(8, "億", "億"), .init(12, "兆", "兆"),
  ]
  private static let korean: [ScaleUnit] = [
    .init(0, "", ""), .init(4, "만", "만"), .init(8, "억", "억"), .init(12, "조", "조"),
  ]
  private static let chinese: [ScaleUnit] = [
    .init(0, "", ""), .init(4, "万", "万"), .init(8, "亿", "亿"), .init(12, "万亿", "万亿"),
  ]

  /// The largest unit that leaves at least 1 before the point, looked up after rounding: 999.96 billion is 1 trillion.
  static func fitting(_ decimals: Decimals, digits: Int?, in language: Language) -> ScaleUnit {
    let magnitude = decimals.rounded(toSignificant: max(digits ?? 4, 1)).magnitude
    let units = units(in: language)
    return units.last { $0.power <= magnitude } ?? units[0]
  }

  private init(_ power: Int, _ name: String, _ short: String) {
    self.power = power
    self.name = name
    self.short = short
  }
}
