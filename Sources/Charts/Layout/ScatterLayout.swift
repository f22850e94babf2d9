// SPDX-License-Identifier: MIT
import Figures

/// Lays out points of a plane: values upwards and to the right, the axes' names at the head and the foot, names beside
/// the points where they have room.
struct ScatterLayout {
  private let points: BoundPoints
  private let spec: ChartSpec
  private let yAxis: ValueAxis
  private let xAxis: ValueAxis
  private let sizeFormat: FigureFormat?
  /// The largest size: of all panels, where there are several.
  private let most: Double?
  private let canvas: Canvas

  init(
    _ points: BoundPoints, spec: ChartSpec, xFormat: FigureFormat?, sizeFormat: FigureFormat?, size: LayoutSize,
    language: Language
  ) {
    (self.points, self.spec, self.sizeFormat) = (points, spec, sizeFormat)
    canvas = Canvas(size: size, language: language)
    most = (points.items.compactMap(\.size) + (spec.shared?.sizes ?? [])).max()
    var (x, y) = (spec, spec)
    (x.format, x.unit) = (xFormat, nil)
    x.subtitle = PlacedText(points.xTitle, at: spec.place)
    y.subtitle = PlacedText(points.yTitle + " " + (spec.subtitle?.text ?? ""), at: spec.place)
    let xs = points.items.map(\.x) + (spec.shared?.numbers ?? [])
    let ys = points.items.map(\.y) + spec.referenceValues + (spec.shared?.values ?? [])
    xAxis = ValueAxis(
      of: xs, includesZero: isNearZero(xs), spec: x, size: size, language: language, isLying: true,
      isLogarithmic: spec.log.contains(.x))
    yAxis = ValueAxis(
      of: ys, includesZero: spec.includesZero ?? isNearZero(ys), spec: y, size: size, language: language,
      isLogarithmic: spec.log.contains(.y))
  }

  /// The radius of the largest bubble; of every point where there are no areas.
  private var largest: Double {
    guard points.hasSizes else { return canvas.size.panel == nil ? canvas.size.isWide ? 5 : 4.5 : 3.5 }
    return canvas.size.panel != nil ? 11 : canvas.size.isWide ? 26 : 17
  }

  private func radius(_ item: BoundPoints.Item) -> Double {
    guard let size = item.size, let most, most > 0 else { return points.hasSizes ? 2 : largest }
    return max(2, tenth(largest * (size / most).squareRoot()))
  }

  /// The series, the areas and the name of the y axis.
  func drawKey(on canvas: inout Canvas) -> Double {
    var top = points.series.count > 1 ? Legend.draw(points.series, sample: .symbol, on: &canvas) : 0
    if let title = points.sizeTitle, let most, most > 0 {
      top = SizeKey(title: title, most: most, radius: largest, format: sizeFormat).draw(on: &canvas, below: top)
    }
    let lines = canvas.wrap(points.yTitle, width: canvas.size.width)
    canvas.lines(lines, .unit, x: 0, y: top + TextBox.ascent)
    return top + Double(lines.count) * TextBox.lineHeight + 2
  }

