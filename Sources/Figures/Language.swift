// SPDX-License-Identifier: MIT

/// A language that a site can be written in.
public enum Language: String, Sendable, CaseIterable, Comparable {
  case english = "en"
  case japanese = "ja"
  case korean = "ko"
  case chinese = "zh"

  /// The BCP 47 tag for `lang` and `hreflang`. Chinese is written in simplified characters.
  public var tag: String { self == .chinese ? "zh-Hans" : rawValue }

  /// What its readers call it.
  public var ownName: String {
    switch self {
    case .english: "English"
    case .japanese: "日本語"
    case .korean: "한국어"
    case .chinese: "中文"
    }
  }

  /// The value for `og:locale`.
  public var locale: String {
    switch self {
    case .english: "en_GB"
    case .japanese: "ja_JP"
    case .korean: "ko_KR"
    case .chinese: "zh_CN"
    }
  }

  /// Whether the language is written in Han characters, kana or Hangul.
  public var isEastAsian: Bool { self != .english }

  public static func < (a: Language, b: Language) -> Bool { a.rawValue < b.rawValue }
}
