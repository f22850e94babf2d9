// SPDX-License-Identifier: MIT
import Figures
import Foundation

/// What points show: how the two measures go together, who lies highest and lowest, and where the highlighted ones lie.
func pointSentences(
  _ points: BoundPoints, spec: ChartSpec, name: String, speech: (ChartAxis) -> Speech, language: Language
) -> [String] {
  let phrases = Phrases(language)
  let (x, y) = (speech(.x), speech(.y))
  var sentences: [String] = []
  func logged(_ value: Double, _ axis: ChartAxis) -> Double { spec.log.contains(axis) ? log10(value) : value }
  if let r = correlation(points.items.map { (logged($0.x, .x), logged($0.y, .y)) }) {
    sentences.append(phrases.relation(points.xTitle, points.yTitle, r))
  }
  let named = points.items.filter { !$0.label.isEmpty }
  let highlighted = named.filter(\.isHighlighted).prefix(4)
  for item in highlighted {
    sentences.append(
      phrases.point(item.label, (points.xTitle, x.value(item.x)), (points.yTitle, y.value(item.y))))
  }
  let ranked = named.sorted { $0.y > $1.y }
  if named.count > 1, let lowest = ranked.last {
    sentences.append(
      phrases.ranking(
        points.yTitle, top: ranked.prefix(3).map { ($0.label, y.value($0.y)) },
        lowest: ranked.count > 3 ? (lowest.label, y.value(lowest.y)) : nil))
  } else if let low = points.items.map(\.y).min(), let high = points.items.map(\.y).max(), named.isEmpty {
    sentences.append(phrases.span(points.yTitle, y.value(low), y.value(high)))
  }
  if points.missing > 0 { sentences.append(phrases.missing(points.missing)) }
  if points.items.contains(where: \.isProjected) { sentences.append(phrases.projected(from: "", isToEnd: false)) }
  guard !name.isEmpty, let first = sentences.first else { return sentences }
  return [phrases.headed(name, first)] + sentences.dropFirst()
}

/// Pearson's coefficient; nil for fewer than five points, and where one of the two is the same for all.
func correlation(_ pairs: [(Double, Double)]) -> Double? {
  guard pairs.count >= 5 else { return nil }
  let count = Double(pairs.count)
  let (mx, my) = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
  let sxy = pairs.reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
  let sxx = pairs.reduce(0) { $0 + ($1.0 - mx) * ($1.0 - mx) }
  let syy = pairs.reduce(0) { $0 + ($1.1 - my) * ($1.1 - my) }
  return sxx > 0 && syy > 0 ? sxy / (sxx * syy).squareRoot() : nil
}

extension Phrases {
  func points(_ count: Int) -> String {
    switch language {
    case .english: count == 1 ? "One point" : "\(count) points"
    case .japanese: "\(count)個の点"
    case .korean: "점 \(count)개"
    case .chinese: "共\(count)个点"
    }
  }

  /// How two measures go together, with the coefficient: clearly from 0.7, rather from 0.4.
  func relation(_ x: String, _ y: String, _ r: Double) -> String {
    let figure = plainNumber(r, places: 2)
    let (isClear, isSome, isUp) = (abs(r) >= 0.7, abs(r) >= 0.4, r > 0)
    switch language {
    case .english:
      let coefficient = "(correlation \(figure))"
      if !isSome { return "\(x) and \(y) show no clear relation \(coefficient)." }
      let verb = isClear ? "is mostly" : "tends to be"
      return "Where \(x) is higher, \(y) \(verb) \(isUp ? "higher too" : "lower") \(coefficient)."
    case .japanese:
      let coefficient = "（相関係数\(figure)）"
      if !isSome { return "\(x)と\(y)の間に明確な関係は見られない\(coefficient)。" }
      let verb = isUp ? "も高い" : "は低い"
      return "\(x)が高いほど\(y)\(verb)傾向が\(isClear ? "はっきりしている" : "ある")\(coefficient)。"
    case .korean:
      let coefficient = "(상관계수 \(figure))"
      if !isSome { return "\(x) 값과 \(y) 값 사이에 뚜렷한 관계는 없음\(coefficient)." }
      let verb = isUp ? "값도 큰" : "값은 작은"
      return "\(x) 값이 클수록 \(y) \(verb) 경향이 \(isClear ? "뚜렷함" : "있음")\(coefficient)."
    case .chinese:
      let coefficient = "（相关系数\(figure)）"
      if !isSome { return "\(x)与\(y)之间没有明显关系\(coefficient)。" }
      let verb = isClear ? "大多" : "往往"
      return "\(x)越高，\(y)\(verb)\(isUp ? "也越高" : "越低")\(coefficient)。"
    }
  }

  func point(_ name: String, _ x: Named, _ y: Named) -> String {
    switch language {
    case .english: "\(name): \(y.name) \(y.value), \(x.name) \(x.value)."
    case .japanese: "\(name)は\(y.name)が\(y.value)、\(x.name)が\(x.value)。"
    case .korean: "\(name): \(y.name) \(y.value), \(x.name) \(x.value)."
    case .chinese: "\(name)：\(y.name)为\(y.value)，\(x.name)为\(x.value)。"
    }
  }

  func span(_ name: String, _ low: String, _ high: String) -> String {
    switch language {
    case .english: "\(name) runs from \(low) to \(high)."
    case .japanese: "\(name)は\(low)から\(high)まで。"
    case .korean: "\(name): \(low)~\(high)."
    case .chinese: "\(name)从\(low)到\(high)。"
    }
  }

  /// A sentence with what it speaks of before it.
  func headed(_ name: String, _ sentence: String) -> String {
    switch language {
    case .english: "\(name). \(sentence)"
    case .korean: "\(name) – \(sentence)"
    case .japanese, .chinese: "\(name)：\(sentence)"
    }
  }
}
