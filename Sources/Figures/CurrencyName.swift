// SPDX-License-Identifier: MIT

/// What stands before and behind an amount.
public struct CurrencyName: Hashable, Sendable {
  public let prefix: String
  public let suffix: String

  /// The name of an amount's currency; empty for formats that show none.
  public static func of(_ kind: FigureFormat.Kind, in language: Language) -> CurrencyName {
    switch language {
    case .english:
      switch kind {
      case .usd: CurrencyName(prefix: "$", suffix: "")
      case .jpy: CurrencyName(prefix: "¥", suffix: "")
      case .eur: CurrencyName(prefix: "€", suffix: "")
      case .cny: CurrencyName(prefix: "", suffix: "yuan")
      case .krw: CurrencyName(prefix: "", suffix: "won")
      default: CurrencyName(prefix: "", suffix: "")
      }
    default: CurrencyName(prefix: "", suffix: names[language]?[kind] ?? "")
    }
  }

  private static let names: [Language: [FigureFormat.Kind: String]] = [
    .japanese: [.usd: "ドル", .cny: "元", .jpy: "円", .krw: "ウォン", .eur: "ユーロ"],
    .korean: [.usd: "달러", .cny: "위안", .jpy: "엔", .krw: "원", .eur: "유로"],
    .chinese: [.usd: "美元", .cny: "元", .jpy: "日元", .krw: "韩元", .eur: "欧元"],
  ]
}
