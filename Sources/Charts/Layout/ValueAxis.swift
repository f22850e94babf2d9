// SPDX-License-Identifier: MIT
import Figures

/// The axis of values: its range, its ticks and how they are written.
struct ValueAxis: Hashable, Sendable {
  let domain: ValueDomain
  let measure: Measure
  /// One for each tick, the unit on the outermost one only.
  let labels: [String]
  /// Which label has the unit.
  let headIndex: Int
  /// The unit, where it is too long for a label and has a line of its own.
  let unitLine: String?

  /// Whether each figure of a logarithmic axis has a word for its own scale.
  private let scalesEach: Bool
  private let format: FigureFormat?
  private let unit: String?
  private let language: Language

  /// - Parameter isLogarithmic: nil for what the block says of its y axis.
  init(
    of values: [Double], includesZero: Bool?, spec: ChartSpec, size: LayoutSize, language: Language,
    isLying: Bool = false, isLogarithmic: Bool? = nil
  ) {
    let (format, unit) = (spec.format, spec.unit?.text)
    (self.language, self.format, self.unit) = (language, format, unit)
    let positive = isLogarithmic ?? spec.log.contains(.y) ? values.filter { $0 > 0 } : []
    let domain =
      !positive.isEmpty
      ? ValueDomain(logarithmicOf: positive, count: size.tickCount)
      : ValueDomain(
        of: values, includesZero: includesZero, count: size.tickCount,
        mayOverhang: size.panel == nil && (unit?.count ?? 0) <= 4)
    let measure = Measure(
      format: format, unit: unit, largest: max(abs(domain.low), abs(domain.high)), language: language)
    let stated = spec.subtitle?.text
    unitLine = isLying ? measure.unitLine(subtitle: stated, size: size, language: language) : nil
    let isStated = unitLine != nil || measure.isStated(in: stated)
    let head = domain.ticks.last == 0 ? 0 : domain.ticks.count - 1
    let scalesEach =
      domain.isLogarithmic && !isStated && measure.scaled(domain.ticks.first ?? 1) < 0.1
    self.scalesEach = scalesEach
    self.domain = domain
    self.measure = measure
    headIndex = head
    labels = domain.ticks.enumerated().map { index, tick in
      let measure =
        scalesEach ? Measure(format: format, unit: unit, largest: tick, language: language) : measure
      let places =
        domain.isLogarithmic ? measure.places(for: [tick], format: nil) : tick == 0 ? 0 : measure.places(for: domain)
      return index == head
        ? measure.headText(
          tick, places: domain.isLogarithmic ? places : measure.places(for: domain), isStated: isStated)
        : measure.text(tick, places: places) + (scalesEach ? measure.scaleWord : "")
    }
  }

  /// A value as a label has it, without its unit: in the axis's scale, or in its own where the axis has none for all.
  func figure(_ value: Double, places: Int) -> String {
    if scalesEach {
      let own = Measure(format: format, unit: unit, largest: abs(value), language: language)
      return own.text(value, places: own.places(for: [value], format: format)) + own.scaleWord
        + (own.isPercent ? own.suffix : "")
    }
    return measure.text(value, places: places) + (measure.isPercent ? measure.suffix : "")
  }

  /// Whether the data rise above the last tick, so that its label needs room beside them.
  var overhangs: Bool { domain.high > domain.ticks.last ?? domain.high }

  func scale(from start: Double, to end: Double) -> AxisScale {
    AxisScale(low: domain.low, high: domain.high, start: start, end: end, isLogarithmic: domain.isLogarithmic)
  }
}

extension Measure {
  /// The one figure that carries the unit for all: `$300bn`, or `$300` where the subtitle says the rest.
  func headText(_ value: Double, places: Int, isStated: Bool) -> String {
    if !isStated { return textWithLabel(value, places: places) }
    let figure = text(value, places: places)
    if isPercent { return figure + suffix }
    return prefix.isEmpty ? figure : figure.hasPrefix("−") ? "−" + prefix + figure.dropFirst() : prefix + figure
  }

  /// The unit as a line of its own, where no subtitle states it and no figure could carry it.
  func unitLine(subtitle: String?, size: LayoutSize, language: Language) -> String? {
    guard let unitLabel, !isPercent, !isStated(in: subtitle) else { return nil }
    let width = TextWidth(language: language)(unitLabel, size: TextBox.size)
    let room = size.picture == .wide ? LayoutSize.wide.width : LayoutSize.narrow.width
    return width > room * 0.2 ? unitLabel : nil
  }

  private func textWithLabel(_ value: Double, places: Int) -> String {
    if isPercent || unitLabel == nil || unitLabel == prefix + suffix {
      return text(value, places: places, withUnit: true)
    }
    if unitLabel == suffix || !prefix.isEmpty { return text(value, places: places, withUnit: true) }
    return text(value, places: places) + " " + (unitLabel ?? "")
  }
}
