// SPDX-License-Identifier: MIT
import Figures

extension Phrases {
  /// The name of the node that stands for the small ones of a stage.
  func otherNodes(_ count: Int) -> String {
    switch language {
    case .english: "\(count) others"
    case .japanese: "ほか\(count)件"
    case .korean: "기타 \(count)개"
    case .chinese: "其他\(count)项"
    }
  }

  func flowCount(_ flows: Int, stages: Int) -> String {
    switch language {
    case .english:
      "\(flows == 1 ? "One flow" : "\(flows) flows") in \(stages - 1 == 1 ? "one step" : "\(stages - 1) steps")."
    case .japanese: "\(stages)段階、\(flows)本の流れ。"
    case .korean: "\(stages)단계, 흐름 \(flows)개."
    case .chinese: "共\(stages)级、\(flows)条流向。"
    }
  }

  /// The nodes of the first or the last stage, largest first, with their parts of the whole.
  func ends(isFirst: Bool, _ named: [(name: String, value: String, share: String)]) -> String {
    switch language {
    case .english:
      let list = named.map { "\($0.name), \($0.value) (\($0.share))" }.joined(separator: "; ")
      return "\(isFirst ? "Largest sources" : "Largest destinations"): \(list)."
    case .japanese:
      let list = named.map { "\($0.name)（\($0.value)、\($0.share)）" }.joined(separator: "、")
      return "\(isFirst ? "出どころ" : "行き先")は大きい順に\(list)。"
    case .korean:
      let list = named.map { "\($0.name) \($0.value)(\($0.share))" }.joined(separator: ", ")
      return "\(isFirst ? "출발" : "도착") 상위: \(list)."
    case .chinese:
      let list = named.map { "\($0.name)（\($0.value)，占\($0.share)）" }.joined(separator: "、")
      return "\(isFirst ? "来源" : "去向")从大到小依次为\(list)。"
    }
  }

  func largestFlows(_ named: [(from: String, to: String, value: String)]) -> String {
    switch language {
    case .english:
      let list = named.map { "\($0.from) to \($0.to), \($0.value)" }.joined(separator: "; ")
      return "\(named.count == 1 ? "Largest flow" : "Largest flows"): \(list)."
    case .japanese:
      let list = named.map { "\($0.from)から\($0.to)（\($0.value)）" }.joined(separator: "、")
      return "大きな流れは\(list)。"
    case .korean:
      let list = named.map { "\($0.from)에서 \($0.to)\(towards($0.to)) \($0.value)" }.joined(separator: ", ")
      return "큰 흐름: \(list)."
    case .chinese:
      let list = named.map { "\($0.from)至\($0.to)（\($0.value)）" }.joined(separator: "、")
      return "最大的流向为\(list)。"
    }
  }
}
