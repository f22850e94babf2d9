// SPDX-License-Identifier: MIT
import Figures

/// The four countries that have a colour of their own on the whole site.
public enum Country: String, CaseIterable, Sendable {
  case china = "CHN"
  case japan = "JPN"
  case korea = "KOR"
  case unitedStates = "USA"

  var cssClass: String {
    switch self {
    case .china: "c-chn"
    case .japan: "c-jpn"
    case .korea: "c-kor"
    case .unitedStates: "c-usa"
    }
  }

  /// The country of an ISO 3166 alpha-3 code.
  init?(code: String) {
    guard code.utf8.count == 3, let country = Country(rawValue: code) else { return nil }
    self = country
  }

  /// The country that a code or a name in one of the site's languages stands for.
  init?(named name: String) {
    guard let country = Country.byName[name] else { return nil }
    self = country
  }

  func name(in language: Language) -> String {
    switch (self, language) {
    case (.china, .english): "China"
    case (.china, .korean): "중국"
    case (.china, _): "中国"
    case (.japan, .english): "Japan"
    case (.japan, .korean): "일본"
    case (.japan, _): "日本"
    case (.korea, .english): "South Korea"
    case (.korea, .japanese): "韓国"
    case (.korea, .korean): "한국"
    case (.korea, .chinese): "韩国"
    case (.unitedStates, .english): "United States"
    case (.unitedStates, .japanese): "米国"
    case (.unitedStates, .korean): "미국"
    case (.unitedStates, .chinese): "美国"
    }
  }

  private static let byName: [String: Country] = {
    var names: [String: Country] = [
      "Korea": .korea, "Republic of Korea": .korea, "Korea, South": .korea, "US": .unitedStates,
      "America": .unitedStates, "アメリカ": .unitedStates, "中國": .china, "韓國": .korea, "美國": .unitedStates,
      "대한민국": .korea, "China, Mainland": .china, "Mainland China": .china,
    ]
    for country in allCases {
      names[country.rawValue] = country
      for language in Language.allCases { names[country.name(in: language)] = country }
    }
    return names
  }()
}
