// SPDX-License-Identifier: MIT
import Figures

/// Lays out lines, and points over time or numbers: values upwards, labels at the lines' ends.
struct LineLayout {
  let chart: BoundChart
  let spec: ChartSpec
  let axis: ValueAxis
  private let areas: Areas?
  private var canvas: Canvas

  init(_ chart: BoundChart, spec: ChartSpec, size: LayoutSize, language: Language) {
    self.chart = chart
    self.spec = spec
    canvas = Canvas(size: size, language: language)
    let areas = spec.type == .area ? Areas(chart, isStacked: spec.isStacked) : nil
    self.areas = areas
    let values = areas.map { $0.tops.joined().compactMap(\.self) } ?? chart.values
    axis = ValueAxis(
      of: values + spec.reach,
      includesZero: spec.type == .area ? true : spec.type == .dot ? nil : spec.includesZero, spec: spec, size: size,
      language: language)
  }

  /// With labels at the ends where there is room for them, else with a legend.
  func layout() -> ChartLayout {
    var labels: EndLabels? =
      canvas.size.panel == nil && chart.series.count <= (canvas.size.isWide ? 8 : 4) ? endLabels() : nil
    while let candidate = labels {
      let frame = Frame(self, labels: candidate, canvas: canvas)
      if let placed = candidate.targeting(frame.value).placed(top: frame.top - 8, bottom: frame.base + 4) {
        return draw(frame, placed)
      }
      labels = candidate.withoutLastGrey()
    }
    return draw(Frame(self, labels: nil, canvas: canvas), nil)
  }

  private func endLabels() -> EndLabels? {
    let latest = chart.series.compactMap { $0.latest?.value }
    let places = axis.measure.places(for: latest, format: spec.format)
    let showsFigures = spec.type != .dot && chart.series.count <= 4
    let limit = canvas.size.isWide ? 168.0 : 94.0
    return EndLabels(
      labels: chart.series.enumerated().compactMap { index, series in
        guard let latest = series.latest, areas == nil || areas?.target(of: index) != nil else { return nil }
        let figure = axis.figure(latest.value, places: places)
        var lines = chart.hasSeriesNames ? nameLines(series.name, limit) : []
        if let last = lines.last, showsFigures, canvas.width(last + " " + figure, isBold: true) <= limit {
          lines[lines.count - 1] = last + " " + figure
        } else if showsFigures {
          lines.append(figure)
        }
        return EndLabels.Label(
          series: index, role: series.role, lines: lines, target: areas?.target(of: index)?.value ?? latest.value)
      } + FanBands(chart).labels(first: chart.series.count, canvas: canvas, limit: limit))
  }

  /// A name in lines; those of a long word get more room, so that it stays whole.
  private func nameLines(_ name: String, _ limit: Double) -> [String] {
    let lines = canvas.wrap(name, width: limit, isBold: true)
    return canvas.breaksNoWord(name, into: lines) ? lines : canvas.wrap(name, width: limit * 1.35, isBold: true)
  }

  private func draw(_ frame: Frame, _ labels: [(label: EndLabels.Label, middle: Double)]?) -> ChartLayout {
    var canvas = frame.canvas
    frame.band.drawGrounds(on: &canvas, bottom: frame.bandBottom, base: frame.base)
    frame.drawAxes(of: self, on: &canvas)
    frame.band.draw(on: &canvas, bottom: frame.bandBottom, base: frame.base, value: frame.value)
    FanBands(chart).draw({ Point(frame.place($0), frame.value($1)) }, on: &canvas)
    for (rank, series) in chart.series.enumerated().reversed() where series.role.isGrey {
      draw(series, rank, frame, isLabelled: labels != nil, on: &canvas)
    }
    for (rank, series) in chart.series.enumerated().reversed() where !series.role.isGrey {
      draw(series, rank, frame, isLabelled: labels != nil, on: &canvas)
    }
    for (label, middle) in labels ?? [] { draw(label, middle, frame, on: &canvas) }
    ReferenceMarks(spec, chart, place: frame.place)
      .draw(on: &canvas, value: frame.value, left: frame.left, right: frame.right, base: frame.base)
    return ChartLayout(
      size: canvas.size, width: canvas.size.width, height: frame.height, valueScale: frame.value,
      valueTicks: axis.domain.ticks, marks: canvas.marks, texts: canvas.texts, hasLegend: labels == nil,
      plotLeft: frame.left)
  }

