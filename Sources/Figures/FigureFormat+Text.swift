// SPDX-License-Identifier: MIT

extension FigureFormat {
  /// The value as the business press of the language writes it:
  /// 328.08e9 as `usd` is `$328.1 billion`, `3,281億ドル`, `3281억 달러`, `3281亿美元`.
  ///
  /// - Parameters:
  ///   - isShort: As a chart label has it: `$328.1bn`. East Asian forms are short already.
  ///   - unit: What stands behind a number that has no unit of its own.
  /// - Throws: `FormatFault.missing` for null, `.mismatch` for a value of another type.
  public func text(_ cell: Cell, in language: Language, isShort: Bool = false, unit: String = "") throws(FormatFault)
    -> String
  {
    if cell.isNull { throw .missing }
    switch kind {
    case .text: return cell.plain
    case .year, .month, .date: return try period(cell, in: language)
    default: break
    }
    guard let number = cell.number, let decimals = Decimals(number) else {
      throw .mismatch(value: cell.plain, expected: "a number")
    }
    switch kind {
    case .integer: return minus(decimals.rounded(toPlaces: 0)) { $0.text(grouping: ",", tail: unit) }
    case .number: return plain(decimals, unit: unit)
    case .percent, .signedPercent: return percent(decimals)
    case .percentagePoints: return points(decimals, in: language, isShort: isShort)
    case .ratio: return minus(decimals.rounded(toPlaces: digits ?? 2)) { $0.text(places: digits ?? 2, grouping: ",") }
    default: return amount(decimals, in: language, isShort: isShort)
    }
  }

  private func period(_ cell: Cell, in language: Language) throws(FormatFault) -> String {
    guard let period = Period(cell) else { throw .mismatch(value: cell.plain, expected: "a \(kind.rawValue)") }
    let unit: Period.Unit = kind == .year ? .year : kind == .month ? .month : .day
    guard period.unit >= unit else { throw .mismatch(value: cell.plain, expected: "a \(kind.rawValue)") }
    return Period(unit: unit, year: period.year, month: period.month, day: period.day).text(in: language)
  }

  private func plain(_ decimals: Decimals, unit: String) -> String {
    let rounded = digits.map { decimals.rounded(toSignificant: max($0, 1)) } ?? usual(decimals)
    return minus(rounded) { $0.text(grouping: ",", tail: unit) }
  }

  private func percent(_ decimals: Decimals) -> String {
    let rounded = decimals.scaled(byPowerOfTen: 2).rounded(toPlaces: digits ?? 1)
    let text = minus(rounded) { $0.text(places: digits, grouping: ",") } + "%"
    return kind == .signedPercent && !rounded.isNegative && !rounded.isZero ? "+" + text : text
  }

  private func points(_ decimals: Decimals, in language: Language, isShort: Bool) -> String {
    let rounded = decimals.scaled(byPowerOfTen: 2).rounded(toPlaces: digits ?? 1)
    let text = minus(rounded) { $0.text(places: digits, grouping: ",") }
    return switch language {
    case .english: isShort ? "\(text)pp" : text == "1" ? "1 percentage point" : "\(text) percentage points"
    case .japanese: "\(text)ポイント"
    case .korean: "\(text)%포인트"
    case .chinese: "\(text)个百分点"
    }
  }

  private func amount(_ decimals: Decimals, in language: Language, isShort: Bool) -> String {
    let unit = ScaleUnit.fitting(decimals, digits: digits, in: language)
    let scaled = decimals.scaled(byPowerOfTen: -unit.power)
    let rounded = digits.map { scaled.rounded(toSignificant: max($0, 1)) } ?? usual(scaled)
    let grouping = language == .japanese || language == .english || unit.power == 0 ? "," : ""
    let sign = rounded.isNegative ? "−" : ""
    let figure = rounded.text(places: padding(rounded), grouping: grouping)
    let currency = CurrencyName.of(kind, in: language)
    if language == .english {
      let scale = isShort ? unit.short : unit.name.isEmpty ? "" : " " + unit.name
      return sign + currency.prefix + figure + scale + (currency.suffix.isEmpty ? "" : " " + currency.suffix)
    }
    let gap = language == .korean ? " " : ""
    return sign + figure + unit.name + gap + currency.suffix
  }

  /// Digits asked for are shown even where they are zeros: `usd 4` of 328e9 is `$328.0 billion`.
  private func padding(_ rounded: Decimals) -> Int? {
    guard let digits, !rounded.isZero else { return nil }
    return max(0, digits - 1 - rounded.magnitude)
  }

  /// Four significant digits, at most two after the point.
  private func usual(_ decimals: Decimals) -> Decimals {
    decimals.rounded(toPlaces: min(2, max(0, 3 - decimals.magnitude)))
  }

  private func minus(_ decimals: Decimals, _ text: (Decimals) -> String) -> String {
    decimals.isNegative ? "−" + text(decimals) : text(decimals)
  }
}

/// Puts a number into words of a chart: a fixed number of places, grouped, with a true minus sign.
public func plainNumber(_ value: Double, places: Int) -> String {
  guard let decimals = Decimals(value)?.rounded(toPlaces: places) else { return "" }
  return (decimals.isNegative ? "−" : "") + decimals.text(places: places, grouping: ",")
}
