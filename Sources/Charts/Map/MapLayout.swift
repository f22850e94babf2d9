// SPDX-License-Identifier: MIT
import Figures

/// Lays out a map: land, then shades, circles or arrows, then names and figures where there is room.
struct MapLayout {
  let chart: MapChart
  let spec: ChartSpec
  let measure: Measure
  let language: Language
  let size: LayoutSize
  /// The values of all panels, where there are several.
  let values: [Double]
  /// The territories of the region that the frame has to show: those of all panels.
  let reach: [Territory]
  /// Whether there is room for names beside figures.
  var hasNames: Bool { size.panel == nil || size.width >= 300 }

  init(_ chart: MapChart, spec: ChartSpec, size: LayoutSize, language: Language) {
    (self.chart, self.spec, self.size, self.language) = (chart, spec, size, language)
    let own =
      if case .flows(let arrows) = chart.kind { arrows.map(\.value) } else { chart.places.compactMap(\.value) }
    values = own + (spec.shared?.values ?? [])
    reach =
      chart.inRegion.map(\.territory)
      + (spec.shared?.positions.compactMap { Territory.all[$0.plain] } ?? [])
      .filter { MapChart.region.contains($0.code) }
    measure = Measure(
      format: spec.format, unit: spec.unit?.text, largest: values.map { abs($0) }.max() ?? 0, language: language)
  }

  func layout() -> ChartLayout {
    switch chart.kind {
    case .shaded(let scale): shaded(scale)
    case .circles: circles()
    case .flows(let arrows): flows(arrows)
    }
  }

  /// The land in the picture, in the order of `Outline.region`.
  struct Ground {
    let frame: MapFrame
    let outlines: [[[Point]]]
    let grid: LandGrid
    private let indexes: [String: Int]