  private func draw(_ series: Series, _ rank: Int, _ frame: Frame, isLabelled: Bool, on canvas: inout Canvas) {
    if let areas { return areas.draw(series, rank, chart: chart, curve: spec.curve, frame, on: &canvas) }
    let points = zip(series.values, frame.places).map { value, x in value.map { Point(x, frame.value($0)) } }
    let shape = SymbolMark.shape(ofRank: rank)
    if spec.type == .dot {
      for (index, point) in points.enumerated() {
        guard let point else { continue }
        canvas.symbol(series.role, shape, at: point, radius: 4.5, isProjected: series.isProjected(index))
      }
      return
    }
    let strands = Strands(points, series: series, curve: spec.curve)
    canvas.line(series.role, runs: strands.observed)
    canvas.line(series.role, kind: .projected, runs: strands.projected)
    let end = points.last { $0 != nil } ?? nil
    for point in strands.lone where point != end || !isLabelled {
      canvas.symbol(series.role, shape, at: point, radius: 3.5)
    }
    if chart.positions.count == 1, let end { canvas.rule(.stem, end.x, frame.value.base, end.x, end.y) }
    if isLabelled {
      if let end { canvas.symbol(series.role, shape, at: end, radius: 4) }
    } else if chart.series.count > 1 {
      for point in markers(points, rank) { canvas.symbol(series.role, shape, at: point, radius: 3) }
    }
  }

  /// Some points of a line that has no label, on which its shape is set: not all, and not those of the next line, so that
  /// lines near each other are told apart.
  private func markers(_ points: [Point?], _ rank: Int) -> [Point] {
    let step = max(1, points.count * 56 / Int(canvas.size.width))
    let first = step - 1 - (rank * step / chart.series.count + step - 1) % step
    return stride(from: first, to: points.count, by: step).compactMap { points[$0] }
  }

  private func draw(_ label: EndLabels.Label, _ middle: Double, _ frame: Frame, on canvas: inout Canvas) {
    let isBand = label.series >= chart.series.count
    let latest = isBand ? chart.positions.count - 1 : chart.series[label.series].latest?.index
    guard let end = areas?.target(of: label.series)?.index ?? latest else { return }
    let x = frame.place(chart.positions[end].number)
    let column = frame.right + 14
    if abs(middle - label.target) > 5 || x < frame.right - 1 {
      canvas.rule(.connector, x + 6, label.target, column - 3, middle)
    }
    let top = middle - label.height / 2
    canvas.lines(label.lines, .series, x: column, y: top + TextBox.ascent + 0.8, role: label.role, isBold: true)
  }
}

extension ChartSpec {
  var legendSample: Legend.Sample {
    switch type {
    case .line, .fan: .line
    case .area, .bar: .bar
    default: .symbol
    }
  }
}

extension LineLayout {
  /// Where everything lies: worked out before anything is drawn.
  struct Frame {
    let height: Double
    let left: Double
    let right: Double
    let top: Double
    let base: Double
    let bandBottom: Double
    let place: AxisScale
    /// Of each position.
    let places: [Double]
    let value: AxisScale
    let band: AnnotationBand
    let positionAxis: PositionAxis
    let headLines: [String]
    /// With the legend on it, where there is one.
    let canvas: Canvas

