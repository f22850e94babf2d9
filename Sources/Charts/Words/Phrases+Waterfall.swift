// SPDX-License-Identifier: MIT
import Figures

extension Phrases {
  /// The head of the column of levels.
  var level: String {
    switch language {
    case .english: "Level"
    case .japanese: "累計"
    case .korean: "누계"
    case .chinese: "累计"
    }
  }

  /// From the first level to the last.
  func levels(_ first: Named, _ last: Named, change: Double, _ speech: Speech) -> String {
    let size = speech.value(abs(change))
    return switch language {
    case .english:
      "From \(first.value) (\(first.name)) to \(last.value) (\(last.name))"
        + (change == 0 ? "." : ", \(size) \(change > 0 ? "more" : "less").")
    case .japanese:
      "「\(first.name)」の\(first.value)から「\(last.name)」の\(last.value)へ"
        + (change == 0 ? "。" : "\(size)\(change > 0 ? "増" : "減")。")
    case .korean:
      "\(first.name) \(first.value)에서 \(last.name) \(last.value)"
        + (change == 0 ? "." : "까지 \(size) \(change > 0 ? "증가" : "감소").")
    case .chinese:
      "从\(first.name)的\(first.value)到\(last.name)的\(last.value)"
        + (change == 0 ? "。" : "，\(change > 0 ? "增加" : "减少")\(size)。")
    }
  }

  /// Where a waterfall has no levels of its own.
  func sumOfSteps(_ value: String) -> String {
    switch language {
    case .english: "The steps add up to \(value)."
    case .japanese: "合わせて\(value)。"
    case .korean: "모두 합하면 \(value)."
    case .chinese: "合计\(value)。"
    }
  }

  /// The largest changes one way, without their sign.
  func changes(areRises: Bool, _ changes: [Named]) -> String {
    switch language {
    case .english:
      "\(areRises ? "Up" : "Down") most: \(changes.map { "\($0.name), by \($0.value)" }.joined(separator: "; "))."
    case .japanese:
      "\(areRises ? "増加" : "減少")が大きいのは\(changes.map { "\($0.name)（\($0.value)）" }.joined(separator: "、"))。"
    case .korean:
      "\(areRises ? "증가" : "감소") 폭이 큰 항목: \(changes.map { "\($0.name) \($0.value)" }.joined(separator: ", "))."
    case .chinese:
      "\(areRises ? "增加" : "减少")最多的是\(changes.map { "\($0.name)（\($0.value)）" }.joined(separator: "、"))。"
    }
  }
}
