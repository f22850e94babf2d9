// SPDX-License-Identifier: MIT
import Figures

/// The word over sums.
func total(in language: Language) -> String {
  switch language {
  case .english: "Total"
  case .japanese: "合計"
  case .korean: "합계"
  case .chinese: "合计"
  }
}

extension Phrases {
  /// The kind of chart, what it measures, and how many rows and columns it has.
  func gridOpening(_ spec: ChartSpec, _ chart: BoundChart) -> String {
    let kind = chartKind(of: spec, in: language)
    let measure = closed(spec.subtitle?.text ?? chart.yTitle)
    let (rows, columns) = (chart.series.count, chart.positions.count)
    let (first, last) = (chart.positions.first?.label ?? "", chart.positions.last?.label ?? "")
    let isRange = chart.kind != .category && columns > 1
    return switch language {
    case .english:
      "\(kind). \(measure) \(rows == 1 ? "One row" : "\(rows) rows"), "
        + (isRange ? "from \(first) to \(last)." : columns == 1 ? "one column." : "\(columns) columns.")
    case .japanese: "\(kind)。\(measure)\(rows)行、\(isRange ? "\(first)から\(last)まで" : "\(columns)列")。"
    case .korean: "\(kind). \(measure) \(rows)행, \(isRange ? "\(first)~\(last)" : "\(columns)열")."
    case .chinese: "\(kind)。\(measure)\(rows)行，\(isRange ? "\(first)至\(last)" : "\(columns)列")。"
    }
  }

  typealias Place = (row: String, column: String, value: String)

  /// The largest and the smallest cell of a heat map.
  func extremes(_ high: Place, _ low: Place) -> String {
    switch language {
    case .english:
      "Highest: \(high.row), \(high.column), at \(high.value). Lowest: \(low.row), \(low.column), at \(low.value)."
    case .japanese:
      "最も高いのは\(high.row)・\(high.column)の\(high.value)、最も低いのは\(low.row)・\(low.column)の\(low.value)。"
    case .korean: "최고: \(high.row) \(high.column) \(high.value), 최저: \(low.row) \(low.column) \(low.value)."
    case .chinese: "最高为\(high.row)\(high.column)的\(high.value)；最低为\(low.row)\(low.column)的\(low.value)。"
    }
  }

  /// Where a row has its largest value.
  func peak(_ cell: Place) -> String {
    switch language {
    case .english: "\(cell.row): highest in \(cell.column), at \(cell.value)."
    case .japanese: "\(cell.row)で最も高いのは\(cell.column)の\(cell.value)。"
    case .korean: "\(cell.row)의 최고는 \(cell.column) \(cell.value)."
    case .chinese: "\(cell.row)最高的是\(cell.column)，为\(cell.value)。"
    }
  }

  func otherRows(_ count: Int) -> String {
    switch language {
    case .english: count == 1 ? "One more row is in the table." : "\(count) more rows are in the table."
    case .japanese: "ほかの\(count)行は表を参照。"
    case .korean: "나머지 \(count)행은 표에 있음."
    case .chinese: "其余\(count)行见表格。"
    }
  }

  /// The largest flows of a matrix, and the smallest.
  func flows(_ top: [Place], lowest: Place?) -> String {
    switch language {
    case .english:
      let list = top.map { "\($0.row) with \($0.column), \($0.value)" }.joined(separator: "; ")
      return "Largest: \(list)." + (lowest.map { " Smallest: \($0.row) with \($0.column), \($0.value)." } ?? "")
    case .japanese:
      let list = top.map { "\($0.row)―\($0.column)（\($0.value)）" }.joined(separator: "、")
      return "大きい順に\(list)。" + (lowest.map { "最小は\($0.row)―\($0.column)（\($0.value)）。" } ?? "")
    case .korean:
      let list = top.map { "\($0.row)–\($0.column) \($0.value)" }.joined(separator: ", ")
      return "큰 순서대로 \(list)." + (lowest.map { " 최소: \($0.row)–\($0.column) \($0.value)." } ?? "")
    case .chinese:
      let list = top.map { "\($0.row)—\($0.column)（\($0.value)）" }.joined(separator: "、")
      return "从大到小依次为\(list)。" + (lowest.map { "最小的是\($0.row)—\($0.column)（\($0.value)）。" } ?? "")
    }
  }

  /// The sums of a matrix, row by row or column by column.
  func totals(ofRows isRows: Bool, _ sums: [Named], all: String?) -> String {
    switch language {
    case .english:
      "Totals by \(isRows ? "row" : "column"): \(sums.map { "\($0.name), \($0.value)" }.joined(separator: "; "))"
        + (all.map { "; all together \($0)." } ?? ".")
    case .japanese:
      "\(isRows ? "行" : "列")の合計は\(sums.map { "\($0.name)\($0.value)" }.joined(separator: "、"))。"
        + (all.map { "総計\($0)。" } ?? "")
    case .korean:
      "\(isRows ? "행" : "열") 합계: \(sums.map { "\($0.name) \($0.value)" }.joined(separator: ", "))."
        + (all.map { " 총계 \($0)." } ?? "")
    case .chinese:
      "\(isRows ? "各行" : "各列")合计：\(sums.map { "\($0.name)\($0.value)" }.joined(separator: "、"))。"
        + (all.map { "总计\($0)。" } ?? "")
    }
  }

  /// Below a matrix whose rows were counted by different offices.
  var ownReporters: String {
    switch language {
    case .english:
      "Each row is as that economy reports it; what one records as sent and the other as received differ."
    case .japanese: "各行はそれぞれの報告国・地域の統計による。双方の計上額は一致しない。"
    case .korean: "각 행은 해당 보고국 통계 기준이며, 양측 집계는 서로 일치하지 않음."
    case .chinese: "各行为该报告方的统计，双方所录金额并不一致。"
    }
  }

  /// Below a matrix with cells that are not known.
  var totalsOfKnown: String {
    switch language {
    case .english: "Totals leave out the flows for which there is no figure."
    case .japanese: "合計にはデータのない取引を含まない。"
    case .korean: "합계는 자료가 없는 교역을 제외한 값."
    case .chinese: "合计不含无数据的贸易流。"
    }
  }
}