    init(_ plan: LineLayout, labels: EndLabels?, canvas: Canvas) {
      let (chart, axis) = (plan.chart, plan.axis)
      let widest = labels?.labels.map { canvas.widest($0.lines, isBold: true) }.max()
      right = tenth(canvas.size.width - (widest.map { $0 + 15 } ?? (canvas.size.panel == nil ? 8 : 4)))
      let head = axis.labels[axis.headIndex]
      let plain = axis.labels.enumerated().filter { $0.offset != axis.headIndex }.map(\.element)
      let inset = max(
        canvas.widest(plain),
        plan.spec.annotations.isEmpty && plan.spec.references.isEmpty && !axis.overhangs
          ? 0 : min(canvas.width(head), 90))
      left = tenth(canvas.size.hasValueLabels ? min(inset + 12, right - 60) : 0)
      let numbers = chart.positions.map(\.number)
      place = AxisScale(
        low: numbers.min() ?? 0, high: numbers.max() ?? 0, start: left, end: right,
        isLogarithmic: plan.spec.log.contains(.x) && chart.kind == .number)
      places = numbers.map { [place] in place($0) }
      headLines = canvas.size.hasValueLabels ? canvas.wrap(head, width: right) : [""]
      positionAxis = PositionAxis(chart, canvas: canvas, room: right - left, isLogarithmic: place.isLogarithmic) {
        [place] number in
        place.low...place.high ~= number ? place(number) : nil
      }
      band = AnnotationBand(
        plan.spec.annotations.compactMap { [place] annotation in
          chart.number(at: annotation.x.text).map {
            AnnotationBand.Remark(x: place($0), y: annotation.y?.number, text: annotation.text.text)
          }
        }
          + chart.spans(of: plan.spec).map { [place] in
            AnnotationBand.Remark(x: place($0.from), end: place($0.to), text: $0.text)
          }, canvas: canvas)
      var drawing = canvas
      let legend =
        labels == nil && canvas.size.panel == nil
        ? Legend.draw(chart.series, sample: plan.spec.legendSample, on: &drawing) : 0
      self.canvas = drawing
      bandBottom = legend + band.height
      let headroom = Double(max(headLines.count, 1)) * TextBox.lineHeight + 1
      top = tenth(bandBottom + headroom)
      let wanted = labels?.labels.reduce(0) { $0 + $1.height } ?? 0
      let plot = max(canvas.size.isWide ? 190 : 150, min(wanted + 10, 300))
      let footer = canvas.size.hasPositionLabels ? positionAxis.height : 5
      height = tenth(
        canvas.size.panel == nil
          ? max(canvas.size.height, top + plot + footer) : max(canvas.size.height, top + 40) + footer)
      base = tenth(height - footer)
      value = axis.scale(from: base, to: top)
    }

    func drawAxes(of plan: LineLayout, on canvas: inout Canvas) {
      let axis = plan.axis
      for (index, tick) in axis.domain.ticks.enumerated() {
        let y = value(tick)
        canvas.rule(tick == 0 ? .baseline : .grid, 0, y, right, y)
        guard canvas.size.hasValueLabels else { continue }
        let lines = index == axis.headIndex ? headLines : [axis.labels[index]]
        let first = y - 4.4 - Double(lines.count - 1) * TextBox.lineHeight
        canvas.lines(lines, .tick, x: 0, y: first)
      }
      if canvas.size.hasPositionLabels { positionAxis.draw(on: &canvas, base: base, hasTicks: true) }
    }
  }
}

extension EndLabels {
  /// With targets as places in the picture in the place of values.
  func targeting(_ value: AxisScale) -> EndLabels {
    EndLabels(
      labels: labels.map {
        Label(series: $0.series, role: $0.role, lines: $0.lines, target: value($0.target))
      })
  }
}

extension BoundChart {
  /// Whether the series have names that tell a reader something: not where the only one is the column itself.
  var hasSeriesNames: Bool { series.count > 1 || series.first.map { $0.name != yTitle } ?? false }

  /// Where a period, number or category of an annotation lies on the x axis; nil where it is not on it.
  func number(at text: String) -> Double? {
    guard let first = positions.first?.number, let last = positions.last?.number else { return nil }
    switch kind {
    case .time:
      let day = Period(text).map { Double($0.firstDay) }
      return day.flatMap { first...last ~= $0 ? $0 : nil }
    case .number: return Double(text).flatMap { first...last ~= $0 ? $0 : nil }
    case .category: return positions.first { $0.key == text || $0.label == text }?.number
    }
  }
}
