// SPDX-License-Identifier: MIT
import Figures

@testable import Charts

/// What goes wrong in authors' data and blocks, for every type of chart.
enum BadInput: String, CaseIterable, Sendable {
  case zeroRows, onePoint, allEqual, allZero, allMissing, negative, infinity, tenThousandPoints, sixtySeries, longLabel
  case rightToLeft, emoji, datesOutOfOrder, duplicateKeys, foreignKey, logOfZero, noHistory

  /// Whether no type can draw it.
  var isAlwaysWrong: Bool {
    switch self {
    case .zeroRows, .infinity, .foreignKey: true
    default: false
    }
  }

  func sample(of kind: Kind) -> Sample {
    let (positions, series) = (kind.positions, kind.series)
    let xs = kind.xs(min(positions.upperBound, max(positions.lowerBound, 4)))
    let names = (0..<min(series.upperBound, max(series.lowerBound, 2))).map { "s\($0)" }
    func rows(_ value: (Int, Int) -> Cell) -> [[Cell]] { kind.rows(xs, names, value: value) }
    let usual = rows { .integer($0 * 3 + $1 + 1) }
    switch self {
    case .zeroRows: return kind.sample([])
    case .onePoint: return kind.sample(kind.rows(Array(xs.prefix(1)), ["s0"]) { _, _ in .integer(5) })
    case .allEqual: return kind.sample(rows { _, _ in .integer(5) })
    case .allZero: return kind.sample(rows { _, _ in .integer(0) })
    case .allMissing: return kind.sample(rows { _, _ in .null })
    case .negative: return kind.sample(rows { .integer($0 == 1 ? -7 : $1 + 4) })
    case .infinity:
      // A timeline and a scatter's names have other columns of numbers; each has one here.
      return kind.sample(rows { .real($0 == 0 && $1 == 0 ? .infinity : 3) })
    case .tenThousandPoints:
      let many = (0..<10_000 / names.count).map { index -> Cell in
        switch kind.x {
        case .years: .text(Period(day: 3_000 + index).iso)
        case .numbers: .real(Double(index * 7_919 % 10_007))
        case .names: .text("c\(index)")
        case .codes: .text(Kind.codes[index % Kind.codes.count])
        }
      }
      return kind.sample(kind.rows(many, names) { .integer($0 * 7_919 % 1_000 + $1 + 1) })
    case .sixtySeries: return kind.sample(kind.rows(xs, (0..<60).map { "s\($0)" }) { .integer($0 + $1 + 1) })
    case .longLabel:
      return named(Array(repeating: "semiconductors", count: 20).joined(separator: " "), kind, names.count)
    case .rightToLeft: return named("أشباه الموصلات والدوائر المتكاملة מוליכים למחצה", kind, names.count)
    case .emoji: return named("🇰🇷🇯🇵🇨🇳👩‍👩‍👧‍👦 e\u{301}", kind, names.count)
    case .datesOutOfOrder: return kind.sample(Array(usual.reversed().dropFirst()) + usual.suffix(1))
    case .duplicateKeys: return kind.sample(usual + usual.prefix(1))
    case .foreignKey:
      let key = ChartSpec.typesOfKeys.keys.sorted().first { ChartSpec.typesOfKeys[$0]?.contains(kind.type) == false }
      return kind.sample(usual, more: key == "bands" ? "bands: {\"80%\": [low, high]}" : "\(key ?? ""): a")
    case .logOfZero: return kind.sample(rows { .integer($0 * ($1 + 1)) }, more: "log: y")
    case .noHistory:
      // Each row with the edges of a band.
      return kind.sample(usual.map { row in Array(row[..<5]) + [.integer(0), .integer(99)] + row[7...] })
    }
  }

  /// The name in every column of names.
  private func named(_ name: String, _ kind: Kind, _ series: Int) -> Sample {
    let xs = kind.xs(min(kind.positions.upperBound, max(kind.positions.lowerBound, 3))) { "\($0) \(name)" }
    return kind.sample(kind.rows(xs, (0..<series).map { "\(name) \($0)" }) { .integer($0 * 3 + $1 + 1) })
  }
}
