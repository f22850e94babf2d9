// SPDX-License-Identifier: MIT
import Figures

extension Phrases {
  /// Who is where at one position, from the first on.
  func order(_ when: String, _ ranks: [(rank: Int, name: String)]) -> String {
    let tight = ranks.map { "\($0.rank)位\($0.name)" }
    return switch language {
    case .english: "In \(when): \(ranks.map { "\($0.rank) \($0.name)" }.joined(separator: ", "))."
    case .japanese: "\(when)の順位は\(tight.joined(separator: "、"))。"
    case .korean: "\(when) 순위: \(ranks.map { "\($0.rank)위 \($0.name)" }.joined(separator: ", "))."
    case .chinese: "\(when)排名：\(ranks.map { "第\($0.rank)位\($0.name)" }.joined(separator: "、"))。"
    }
  }

  /// One series' way from its first rank to its last, with the best and the worst where the ends do not show them.
  func way(
    _ name: String, from first: (rank: Int, when: String), to last: (rank: Int, when: String), best: Int, worst: Int
  ) -> String {
    let isBest = best < min(first.rank, last.rank)
    let isWorst = worst > max(first.rank, last.rank)
    let isLevel = first.rank == last.rank && !isBest && !isWorst
    switch language {
    case .english:
      if isLevel { return "\(name): rank \(first.rank) throughout." }
      return "\(name): rank \(first.rank) in \(first.when), rank \(last.rank) in \(last.when)"
        + (isBest ? ", at best \(best)" : "") + (isWorst ? ", at worst \(worst)" : "") + "."
    case .japanese:
      if isLevel { return "\(name)は一貫して\(first.rank)位。" }
      return "\(name)は\(first.when)の\(first.rank)位から\(last.when)の\(last.rank)位へ"
        + (isBest ? "、最高\(best)位" : "") + (isWorst ? "、最低\(worst)位" : "") + "。"
    case .korean:
      if isLevel { return "\(name): 계속 \(first.rank)위." }
      return "\(name): \(first.when) \(first.rank)위에서 \(last.when) \(last.rank)위로"
        + (isBest ? ", 최고 \(best)위" : "") + (isWorst ? ", 최저 \(worst)위" : "") + "."
    case .chinese:
      if isLevel { return "\(name)始终排第\(first.rank)位。" }
      return "\(name)从\(first.when)的第\(first.rank)位变为\(last.when)的第\(last.rank)位"
        + (isBest ? "，最高第\(best)位" : "") + (isWorst ? "，最低第\(worst)位" : "") + "。"
    }
  }

  func entered(_ names: [String]) -> String {
    switch language {
    case .english: "New since the start: \(names.joined(separator: ", "))."
    case .japanese: "新たに入ったのは\(names.joined(separator: "、"))。"
    case .korean: "새로 진입: \(names.joined(separator: ", "))."
    case .chinese: "新进入的有\(names.joined(separator: "、"))。"
    }
  }

  func left(_ names: [String]) -> String {
    switch language {
    case .english: "No longer there at the end: \(names.joined(separator: ", "))."
    case .japanese: "圏外に落ちたのは\(names.joined(separator: "、"))。"
    case .korean: "순위 밖으로 이탈: \(names.joined(separator: ", "))."
    case .chinese: "退出的有\(names.joined(separator: "、"))。"
    }
  }

  /// Below a rank chart that does not show all series.
  func firstOf(_ top: Int, all: Int) -> String {
    switch language {
    case .english: "The first \(top) of \(all) at each date."
    case .japanese: "全\(all)のうち各時点の上位\(top)を示す。"
    case .korean: "전체 \(all)개 가운데 시점별 상위 \(top)개."
    case .chinese: "各时点\(all)个之中的前\(top)名。"
    }
  }

  /// Below a rank chart with equal values.
  func ties(_ ties: [(when: String, rank: Int, names: [String])], all: Int) -> String {
    let more = all - ties.count
    switch language {
    case .english:
      let list = ties.map { "\(listed($0.names)) share rank \($0.rank) in \($0.when)" }.joined(separator: "; ")
      return list + (more == 0 ? "." : "; \(more) more tie\(more == 1 ? "" : "s").")
    case .japanese:
      let list = ties.map { "\($0.when)は\($0.names.joined(separator: "と"))が同率\($0.rank)位" }.joined(separator: "、")
      return list + (more == 0 ? "。" : "。ほかに同順位が\(more)件。")
    case .korean:
      let list = ties.map { "\($0.when) 공동 \($0.rank)위: \($0.names.joined(separator: "·"))" }.joined(separator: ", ")
      return list + (more == 0 ? "." : ". 그 밖의 동순위 \(more)건.")
    case .chinese:
      let list = ties.map { "\($0.when)\($0.names.joined(separator: "与"))并列第\($0.rank)" }.joined(separator: "；")
      return list + (more == 0 ? "。" : "；另有\(more)处并列。")
    }
  }

  private func listed(_ names: [String]) -> String {
    names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }
}
