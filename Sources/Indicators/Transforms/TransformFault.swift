// SPDX-License-Identifier: MIT

/// Why a transform cannot be read or applied.
public enum TransformFault: Error, Hashable, Sendable {
  /// There is none of this name.
  case unknown(String)
  /// A bracket that is never closed.
  case brackets(String)
  /// Something in brackets where there is nothing to choose.
  case noArgument(String, String)
  /// No period in the brackets of `index`.
  case base(String)
  /// No count in the brackets of `moving-average`.
  case count(String)
  /// The positions are no periods, or periods of several lengths.
  case needsPeriods(String)
  /// One value only at each position, so that there is no total and no order.
  case needsParts(String)
  /// No position is in the base period.
  case baseOutside(String)
  /// A series, by its number from 0, that has a value missing in the base period, or no positive mean.
  case baseMissing(Int, String)

  /// One sentence.
  public var message: String {
    switch self {
    case .unknown(let name): "there is no transform '\(name)'"
    case .brackets(let name): "the bracket after '\(name)' is not closed"
    case .noArgument(let name, let text): "'\(name)' takes nothing in brackets, not '\(text)'"
    case .base(let text): text.isEmpty ? "'index' needs its base" : "'\(text)' is no period"
    case .count(let text):
      text.isEmpty ? "'moving-average' needs a number of periods" : "'\(text)' is no number of periods from 2 to 120"
    case .needsPeriods(let name): "'\(name)' needs periods of one length on x"
    case .needsParts(let name): "'\(name)' needs several series, or categories of one series"
    case .baseOutside(let base): "the base '\(base)' is not among the chart's periods"
    case .baseMissing(let series, let base): "series \(series + 1) has no positive value in the whole of '\(base)'"
    }
  }

  /// What would mend it.
  public var hint: String? {
    switch self {
    case .unknown: nil
    case .brackets(let name): name == "index" ? "write index(2015)" : "write moving-average(3)"
    case .noArgument(let name, _): "write \(name)"
    case .base: "write index(2015) or index(2015-01)"
    case .count: "write moving-average(3)"
    case .needsPeriods: "years, quarters or months, such as 2024, 2024-Q1 or 2024-03"
    case .needsParts: "name the column that tells the parts apart with 'series:'"
    case .baseOutside, .baseMissing: "choose a base for which every series has data"
    }
  }
}
