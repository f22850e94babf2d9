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

  init(
    of values: [Double], includesZero: Bool?, spec: ChartSpec, size: LayoutSize, language: Language,
    isLying: Bool = false
  ) {
    let mayOverhang = (spec.unit?.text.count ?? 0) <= 4
    let domain = ValueDomain(
      of: values, includesZero: includesZero, count: size.tickCount, mayOverhang: mayOverhang)
    let measure = Measure(
      format: spec.format, unit: spec.unit?.text, largest: max(abs(domain.low), abs(domain.high)), language: language)
    let places = measure.places(for: domain)
    unitLine = isLying ? measure.unitLine(subtitle: spec.subtitle?.text, size: size, language: language) : nil
    let isStated = unitLine != nil || measure.isStated(in: spec.subtitle?.text)
    let head = domain.ticks.last == 0 ? 0 : domain.ticks.count - 1
    labels = domain.ticks.enumerated().map { index, tick in
      index == head
        ? measure.headText(tick, places: places, isStated: isStated)
        : measure.text(tick, places: tick == 0 ? 0 : places)
    }
    headIndex = head
    self.domain = domain
    self.measure = measure
  }

  /// Whether the data rise above the last tick, so that its label needs room beside them.
  var overhangs: Bool { domain.high > domain.ticks.last ?? domain.high }

  func scale(from start: Double, to end: Double) -> LinearScale {
    LinearScale(low: domain.low, high: domain.high, start: start, end: end)
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
    return width > size.width * 0.2 ? unitLabel : nil
  }

  private func textWithLabel(_ value: Double, places: Int) -> String {
    if isPercent || unitLabel == nil || unitLabel == prefix + suffix {
      return text(value, places: places, withUnit: true)
    }
    if unitLabel == suffix || !prefix.isEmpty { return text(value, places: places, withUnit: true) }
    return text(value, places: places) + " " + (unitLabel ?? "")
  }
}
