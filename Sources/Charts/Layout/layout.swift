// SPDX-License-Identifier: MIT
import Figures

/// Decides everything about a picture. To add a type of chart, add its case here and its layout in a file of its own.
func layout(_ chart: BoundChart, spec: ChartSpec, size: LayoutSize, language: Language) -> ChartLayout {
  switch spec.type {
  case .line, .area, .fan: LineLayout(chart, spec: spec, size: size, language: language).layout()
  case .dot where chart.kind != .category: LineLayout(chart, spec: spec, size: size, language: language).layout()
  case .dot: DotLayout(chart, spec: spec, size: size, language: language).layout()
  case .slope: SlopeLayout(chart, spec: spec, size: size, language: language).layout()
  case .dumbbell: DumbbellLayout(chart, spec: spec, size: size, language: language).layout()
  default: layoutBars(chart, spec: spec, size: size, language: language)
  }
}

/// Bars over time stand; others lie, and so do all that the author lets stand but whose names have no room to.
private func layoutBars(_ chart: BoundChart, spec: ChartSpec, size: LayoutSize, language: Language) -> ChartLayout {
  let isOverTime = chart.kind != .category
  let stands =
    switch spec.direction {
    case .horizontal: false
    case .vertical: isOverTime || size.isWide && hasRoomBelow(chart, size: size, language: language)
    case nil: isOverTime
    }
  return stands
    ? StandingBarLayout(chart.fillingGaps(in: language), spec: spec, size: size, language: language).layout()
    : LyingBarLayout(chart, spec: spec, size: size, language: language).layout()
}

/// Whether each name fits below its bar in three lines.
private func hasRoomBelow(_ chart: BoundChart, size: LayoutSize, language: Language) -> Bool {
  let canvas = Canvas(size: size, language: language)
  let step = (size.width - 60) / Double(chart.positions.count) - 8
  return chart.positions.allSatisfy { position in
    let words = position.label.split(separator: " ")
    return canvas.wrap(position.label, width: step).count <= 3
      && (language == .japanese || language == .chinese || words.allSatisfy { canvas.width(String($0)) <= step })
  }
}
