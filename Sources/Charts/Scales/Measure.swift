// SPDX-License-Identifier: MIT
import Figures

/// How all values of one axis are written: scaled once, with the same digits, and the unit told apart from the figures.
struct Measure: Hashable, Sendable {
  /// Values are divided by ten to this power before they are shown.
  let power: Int
  /// Before a figure: `$`.
  let prefix: String
  /// Behind a figure, when the unit is shown with it: `bn`, `億ドル`, `%`, ` won`.
  let suffix: String
  /// What stands at the head of an axis: `$bn`, `億ドル`, `million tonnes`; nil where values have no unit.
  let unitLabel: String?
  /// Between thousands: none in Korean and Chinese behind a word for the scale, as their newspapers have it.
  let grouping: String
  /// Words that say the scale: `billion`, `bn`; empty where values are not scaled.
  let scaleWords: [String]
  let isPercent: Bool
  /// Whether figures carry a plus sign.
  let isSigned: Bool

  /// - Parameter largest: The largest absolute value on the axis.
  init(format: FigureFormat?, unit: String?, largest: Double, language: Language) {
    let kind = format?.kind ?? .number
    switch kind {
    case .percent, .signedPercent:
      let scale = Measure.scale(for: largest * 100, least: 6, language: language)
      let sign = (language == .english ? scale.short : scale.name) + "%"
      self.init(
        power: scale.power - 2, prefix: "", suffix: sign, unitLabel: unit ?? sign, isPercent: true,
        language: language, isSigned: kind == .signedPercent)
    case .percentagePoints:
      let suffix =
        switch language {
        case .english: "pp"
        case .japanese: "ポイント"
        case .korean: "%포인트"
        case .chinese: "个百分点"
        }
      self.init(power: -2, prefix: "", suffix: suffix, unitLabel: unit ?? suffix, isPercent: false, language: language)
    default:
      let isAmount = [.usd, .cny, .jpy, .krw, .eur].contains(kind)
      let scale = Measure.scale(for: largest, least: isAmount || language == .english ? 0 : 5, language: language)
      let currency = CurrencyName.of(kind, in: language)
      let isPercent = unit == "%" && !isAmount
      if isAmount {
        let word = language == .english ? scale.short : scale.name
        let gap = currency.suffix.isEmpty || language != .english && language != .korean || word.isEmpty ? "" : " "
        let tail =
          language == .english && word.isEmpty && !currency.suffix.isEmpty ? " " + currency.suffix : currency.suffix
        let label = currency.prefix + word + gap + currency.suffix
        self.init(
          power: scale.power, prefix: currency.prefix, suffix: word + gap + tail, unitLabel: unit ?? label,
          scaleWords: scale.words, isPercent: false, language: language)
      } else {
        let gap = scale.name.isEmpty || unit == nil || language == .japanese || language == .chinese ? "" : " "
        let word = language == .english ? scale.short : scale.name
        let label = unit.map { scale.name + gap + $0 } ?? word
        self.init(
          power: scale.power, prefix: "", suffix: word + (isPercent ? "%" : ""), unitLabel: label.isEmpty ? nil : label,
          scaleWords: scale.words, isPercent: isPercent, language: language)
      }
    }
  }

  private init(
    power: Int, prefix: String, suffix: String, unitLabel: String?, scaleWords: [String] = [], isPercent: Bool,
    language: Language, isSigned: Bool = false
  ) {
    grouping = language == .english || language == .japanese || scaleWords.isEmpty ? "," : ""
    self.scaleWords = scaleWords
    self.power = power
    self.prefix = prefix
    self.suffix = suffix
    self.unitLabel = unitLabel
    self.isPercent = isPercent
    self.isSigned = isSigned
  }

  /// Whether a subtitle has told the reader already what the figures are.
  func isStated(in subtitle: String?) -> Bool {
    guard let subtitle = subtitle?.lowercased(), let unitLabel else { return unitLabel == nil }
    if !scaleWords.isEmpty {
      // 'tn' is a word of its own, and not a part of 'partners'.
      let words = subtitle.split { !$0.isLetter }
      return scaleWords.contains { word in
        word.allSatisfy(\.isASCII) ? words.contains { $0 == word } : subtitle.holds(word)
      }
    }
    return subtitle.holds(unitLabel.lowercased())
  }