  func layout() -> ChartLayout {
    var canvas = canvas
    let isPanel = canvas.size.panel != nil
    let key = isPanel ? 0 : drawKey(on: &canvas)
    let edge = points.hasSizes ? largest : 6
    let plain = yAxis.labels.enumerated().filter { $0.offset != yAxis.headIndex }.map(\.element)
    let inset = canvas.size.hasValueLabels ? canvas.widest(plain) + 8 : 0
    let right = canvas.size.width - 1
    let left = tenth(min(inset, right - 60))
    let lying = LyingAxis(xAxis, from: left + edge, to: right - edge, canvas: canvas)
    let band = AnnotationBand(
      spec.annotations.compactMap { annotation in
        place(annotation.x.text).map {
          AnnotationBand.Remark(x: lying.scale($0), y: annotation.y?.number, text: annotation.text.text)
        }
      }
        + spans.map { AnnotationBand.Remark(x: lying.scale($0.from), end: lying.scale($0.to), text: $0.text) },
      canvas: canvas)
    let headLines = canvas.size.hasValueLabels ? canvas.wrap(yAxis.labels[yAxis.headIndex], width: right) : [""]
    let top = tenth(key + band.height + max(4, Double(headLines.count) * TextBox.lineHeight + 1 - edge))
    let footLines = isPanel ? [] : canvas.wrap(points.xTitle, width: right)
    let foot =
      (canvas.size.hasPositionLabels ? LyingAxis.height : 4) + Double(footLines.count) * TextBox.lineHeight
    let plot =
      isPanel ? canvas.size.height - top : max(canvas.size.isWide ? 330 : 240, canvas.size.height - top - foot)
    let base = tenth(top + plot)
    let value = yAxis.scale(from: base - edge, to: top + edge)

    for span in spans {
      canvas.band(
        x: lying.scale(span.from), y: top, width: lying.scale(span.to) - lying.scale(span.from), height: base - top)
    }
    for (index, tick) in yAxis.domain.ticks.enumerated() {
      let y = value(tick)
      canvas.rule(tick == 0 ? .baseline : .grid, 0, y, right, y)
      guard canvas.size.hasValueLabels else { continue }
      let lines = index == yAxis.headIndex ? headLines : [yAxis.labels[index]]
      canvas.lines(lines, .tick, x: 0, y: y - 4.4 - Double(lines.count - 1) * TextBox.lineHeight)
    }
    lying.draw(on: &canvas, top: top, bottom: base, hasLabels: canvas.size.hasPositionLabels)
    band.draw(on: &canvas, bottom: key + band.height, base: base, value: value)
    canvas.lines(
      footLines, .unit, x: right, y: base + LyingAxis.height + TextBox.ascent, anchor: .end)
    let places = points.items.map { Point(lying.scale($0.x), value($0.y)) }
    drawPoints(at: places, on: &canvas)
    ReferenceMarks(spec, place: lying.scale, number: place)
      .draw(on: &canvas, value: value, left: left, right: right, base: base)
    PointLabels(
      points, places: places, radii: points.items.map(radius),
      frame: Box(x: left, y: top, width: right - left, height: plot),
      isPanel: isPanel
    ).draw(on: &canvas)
    var layout = ChartLayout(
      size: canvas.size, width: canvas.size.width, height: tenth(base + foot), valueScale: value,
      valueTicks: yAxis.domain.ticks, marks: canvas.marks, texts: canvas.texts, hasLegend: points.series.count > 1)
    layout.plotLeft = left
    return layout
  }

  /// A written number on the x axis; nil where it is outside.
  private func place(_ text: String) -> Double? {
    Double(text).flatMap { xAxis.domain.low...xAxis.domain.high ~= $0 ? $0 : nil }
  }

  private var spans: [(from: Double, to: Double, text: String)] {
    spec.references.compactMap { reference in
      guard case .span(let from, let to) = reference.extent, let start = place(from.text), let end = place(to.text),
        start <= end
      else { return nil }
      return (start, end, reference.text.text)
    }
  }

  /// Greys first and small ones last, so that nothing hides what matters; many points of one look as one mark.
  private func drawPoints(at places: [Point], on canvas: inout Canvas) {
    let items = points.items
    if !points.hasSizes, items.count > 300 { return drawMany(at: places, on: &canvas) }
    let order = items.indices.sorted { a, b in
      (items[a].role.isGrey ? 0 : 1, -(items[a].size ?? 0), a) < (
        items[b].role.isGrey ? 0 : 1, -(items[b].size ?? 0), b
      )
    }
    for index in order {
      let item = items[index]
      let shape = SymbolMark.shape(ofRank: item.series)
      if points.hasSizes {
        canvas.bubble(item.role, shape, at: places[index], radius: radius(item), isProjected: item.isProjected)
      } else {
        canvas.symbol(item.role, shape, at: places[index], radius: largest, isProjected: item.isProjected)
      }
    }
  }

  /// Points that fall on one place of the grid are drawn once.
  private func drawMany(at places: [Point], on canvas: inout Canvas) {
    struct Look: Hashable { let role: ColorRole, series: Int }
    var order: [Look] = []
    var centers: [Look: [Point]] = [:]
    var taken: [Look: Set<Point>] = [:]
    for (item, place) in zip(points.items, places) {
      let look = Look(role: item.role, series: item.series)
      let center = Point(place.x.rounded(), place.y.rounded())
      if centers[look] == nil { order.append(look) }
      if taken[look, default: []].insert(center).inserted { centers[look, default: []].append(center) }
    }
    for isGrey in [true, false] {
      for look in order where look.role.isGrey == isGrey {
        canvas.points(
          look.role, SymbolMark.shape(ofRank: look.series), at: centers[look] ?? [],
          radius: points.items.count > 2000 ? 1.5 : 2.5)
      }
    }
  }
}

/// Whether an axis that need not show zero comes so near to it that it does.
private func isNearZero(_ values: [Double]) -> Bool {
  guard let low = values.min(), let high = values.max() else { return true }
  return low >= 0 ? low <= (high - low) * 0.15 : high <= 0 && -high <= (high - low) * 0.15
}
