// SPDX-License-Identifier: MIT
import Figures

extension MapLayout {
  /// Arrows between places. Where all go out from one place, or all into one, the others' names carry the figures; else
  /// the arrows do.
  func flows(_ arrows: [MapChart.Arrow]) -> ChartLayout {
    var canvas = Canvas(size: size, language: language)
    let ranked = arrows.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }
      .map(\.element)
    let labels = ValueLabels([ranked.map(\.value)], spec: spec, measure: measure, canvas: canvas)
    let ground = Ground(reach, size: size, top: size.panel == nil ? drawKey(on: &canvas) : 0)
    drawLand(ground, on: &canvas)
    let places = places(ground)
    let points = places.map(\.point)
    let largest = values.max() ?? 1
    let most = size.isWide ? 13.0 : 9
    var drawn: [FlowArrow] = []
    var finder = MapLabels(ground.grid, frame: ground.frame, taken: [])
    for arrow in ranked {
      let shape = FlowArrow(
        from: points[arrow.from], to: points[arrow.to], width: max(1, most * arrow.value / largest),
        startGap: places[arrow.from].isInside ? 7 : 0, endGap: places[arrow.to].isInside ? 8 : 0)
      drawn.append(shape)
      let role = chart.places[arrow.from].role.isGrey ? chart.places[arrow.to].role : chart.places[arrow.from].role
      canvas.shape(.arrow(role), [shape.outline.map { ground.frame.clamped($0) }])
    }
    let used = Set(ranked.flatMap { [$0.from, $0.to] })
    for index in chart.places.indices where used.contains(index) && places[index].isInside {
      canvas.symbol(chart.places[index].role, .circle, at: points[index], radius: 4.5)
    }
    let hub = hub(of: ranked)
    var texts: [MapLabels.Label] = []
    func name(_ place: Int, _ figure: String?) -> MapLabels.Label {
      MapLabels.Label(
        lines: canvas.wrap(chart.places[place].name, width: 130) + (figure.map { [$0] } ?? []), anchor: points[place],
        radius: 4.5,
        country: nil, ground: nil)
    }
    if let hub {
      texts.append(name(hub, nil))
      for (index, arrow) in ranked.enumerated() {
        texts.append(name(arrow.from == hub ? arrow.to : arrow.from, labels.labels[0][index]))
      }
    } else {
      texts += ranked.flatMap { [$0.from, $0.to] }.uniqued().map { name($0, nil) }
      for (index, shape) in drawn.enumerated() {
        texts.append(
          MapLabels.Label(
            lines: [labels.labels[0][index]], anchor: shape.point(0.5), radius: 0, country: nil, ground: nil))
      }
    }
    return close(finder.draw(texts, on: &canvas), ground, &canvas)
  }

  /// Where each place's point lies: on its land, or, beyond the map, at its edge, clear of the others there and in their
  /// order around the map.
  private func places(_ ground: Ground) -> [(point: Point, isInside: Bool)] {
    var taken: [Box] = []
    var outside: [(index: Int, own: Double, found: Double)] = []
    var places = chart.places.map { ground.anchor($0.territory, inset: 9) }
    for (index, place) in chart.places.enumerated() where !places[index].isInside {
      let (own, found) = ground.freeBearing(near: place.territory, radius: 22, inset: 1, among: taken)
      let point = ground.frame.edge(bearing: found, inset: 1)
      taken.append(Box(x: point.x - 22, y: point.y - 22, width: 44, height: 44))
      outside.append((index, own, found))
    }
    let ordered = outside.sorted { ($0.own, $0.index) < ($1.own, $1.index) }
    for (place, bearing) in zip(ordered, outside.map(\.found).sorted()) {
      places[place.index].point = ground.frame.edge(bearing: bearing, inset: 1)
    }
    return places
  }

  /// The place that all arrows begin at, or all end at.
  private func hub(of arrows: [MapChart.Arrow]) -> Int? {
    guard arrows.count > 1, let first = arrows.first else { return nil }
    if arrows.allSatisfy({ $0.from == first.from }) { return first.from }
    return arrows.allSatisfy { $0.to == first.to } ? first.to : nil
  }
}