    /// - Parameter territories: What the frame has to show.
    init(_ territories: [Territory], size: LayoutSize, top: Double) {
      let points = territories.map { MapProjection.eastAsia(longitude: $0.longitude, latitude: $0.latitude) }
      let frame = MapFrame(showing: points, size: size, top: top)
      self.frame = frame
      outlines = Outline.region.map { $0.rings.map { frame.clipped($0) }.filter { !$0.isEmpty } }
      grid = LandGrid(outlines, frame: frame)
      indexes = Dictionary(Outline.region.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func index(of code: String) -> Int? { indexes[code] }

    /// Where a place's label or mark belongs: on its land, or at the edge in its direction.
    func anchor(_ territory: Territory, inset: Double) -> (point: Point, isInside: Bool) {
      let point = MapProjection.eastAsia(longitude: territory.longitude, latitude: territory.latitude)
      let isKnown = MapChart.region.contains(territory.code) || territory.code == "ASEAN"
      if isKnown, frame.contains(point, margin: inset) { return (frame(point), true) }
      // What is shaded keeps its place, also where the frame cuts it.
      if isKnown, inset == 0 { return (frame.clamped(frame(point)), true) }
      let bearing = territory.bearing(fromLongitude: 118, latitude: 30)
      return (frame.edge(bearing: bearing, inset: inset), false)
    }

    func drawEdge(on canvas: inout Canvas) {
      let (right, top, bottom) = (frame.width, frame.top, frame.bottom)
      canvas.shape(.edge, [[Point(0, top), Point(right, top), Point(right, bottom), Point(0, bottom)]])
    }

    func drawAround(_ kind: ShapeMark.Kind, on canvas: inout Canvas) {
      for outline in Outline.around {
        canvas.shape(kind, outline.rings.map { frame.clipped($0) }.filter { !$0.isEmpty })
      }
    }
  }

  private func shaded(_ scale: StepScale) -> ChartLayout {
    var canvas = Canvas(size: size, language: language)
    let values = Dictionary(
      chart.places.compactMap { place in place.value.map { (place.territory.code, $0) } },
      uniquingKeysWith: { first, _ in first })
    let figures = figures(of: chart.inRegion)
    let places = measure.places(
      for: chart.inRegion.compactMap(\.value) + (spec.shared?.values ?? []), format: spec.format)
    // As they are written, so that equal figures have one shade.
    func role(_ value: Double) -> ColorRole { scale.role(measure.asShown(value, places: places)) }
    let ground = Ground(reach, size: size, top: size.panel == nil ? drawKey(on: &canvas) : 0)
    ground.drawAround(.blank, on: &canvas)
    for (index, outline) in Outline.region.enumerated() where values[outline.code] == nil {
      canvas.shape(.blank, ground.outlines[index])
    }
    for (index, outline) in Outline.region.enumerated() {
      if let value = values[outline.code] { canvas.shape(.region(role(value)), ground.outlines[index]) }
    }
    ground.drawEdge(on: &canvas)
    var labels: [MapLabels.Label] = []
    for (place, figure) in figures {
      guard let value = place.value else { continue }
      let anchor = ground.anchor(place.territory, inset: 0).point
      let index = ground.index(of: place.territory.code)
      let isSmall = index.map { ground.isSmall($0) } ?? true
      if isSmall { canvas.symbol(role(value), .circle, at: anchor, radius: 4.5) }
      labels.append(
        MapLabels.Label(
          lines: (hasNames ? canvas.wrap(place.name, width: 130) : []) + [figure], anchor: anchor,
          radius: isSmall ? 4.5 : 0,
          country: index,
          ground: role(value)))
    }
    let taken = Set(values.keys.compactMap { ground.index(of: $0) })
    var finder = MapLabels(ground.grid, frame: ground.frame, taken: taken)
    return close(finder.draw(labels, on: &canvas), ground, &canvas)
  }

  /// Draws from the upper edge what explains all panels: the unit that no figure carries, and the shades.
  /// - Returns: Its height, with the space below it.
  func drawKey(on canvas: inout Canvas) -> Double {
    let unit = measure.unitLine(subtitle: spec.subtitle?.text, size: size, language: language)
    let head = canvas.unitLine(unit, below: 0)
    guard case .shaded(let scale) = chart.kind else { return head }
    return MapKey.draw(scale, measure: measure, hasBlank: !chart.hasAllLand, below: head, on: &canvas)
  }

  private func circles() -> ChartLayout {
    var canvas = Canvas(size: size, language: language)
    let shown = chart.places.filter { $0.value ?? 0 > 0 }
    let figures = figures(of: shown)
    let ground = Ground(reach, size: size, top: size.panel == nil ? drawKey(on: &canvas) : 0)
    drawLand(ground, on: &canvas)
    let largest = values.max() ?? 1
    let most = size.isWide ? 36.0 : size.width >= 300 ? 25 : 18
    var labels: [MapLabels.Label] = []
    var finder = MapLabels(ground.grid, frame: ground.frame, taken: [])
    var taken: [Box] = []
    for (place, figure) in figures {
      let radius = max(2.5, most * ((place.value ?? 0) / largest).squareRoot())
      var point = ground.anchor(place.territory, inset: 9).point
      if !ground.anchor(place.territory, inset: 9).isInside {
        point = ground.free(near: place.territory, radius: radius + 2, inset: radius + 2, among: taken)
      }
      let box = Box(x: point.x - radius, y: point.y - radius, width: 2 * radius, height: 2 * radius)
      taken.append(box)
      canvas.symbol(place.role, .circle, at: point, radius: radius)
      labels.append(
        MapLabels.Label(
          lines: (hasNames ? canvas.wrap(place.name, width: 130) : []) + [figure], anchor: point, radius: radius,
          country: ground.index(of: place.territory.code),
          ground: place.role))
    }
    return close(finder.draw(labels, on: &canvas), ground, &canvas)
  }

  func drawLand(_ ground: Ground, on canvas: inout Canvas) {
    ground.drawAround(.land, on: &canvas)
    for outlines in ground.outlines { canvas.shape(.land, outlines) }
    ground.drawEdge(on: &canvas)
  }

  /// Places with their figures, largest first, the unit with the first.
  private func figures(of places: [MapChart.Place]) -> [(MapChart.Place, String)] {
    let ranked = places.enumerated().filter { $0.element.value != nil }
      .sorted { ($1.element.value ?? 0, $0.offset) < ($0.element.value ?? 0, $1.offset) }.map(\.element)
    let labels = ValueLabels(
      [ranked.map(\.value)], spec: spec, measure: measure, canvas: Canvas(size: size, language: language))
    return Array(zip(ranked, labels.labels[0]))
  }

  /// Lists below the map what found no room on it.
  func close(_ dropped: [MapLabels.Label], _ ground: Ground, _ canvas: inout Canvas) -> ChartLayout {
    let bottom = ground.frame.bottom
    guard !dropped.isEmpty, size.panel == nil else { return ChartLayout(canvas, height: bottom + 2) }
    let height = MapList.draw(dropped, below: bottom + 8, on: &canvas) + 2
    return ChartLayout(canvas, height: height)
  }
}

extension MapLayout.Ground {
  /// Whether a country's land is too small to show a colour.
  func isSmall(_ index: Int) -> Bool {
    let points = outlines[index].first ?? []
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let upper = ys.min(), let lower = ys.max() else { return true }
    return (right - left) * (lower - upper) < 40
  }

  /// A place at the edge in a territory's direction, moved along it until nothing else stands there.
  func free(near territory: Territory, radius: Double, inset: Double, among taken: [Box]) -> Point {
    frame.edge(
      bearing: freeBearing(near: territory, radius: radius, inset: inset, among: taken).found, inset: inset)
  }

  /// A territory's compass bearing, and that of the free place at the edge that is nearest to it.
  func freeBearing(
    near territory: Territory, radius: Double, inset: Double, among taken: [Box]
  ) -> (own: Double, found: Double) {
    let bearing = territory.bearing(fromLongitude: 118, latitude: 30)
    for turn in [0.0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.45, -0.45, 0.6, -0.6, 0.8, -0.8] {
      let point = frame.edge(bearing: bearing + turn, inset: inset)
      let box = Box(x: point.x - radius, y: point.y - radius, width: 2 * radius, height: 2 * radius)
      if !taken.contains(where: { $0.intersects(box) }) { return (bearing, bearing + turn) }
    }
    return (bearing, bearing)
  }
}
