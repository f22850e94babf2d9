// SPDX-License-Identifier: MIT
import Figures

extension Phrases {
  /// The head of the column of shares.
  var share: String {
    switch language {
    case .english: "Share"
    case .japanese: "構成比"
    case .korean: "비중"
    case .chinese: "占比"
    }
  }

  /// The name of the tile that stands for parts too small for one of their own.
  func smaller(_ count: Int) -> String {
    switch language {
    case .english: "\(count) others"
    case .japanese: "その他\(count)項目"
    case .korean: "기타 \(count)개"
    case .chinese: "其他\(count)项"
    }
  }

  func treemapOpening(_ spec: ChartSpec, measure: String, count: Int, total: String) -> String {
    let kind = chartKind(of: spec, in: language)
    return switch language {
    case .english: "\(kind). \(closed(measure)) \(count == 1 ? "One part" : "\(count) parts") of \(total)."
    case .japanese: "\(kind)。\(closed(measure))全\(count)項目、合計\(total)。"
    case .korean: "\(kind). \(closed(measure)) \(count)개 항목, 합계 \(total)."
    case .chinese: "\(kind)。\(closed(measure))共\(count)项，合计\(total)。"
    }
  }

  /// The largest parts, with their shares of the whole.
  func parts(_ parts: [(name: String, value: String, share: String)]) -> String {
    switch language {
    case .english:
      "Largest: \(parts.map { "\($0.name), \($0.value) (\($0.share))" }.joined(separator: "; "))."
    case .japanese:
      "大きい順に\(parts.map { "\($0.name)が\($0.value)（\($0.share)）" }.joined(separator: "、"))。"
    case .korean:
      "큰 순서대로 \(parts.map { "\($0.name) \($0.value)(\($0.share))" }.joined(separator: ", "))."
    case .chinese:
      "从大到小依次为\(parts.map { "\($0.name)\($0.value)（\($0.share)）" }.joined(separator: "、"))。"
    }
  }

  func groups(_ groups: [(name: String, share: String)]) -> String {
    switch language {
    case .english: "Groups: \(groups.map { "\($0.name), \($0.share)" }.joined(separator: "; "))."
    case .japanese: "グループ別の構成比は\(groups.map { "\($0.name)\($0.share)" }.joined(separator: "、"))。"
    case .korean: "그룹별 비중: \(groups.map { "\($0.name) \($0.share)" }.joined(separator: ", "))."
    case .chinese: "分组占比：\(groups.map { "\($0.name)\($0.share)" }.joined(separator: "、"))。"
    }
  }

  /// Below a treemap some of whose tiles have no room for a name.
  var unnamedTiles: String {
    switch language {
    case .english: "Tiles too small for a name are in the table."
    case .japanese: "名称が入らない小さな項目は表を参照。"
    case .korean: "이름이 들어가지 않는 작은 항목은 표 참조."
    case .chinese: "因面积过小未标名称的项目见表格。"
    }
  }

  /// Below a treemap that cannot show all rows.
  func leftOut(zeros: Int, missing: Int) -> String {
    switch language {
    case .english:
      let parts = [zeros > 0 ? "\(zeros) at zero" : nil, missing > 0 ? "\(missing) without a figure" : nil]
      return "Left out: \(parts.compactMap(\.self).joined(separator: ", "))."
    case .japanese:
      let parts = [zeros > 0 ? "値がゼロの\(zeros)項目" : nil, missing > 0 ? "データのない\(missing)項目" : nil]
      return "\(parts.compactMap(\.self).joined(separator: "と"))は図に含まない。"
    case .korean:
      let parts = [zeros > 0 ? "값이 0인 \(zeros)개 항목" : nil, missing > 0 ? "자료가 없는 \(missing)개 항목" : nil]
      return "\(parts.compactMap(\.self).joined(separator: ", ")) 제외."
    case .chinese:
      let parts = [zeros > 0 ? "\(zeros)项数值为零" : nil, missing > 0 ? "\(missing)项无数据" : nil]
      return "图中未含：\(parts.compactMap(\.self).joined(separator: "、"))。"
    }
  }
}
