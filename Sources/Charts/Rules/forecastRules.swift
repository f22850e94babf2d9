// SPDX-License-Identifier: MIT
import Diagnostics

/// What is no observation has to look so: a chart whose words speak of a forecast, and that draws all values alike.
func forecastRules(_ spec: ChartSpec, _ chart: BoundChart) -> [Diagnostic] {
  guard [.line, .area, .bar, .fan].contains(spec.type), spec.dashed == nil, spec.bands.isEmpty else { return [] }
  let texts = [spec.title, spec.subtitle, spec.note].compactMap(\.self)
  let place =
    texts.first { speaksOfForecast($0.text) }?.place
    ?? (chart.series.contains { speaksOfForecast($0.name) } ? spec.series?.place ?? spec.yPlace : nil)
  guard let place else { return [] }
  return [
    .warning(
      "chart-forecast-solid", "the chart speaks of a forecast, and draws it as it draws what was observed", at: place,
      hint: "say which values are none with 'dashed:', such as 'x >= 2026-07'")
  ]
}

/// Whether a sentence is about a forecast, and does not say that there is none. A title in angle brackets is no forecast.
private func speaksOfForecast(_ text: String) -> Bool {
  // Most texts have none of the words, which is seen at a glance.
  if !stems.contains(where: text.lowercased().holds) { return false }
  return text.split { ".!?;。！？；".contains($0) }.contains { sentence in
    let words = sentence.lowercased().split { !$0.isLetter }
    // World Economic Outlook, 《世界经济展望》
    let isOutlook =
      sentence.split { !$0.isLetter }.contains("outlook") || sentence.contains("展望") && !sentence.contains("《")
    let isForecast =
      isOutlook || words.contains { $0.hasPrefix("forecast") || $0.hasPrefix("projection") || $0 == "projected" }
      || ["予測", "見通し", "전망", "예측", "预测"].contains(where: sentence.contains)
    let isDenied =
      words.contains {
        ["no", "not", "without", "excludes", "excluding", "than", "beat", "beats", "missed"].contains($0)
      }
      || ["ない", "ません", "除", "上回", "下回", "아니", "아닌", "없", "제외", "웃돌", "밑돌", "并非", "不是", "不含", "高于", "低于"]
        .contains(where: sentence.contains)
    return isForecast && !isDenied
  }
}

/// What every sentence about a forecast has a word with.
private let stems = ["forecast", "projecti", "projected", "outlook", "展望", "予測", "見通し", "전망", "예측", "预测"]
