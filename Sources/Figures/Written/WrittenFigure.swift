// SPDX-License-Identifier: MIT

/// A figure as it stands in a text: `$328.1 billion`, `22.6%`, `3,281億ドル`.
public struct WrittenFigure: Hashable, Sendable {
  /// What a figure is a number of.
  public enum Measure: Hashable, Sendable {
    /// A count, a ratio, a number of anything else.
    case plain
    case percent, percentagePoints
    /// An amount in one of the currencies that there are formats for.
    case amount(FigureFormat.Kind)
  }

  /// The figure with its currency, scale words and unit.
  public let text: String
  /// Its digits, with separators.
  public let number: String
  /// Where the number begins in the text it was read from, in bytes.
  public let offset: Int
  /// What it is a number of.
  public let measure: Measure
  /// The number in front of the scale word.
  let decimals: Decimals
  /// How many digits stand behind the point.
  let places: Int
  /// The power of ten that the scale word stands for.
  let power: Int
  /// Whether its digits are parted in threes.
  let isGrouped: Bool
  /// Whether a word such as *about* or 以上 says that it is none to rely on.
  let isApproximate: Bool
}

extension WrittenFigure {
  /// How a figure is to a value.
  public enum Likeness: Hashable, Sendable {
    /// The value, rounded as the figure is.
    case same
    /// Another number, so near that it may be the value as it once was: the difference as a fraction of the value.
    case near(Double)
  }

  /// Compares the figure with a value; percentages take fractions. Signs are not compared, since a text says *fell by*.
  ///
  /// Round figures are not compared: `25%`, `$300 billion` and `12` say too little to be told from others. Nor are
  /// years and other bare whole numbers, unless they are the value to the last digit.
  public func likeness(to value: Double) -> Likeness? {
    guard let exact = Decimals(abs(value)), !exact.isZero, !decimals.isZero else { return nil }
    let isFraction = measure == .percent || measure == .percentagePoints
    let scaled = exact.scaled(byPowerOfTen: (isFraction ? 2 : 0) - power)
    let isBare = measure == .plain && power == 0
    let digits = decimals.significantDigits
    if digits == 2, places == 0 { return !isBare && scaled == decimals ? .same : nil }
    if digits < 2 { return nil }
    if isBare, places == 0, !isGrouped { return digits >= 3 && scaled == decimals ? .same : nil }
    if scaled.rounded(toPlaces: places) == decimals { return .same }
    if digits < 3 { return nil }
    if scaled.rounded(toSignificant: digits) == decimals { return .same }
    guard !isApproximate, !isBare || digits >= 4 else { return nil }
    let difference = abs(decimals.number / scaled.number - 1)
    let limit = if case .amount = measure { 0.01 } else { 0.005 }
    return difference <= limit ? .near(difference) : nil
  }

  /// Whether one of some formats writes a value with just these digits: for `63%`, which says too little to be compared
  /// unless its page shows a value so. Multiples of five are taken for round figures.
  public func isWritten(_ value: Double, formats: [FigureFormat], in language: Language) -> Bool {
    guard decimals.significantDigits == 2, number.utf8.last != UInt8(ascii: "5") else { return false }
    return formats.contains { writes(value, $0, language) }
  }

  /// The format that writes a value as this figure is written; where none does, the likeliest one for its kind.
  ///
  /// - Parameter shown: Formats that the value is shown in, which are tried first.
  public func format(of value: Double, shown: [FigureFormat], in language: Language) -> FigureFormat? {
    let kinds =
      shown.filter { $0.measure == measure }.map(\.kind)
      + FigureFormat.Kind.allCases.filter { FigureFormat($0).measure == measure && $0 != .signedPercent }
    let others = kinds.flatMap { kind in ([nil] + (0...9).map(Optional.some)).map { FigureFormat(kind, digits: $0) } }
    return (shown + others).first { writes(value, $0, language) } ?? kinds.first.map { FigureFormat($0) }
  }

  private func writes(_ value: Double, _ format: FigureFormat, _ language: Language) -> Bool {
    guard format.measure == measure, let shown = try? format.text(.real(abs(value)), in: language) else { return false }
    return WrittenFigure.read(Array(shown.utf8)).first?.number == number
  }
}

extension FigureFormat {
  /// What the format shows a number as; nil for text, dates and years.
  public var measure: WrittenFigure.Measure? {
    switch kind {
    case .number, .integer, .ratio: .plain
    case .percent, .signedPercent: .percent
    case .percentagePoints: .percentagePoints
    case .usd, .cny, .jpy, .krw, .eur: .amount(kind)
    case .text, .year, .date, .month: nil
    }
  }

  /// The format as it is written behind a value's name.
  public var words: String { digits.map { "\(kind.rawValue) \($0)" } ?? kind.rawValue }
}
