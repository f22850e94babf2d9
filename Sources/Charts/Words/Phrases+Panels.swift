// SPDX-License-Identifier: MIT
import Figures

extension Phrases {
  /// What small multiples of a kind of chart are called.
  func multiples(of kind: String) -> String {
    switch language {
    case .english: "Small multiples: \(kind.prefix(1).lowercased())\(kind.dropFirst())"
    case .japanese: "スモールマルチプル（\(kind)）"
    case .korean: "스몰 멀티플(\(kind))"
    case .chinese: "分面图（\(kind)）"
    }
  }

  func panels(_ count: Int) -> String {
    switch language {
    case .english: count == 1 ? "One panel" : "\(count) panels with the same scales"
    case .japanese: "同じ目盛りの\(count)枚のパネル"
    case .korean: "같은 눈금의 패널 \(count)개"
    case .chinese: "共\(count)幅，刻度相同"
    }
  }

  func otherPanels(_ count: Int) -> String {
    switch language {
    case .english: count == 1 ? "One more panel is in the table." : "\(count) more panels are in the table."
    case .japanese: "ほかの\(count)枚は表を参照。"
    case .korean: "나머지 패널 \(count)개는 표에 있음."
    case .chinese: "其余\(count)幅见表格。"
    }
  }

  /// How far each band of a fan reaches at its end.
  func bands(_ when: String, _ bands: [(name: String, low: String, high: String)]) -> String {
    switch language {
    case .english:
      "In \(when) " + bands.map { "the band \($0.name) runs from \($0.low) to \($0.high)" }.joined(separator: ", ")
        + "."
    case .japanese: "\(when)の" + bands.map { "\($0.name)は\($0.low)から\($0.high)" }.joined(separator: "、") + "。"
    case .korean: "\(when) " + bands.map { "\($0.name) \($0.low)~\($0.high)" }.joined(separator: ", ") + "."
    case .chinese: "\(when)的" + bands.map { "\($0.name)为\($0.low)至\($0.high)" }.joined(separator: "，") + "。"
    }
  }
}
