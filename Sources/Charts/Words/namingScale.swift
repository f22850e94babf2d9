// SPDX-License-Identifier: MIT
import Figures

extension ChartSpec {
  /// The block with the words for a logarithmic scale in its subtitle, where it does not say so itself.
  func namingScale(in language: Language) -> ChartSpec {
    guard !log.isEmpty, let subtitle else { return self }
    let (sign, words) = logWords(in: language)
    let stem =
      switch language {
      case .english: ["logarithmic", "log scale"]
      case .japanese: ["対数"]
      case .korean: ["로그"]
      case .chinese: ["对数"]
      }
    let written = [subtitle.text, note?.text ?? ""].map { $0.lowercased() }
    if stem.contains(where: { stem in written.contains { $0.contains(stem) } }) { return self }
    var spec = self
    spec.subtitle = PlacedText(subtitle.text + sign + words, at: subtitle.place)
    return spec
  }

  /// What stands before the words, and the words.
  private func logWords(in language: Language) -> (String, String) {
    switch (language, log) {
    case (.english, [.x]): (", ", "horizontal axis logarithmic")
    case (.japanese, [.x]): ("、", "横軸は対数目盛")
    case (.korean, [.x]): (", ", "가로축 로그 눈금")
    case (.chinese, [.x]): ("，", "横轴为对数刻度")
    case (.english, [.x, .y]): (", ", "both axes logarithmic")
    case (.japanese, [.x, .y]): ("、", "両軸とも対数目盛")
    case (.korean, [.x, .y]): (", ", "두 축 모두 로그 눈금")
    case (.chinese, [.x, .y]): ("，", "两轴均为对数刻度")
    case (.english, _): (", ", "logarithmic scale")
    case (.japanese, _): ("、", "対数目盛")
    case (.korean, _): (", ", "로그 눈금")
    case (.chinese, _): ("，", "对数刻度")
    }
  }
}
