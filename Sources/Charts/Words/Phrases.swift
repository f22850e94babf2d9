// SPDX-License-Identifier: MIT
import Figures

/// The sentences of descriptions, each language's own and not a translation word by word.
struct Phrases: Sendable {
  typealias Named = (name: String, value: String)

  let language: Language

  init(_ language: Language) { self.language = language }

  /// Between two sentences.
  var gap: String { language == .english || language == .korean ? " " : "" }

  /// Whose the data are, as a line; empty where nobody is named.
  func source(_ publishers: [String]) -> String {
    if publishers.isEmpty { return "" }
    return switch language {
    case .english: "Source: \(publishers.joined(separator: ", "))"
    case .japanese: "出所：\(publishers.joined(separator: "、"))"
    case .korean: "자료: \(publishers.joined(separator: ", "))"
    case .chinese: "资料来源：\(publishers.joined(separator: "、"))"
    }
  }

  /// The kind of chart, what it measures and over which range.
  func opening(_ spec: ChartSpec, _ chart: BoundChart, measure: String) -> String {
    opening(kind: chartKind(of: spec, in: language), measure: measure, range: range(chart))
  }

  func opening(kind: String, measure: String, range: String) -> String {
    switch language {
    case .english: "\(kind). \(closed(measure)) \(range)."
    case .japanese, .chinese: "\(kind)。\(closed(measure))\(range)。"
    case .korean: "\(kind). \(closed(measure)) \(range)."
    }
  }

  func closed(_ text: String) -> String {
    if let last = text.last, ".。!?！？".contains(last) { return text }
    return text + (language == .japanese || language == .chinese ? "。" : ".")
  }

  private func range(_ chart: BoundChart) -> String {
    let count = chart.positions.count
    guard chart.kind != .category, count > 1 else {
      return switch language {
      case .english: count == 1 ? "One entry: \(chart.positions[0].label)" : "\(count) entries"
      case .japanese: "\(count)項目"
      case .korean: "\(count)개 항목"
      case .chinese: "共\(count)项"
      }
    }
    let (first, last) = (chart.positions[0].label, chart.positions[count - 1].label)
    return switch language {
    case .english: "From \(first) to \(last)"
    case .japanese: "期間は\(first)から\(last)まで"
    case .korean: "기간: \(first)~\(last)"
    case .chinese: "时间范围为\(first)至\(last)"
    }
  }

  func missing(_ count: Int) -> String {
    switch language {
    case .english: count == 1 ? "One value is missing." : "\(count) values are missing."
    case .japanese: "\(count)個の値が欠けている。"
    case .korean: "값 \(count)개 누락."
    case .chinese: "缺少\(count)个数值。"
    }
  }

  /// Says which values are no observations.
  func projected(from label: String, isToEnd: Bool) -> String {
    switch language {
    case .english: isToEnd ? "Values from \(label) on are projections." : "Some values are projections."
    case .japanese: isToEnd ? "\(label)以降は見通し。" : "一部の値は見通し。"
    case .korean: isToEnd ? "\(label)부터는 전망치." : "일부 값은 전망치."
    case .chinese: isToEnd ? "\(label)起为预测值。" : "部分数值为预测值。"
    }
  }

  /// The references that the picture shows.
  func marked(_ texts: [String]) -> String {
    switch language {
    case .english: "Marked: \(texts.joined(separator: "; "))."
    case .japanese: "目印：\(texts.joined(separator: "、"))。"
    case .korean: "표시: \(texts.joined(separator: ", "))."
    case .chinese: "标注：\(texts.joined(separator: "；"))。"
    }
  }

  /// A remark with the value, or the point of time, that it stands at.
  func remark(_ text: String, at place: String) -> String {
    switch language {
    case .english: "\(text) (\(place))"
    case .korean: "\(text)(\(place))"
    case .japanese, .chinese: "\(text)（\(place)）"
    }
  }

  func others(_ count: Int) -> String {
    switch language {
    case .english: count == 1 ? "One more series is in the table." : "\(count) more series are in the table."
    case .japanese: "ほかの\(count)系列は表を参照。"
    case .korean: "나머지 \(count)개 계열은 표에 있음."
    case .chinese: "其余\(count)个系列见表格。"
    }
  }

  /// What the pieces of a stack are together.
  var together: String {
    switch language {
    case .english: "All together"
    case .japanese: "合計"
    case .korean: "합계"
    case .chinese: "合计"
    }
  }

  /// A point of time or number as a sentence puts it: in English `in 2024`, `on 9 April 2025`; else its name alone.
  func when(_ position: Position) -> String {
    if language != .english { return position.label }
    return (position.period?.unit == .day ? "on " : "in ") + position.label
  }

  func comparison(_ position: Position, _ high: Named, _ low: Named) -> String {
    let when = when(position)
    return switch language {
    case .english:
      "\(when.prefix(1).uppercased())\(when.dropFirst()) the highest is \(high.name), at \(high.value), and the lowest \(low.name), at \(low.value)."
    case .japanese: "\(when)に最も高いのは\(high.name)の\(high.value)、最も低いのは\(low.name)の\(low.value)。"
    case .korean: "\(when) 최고: \(high.name) \(high.value), 최저: \(low.name) \(low.value)."
    case .chinese: "\(when)最高的是\(high.name)，为\(high.value)；最低的是\(low.name)，为\(low.value)。"
    }
  }

  func ranking(_ series: String?, top: [Named], lowest: Named?) -> String {
    switch language {
    case .english:
      let list = top.map { "\($0.name), \($0.value)" }.joined(separator: "; ")
      guard let series else { return "Highest: \(list)" + (lowest.map { ". Lowest: \($0.name), \($0.value)." } ?? ".") }
      return "\(series): highest \(list)" + (lowest.map { "; lowest \($0.name), \($0.value)." } ?? ".")
    case .japanese:
      let list = top.map { "\($0.name)（\($0.value)）" }.joined(separator: "、")
      let tail = lowest.map { "。最も小さいのは\($0.name)（\($0.value)）" } ?? ""
      return (series.map { "\($0)：" } ?? "") + "大きい順に\(list)\(tail)。"
    case .korean:
      let list = top.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
      let tail = lowest.map { ". 최저: \($0.name) \($0.value)" } ?? ""
      return (series.map { "\($0) – " } ?? "") + "큰 순서대로 \(list)\(tail)."
    case .chinese:
      let list = top.map { "\($0.name)（\($0.value)）" }.joined(separator: "、")
      let tail = lowest.map { "；最小的是\($0.name)（\($0.value)）" } ?? ""
      return (series.map { "\($0)：" } ?? "") + "从大到小依次为\(list)\(tail)。"
    }
  }
}