  /// The word for the scale as charts have it: `bn`, `億`; empty where values are not scaled.
  var scaleWord: String { scaleWords.last ?? "" }

  func scaled(_ value: Double) -> Double { power >= 0 ? value / powerOfTen(power) : value * powerOfTen(-power) }

  /// The value that a figure with so many digits says.
  func asShown(_ value: Double, places: Int) -> Double {
    let shown = Decimals(value)?.scaled(byPowerOfTen: -power).rounded(toPlaces: places)
    return shown?.scaled(byPowerOfTen: power).number ?? value
  }

  /// A figure with so many digits after the point: `1,234.5`, `−3`; with its unit: `$1,234.5bn`.
  func text(_ value: Double, places: Int, withUnit: Bool = false) -> String {
    guard let exact = Decimals(value)?.scaled(byPowerOfTen: -power) else { return "" }
    let rounded = exact.rounded(toPlaces: places)
    if withUnit, !scaleWords.isEmpty, let words = myriads(rounded.text(places: places, grouping: "")) {
      let sign = rounded.isNegative ? "−" : isSigned ? "+" : ""
      let tail = words.isWhole ? String(suffix.dropFirst(scaleWord.count)) : suffix
      return sign + prefix + words.text + tail
    }
    // Where 億 stands apart, 兆 would have nothing behind it: 32,664.
    let isLong = countsOn && !withUnit && !rounded.isZero && rounded.magnitude >= 4
    let figure = rounded.text(places: places, grouping: isLong ? "," : grouping)
    let sign = rounded.isNegative ? "−" : isSigned && !rounded.isZero ? "+" : ""
    return withUnit ? sign + prefix + figure + suffix : sign + figure
  }

  /// Whether the word for the scale is one behind which newspapers count on after ten thousand.
  private var countsOn: Bool { scaleWord == "億" || scaleWord == "억" }

  /// `3兆2664`, of so many 億 or 억: newspapers of Japan and Korea count on after ten thousand of them.
  /// - Parameter digits: Without a sign.
  private func myriads(_ digits: String) -> (text: String, isWhole: Bool)? {
    let next: String
    switch scaleWord {
    case "億": next = "兆"
    case "억": next = "조"
    default: return nil
    }
    guard let number = Int(digits), number >= 10_000 else { return nil }
    let rest = number % 10_000
    return ("\(number / 10_000)\(next)" + (rest == 0 ? "" : "\(rest)"), rest == 0)
  }

  /// Digits after the point that tell the ticks of an axis apart.
  func places(for domain: ValueDomain) -> Int { max(0, power - domain.magnitude) }

  /// Digits after the point for the labels of values: as many as the largest deserves, fewer where none needs them.
  func places(for values: [Double], format: FigureFormat?) -> Int {
    let exact = values.compactMap { Decimals($0)?.scaled(byPowerOfTen: -power) }
    let magnitude = exact.lazy.filter { !$0.isZero }.map(\.magnitude).max() ?? 0
    let wanted: Int
    if isPercent || format?.kind == .percentagePoints {
      wanted = format?.digits ?? 1
    } else if let digits = format?.digits {
      wanted = max(0, digits - 1 - magnitude)
    } else {
      wanted = magnitude >= 3 ? 0 : magnitude >= 1 ? 1 : min(6, 1 - min(magnitude, 0))
    }
    for places in 0..<max(wanted, 0) {
      let isEnough = exact.allSatisfy { $0.rounded(toPlaces: places) == $0.rounded(toPlaces: wanted) }
      if isEnough { return places }
    }
    return wanted
  }

  /// The word for the largest value's power of ten; none below a power of `least`.
  private static func scale(for largest: Double, least: Int, language: Language) -> ScaleUnit {
    let units = ScaleUnit.units(in: language)
    let magnitude = floorLog10(largest)
    if magnitude < least { return units[0] }
    return units.last { $0.power <= magnitude } ?? units[0]
  }
}

extension ScaleUnit {
  /// The words by which a text can name the scale.
  fileprivate var words: [String] { name.isEmpty ? [] : name == short ? [name] : [name, "\(short)"] }
}
