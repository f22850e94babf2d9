// SPDX-License-Identifier: MIT
import Figures

/// What a chart does to its values before it draws them: `yoy`, `index(2015)`, `moving-average(3)`.
public enum SeriesTransform: Hashable, Sendable {
  /// Growth on the same period of the year before: `yoy`.
  case yearOnYear
  /// 100 in a period, `index(2015)`. A year as the base of months or quarters is their mean.
  case index(base: Period)
  /// Part of the total of all series, or of all categories of one series: `share`.
  case share
  /// Contribution to the growth of the total on the year before: `contribution`.
  case contribution
  /// Mean of a period and those before it, `moving-average(3)`; 2 to 120 of them.
  case movingAverage(Int)
  /// Sum from the first value on: `cumulative`.
  case cumulative
  /// Place among all series, or among all categories of one series; 1 is the largest: `rank`.
  case rank
  /// Change on the period before: `difference`.
  case difference

  /// Reads a transform as authors write it.
  /// - Throws: `TransformFault.unknown`, `.base` and `.count` for what is in the brackets, `.brackets`.
  public init(parsing text: String) throws(TransformFault) {
    let parts = text.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].trimmed
    var argument: String?
    if parts.count == 2 {
      guard parts[1].trimmed.hasSuffix(")") else { throw .brackets(name) }
      argument = String(parts[1].trimmed.dropLast()).trimmed
    }
    guard let known = SeriesTransform.indicators[name] else { throw .unknown(name) }
    if case .some(.transform(nil)) = known.transformForm, let argument { throw .noArgument(name, argument) }
    switch name {
    case "index":
      guard let base = Period(argument ?? "") else { throw .base(argument ?? "") }
      self = .index(base: base)
    case "moving-average":
      guard let count = Int(argument ?? ""), 2...120 ~= count else { throw .count(argument ?? "") }
      self = .movingAverage(count)
    case "yoy": self = .yearOnYear
    case "share": self = .share
    case "contribution": self = .contribution
    case "cumulative": self = .cumulative
    case "rank": self = .rank
    default: self = .difference
    }
  }

  /// What defines it.
  public var indicator: Indicator {
    switch self {
    case .yearOnYear: .yearOnYear
    case .index: .index
    case .share: .share
    case .contribution: .contribution
    case .movingAverage: .movingAverage
    case .cumulative: .cumulative
    case .rank: .rank
    case .difference: .difference
    }
  }

  /// As authors write them, for suggestions: `yoy`, `index(2015)`.
  public static let examples = indicators.keys.sorted().map { name in
    name == "index" ? "index(2015)" : name == "moving-average" ? "moving-average(3)" : name
  }

  /// What they are for a number format: a fraction is shown in per cent where the author names no format.
  public var usualFormat: FigureFormat? {
    switch self {
    case .yearOnYear: FigureFormat(.signedPercent)
    case .share: FigureFormat(.percent)
    case .contribution: FigureFormat(.percentagePoints)
    case .rank: FigureFormat(.integer)
    case .index, .movingAverage, .cumulative, .difference: nil
    }
  }

  /// Whether the values keep the unit of the data, so that they can be shown as amounts.
  public var keepsUnit: Bool {
    switch self {
    case .movingAverage, .cumulative, .difference: true
    case .yearOnYear, .index, .share, .contribution, .rank: false
    }
  }

  private static let indicators = Dictionary(
    uniqueKeysWithValues: Indicator.all.filter { $0.transformForm != nil }.map { ($0.name, $0) })
}

extension SeriesTransform {
  /// What it is called, with what stands in its brackets: `Index number, 2015 = 100`.
  public func title(in language: Language) -> String {
    let title = indicator.title(in: language)
    switch (self, language) {
    case (.index(let base), .english): return "\(title), \(base.text(in: language)) = 100"
    case (.index(let base), .korean): return "\(title)(\(base.text(in: language))=100)"
    case (.index(let base), _): return "\(title)（\(base.text(in: language))＝100）"
    case (.movingAverage(let count), .english): return "\(title), n = \(count)"
    case (.movingAverage(let count), .korean): return "\(title)(n=\(count))"
    case (.movingAverage(let count), _): return "\(title)（n＝\(count)）"
    default: return title
    }
  }
}

extension Indicator {
  /// The form as a chart's transform; nil where it has none.
  fileprivate var transformForm: Form? {
    forms.first { if case .transform = $0 { true } else { false } }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
