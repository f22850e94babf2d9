// SPDX-License-Identifier: MIT
import Figures

/// Lays out tiles: groups beside each other under their names, tiles with name and figure where they fit. A narrow
/// picture stands upright, so that tiles stay wide enough for words.
struct TreemapLayout {
  let treemap: Treemap
  private let measure: Measure
  private let places: Int
  private let unitLine: String?
  private let first: String
  private let largest: Double
  /// How long the sides of the picture are, of those of the panel with the largest sum: a value has one area in all.
  private let part: Double
  private var canvas: Canvas

  init(_ treemap: Treemap, spec: ChartSpec, size: LayoutSize, language: Language) {
    self.treemap = treemap
    canvas = Canvas(size: size, language: language)
    let values = treemap.ranked.map(\.value)
    largest = values.first ?? 0
    part = (treemap.total / (spec.shared?.sizes.max() ?? treemap.total)).squareRoot()
    let all = values + (spec.shared?.values ?? [])
    measure = Measure(format: spec.format, unit: spec.unit?.text, largest: all.max() ?? 0, language: language)
    places = measure.places(for: all, format: spec.format)
    let unit = measure.unitLine(subtitle: spec.subtitle?.text, size: size, language: language)
    let isStated = unit != nil || measure.isStated(in: spec.subtitle?.text)
    unitLine = unit
    first = measure.headText(largest, places: places, isStated: isStated)
  }

  func layout() -> ChartLayout {
    var canvas = canvas
    let isPanel = canvas.size.panel != nil
    let width = canvas.size.width * part
    let areaHeight =
      isPanel
      ? min(canvas.size.width * 0.9, 240) * part
      : canvas.size.isCard ? canvas.size.height - 24 : canvas.size.isWide ? 400 : 460
    var head = canvas.unitLine(unitLine, below: 0)
    var box = Box(x: 0, y: head, width: width, height: areaHeight)
    let isGrouped = treemap.groups.contains { $0.name != nil }
    var boxes = squarify(treemap.groups.map(\.sum), in: box)
    let hasHeads =
      isGrouped && !isPanel
      && zip(treemap.groups, boxes).allSatisfy { group, box in
        box.height > 46 && canvas.width(group.name ?? "", isBold: true) + 6 <= box.width - 4
      }
    if isGrouped, !hasHeads, !isPanel {
      let names = treemap.groups.map { Series(key: $0.key, name: $0.name ?? "", role: $0.role, values: []) }
      head = Legend.draw(names, sample: .bar, below: head, on: &canvas)
      box = Box(x: 0, y: head, width: width, height: areaHeight)
      boxes = squarify(treemap.groups.map(\.sum), in: box)
    }
    for (group, box) in zip(treemap.groups, boxes) {
      let headHeight = hasHeads ? TextBox.lineHeight + 4 : 0
      let gap = isGrouped ? 4.0 : 0
      let inner = Box(
        x: box.x, y: box.y + headHeight, width: max(0, box.width - (box.right < width - 0.5 ? gap : 0)),
        height: max(0, box.height - headHeight - (box.bottom < head + areaHeight - 0.5 ? gap : 0)))
      if hasHeads { drawHead(group, box, on: &canvas) }
      drawTiles(group, inner, on: &canvas)
    }
    return ChartLayout(
      canvas, height: box.bottom + 1, values: treemap.ranked.map(\.value), hasLegend: isGrouped && !hasHeads)
  }

  /// Whether some tiles are too small for their names.
  var hasUnnamedTiles: Bool {
    let layout = layout()
    return layout.marks.contains { mark in
      guard case .cells(let cells) = mark else { return false }
      return cells.boxes.contains { box in !layout.texts.contains { $0.box.intersects(box) } }
    }
  }

  /// Draws from the upper edge what explains all panels: the unit that no figure carries, and the groups.
  /// - Parameter groups: Those of all panels.
  /// - Returns: Its height, with the space below it.
  func drawKey(_ groups: [Series], on canvas: inout Canvas) -> Double {
    let head = canvas.unitLine(unitLine, below: 0)
    let isGrouped = treemap.groups.contains { $0.name != nil }
    return isGrouped ? Legend.draw(groups, sample: .bar, below: head, on: &canvas) : head
  }

  private func drawHead(_ group: Treemap.Group, _ box: Box, on canvas: inout Canvas) {
    let name = group.name ?? ""
    let share = Measure.shareText(group.sum / treemap.total, canvas.language)
    let both = name + " " + share
    let text = canvas.width(both, isBold: true) + 6 <= box.width - 4 ? both : name
    canvas.text(text, .series, x: box.x, y: box.y + TextBox.ascent + 1, role: group.role, isBold: true)
  }

  private func drawTiles(_ group: Treemap.Group, _ box: Box, on canvas: inout Canvas) {
    let most = canvas.size.panel == nil ? canvas.size.isWide ? 300.0 : 120 : 60 * part * part
    let count = named(group, atMost: group.shown(least: treemap.total / most), box)
    let tiles = group.tiles[..<count]
    let rest = group.tiles[count...].reduce(0) { $0 + $1.value }
    let parts = group.parts(count, in: box)
    var boxes: [ColorRole: [Box]] = [:]
    for (index, part) in parts.enumerated() {
      let tile = index < count ? tiles[index] : nil
      let gap = 1.5
      let shown = Box(
        x: tenth(part.x), y: tenth(part.y),
        width: tenth(max(0.3, part.width - (part.right < box.right - 0.1 ? gap : 0))),
        height: tenth(max(0.3, part.height - (part.bottom < box.bottom - 0.1 ? gap : 0))))
      if let tile {
        boxes[tile.role, default: []].append(shown)
        label(tile.name, tile.value, shown, tile.role, on: &canvas)
      } else {
        // No part but many: a paler ground, with ordinary ink on it.
        canvas.area(group.role, .tint, outlines: [shown.corners])
        label(Phrases(canvas.language).smaller(group.tiles.count - count), rest, shown, nil, on: &canvas)
      }
    }
    var drawn: Set<ColorRole> = []
    for role in tiles.map(\.role) where drawn.insert(role).inserted { canvas.cells(role, boxes: boxes[role] ?? []) }
  }

  /// How many tiles there are of which at least every second has a name: the others are more telling as one, as long as
  /// together they are not more than the largest.
  private func named(_ group: Treemap.Group, atMost most: Int, _ box: Box) -> Int {
    if canvas.size.panel != nil || most < 5 { return most }
    return stride(from: most, to: 4, by: -1).first { count in
      if group.tiles.count - count == 1 { return false }
      let parts = group.parts(count, in: box)
      let names = zip(group.tiles[..<count], parts).count { tile, part in
        part.width > 32 && part.height > 25
          && wrapped(tile.name, part.width - 12.5, height: part.height - 8.5, canvas) != nil
      }
      let rest = group.tiles[(count - 1)...].reduce(0) { $0 + $1.value }
      return names * 2 >= count || rest > group.tiles[0].value
    } ?? min(most, 4)
  }

  /// Name and figure, or the name alone, or nothing: what fits whole.
  private func label(_ name: String, _ value: Double, _ box: Box, _ role: ColorRole?, on canvas: inout Canvas) {
    let room = box.width - 11
    guard room > 20, let (lines, isBold) = wrapped(name, room, height: box.height - 7, canvas) else { return }
    let y = box.y + 4 + TextBox.ascent
    canvas.lines(
      lines, role == nil ? .value : isBold ? .tile : .cell, x: box.x + 6, y: y, role: role,
      isBold: isBold && role != nil)
    let figure =
      value == largest
      ? first : measure.text(value, places: places) + (measure.isPercent ? measure.suffix : "")
    let bottom = Double(lines.count + 1) * TextBox.lineHeight + 7
    if bottom <= box.height, canvas.width(figure) <= room {
      canvas.text(
        figure, role == nil ? .value : .cell, x: box.x + 6, y: y + Double(lines.count) * TextBox.lineHeight, role: role)
    }
  }

  /// The lines of a name, bold where they fit so.
  private func wrapped(
    _ name: String, _ room: Double, height: Double, _ canvas: Canvas
  ) -> (lines: [String], isBold: Bool)? {
    for isBold in [true, false] {
      let lines = canvas.wrap(name, width: room, isBold: isBold)
      if lines.count <= 5, Double(lines.count) * TextBox.lineHeight <= height,
        canvas.widest(lines, isBold: isBold) <= room, canvas.breaksNoWord(name, into: lines),
        LineBreaking.breaksAtPhrases(lines, canvas.language)
      {
        return (lines, isBold)
      }
    }
    return nil
  }
}

extension Treemap.Group {
  /// The boxes of its largest tiles, and one more for all others.
  fileprivate func parts(_ count: Int, in box: Box) -> [Box] {
    let rest = tiles[count...].reduce(0) { $0 + $1.value }
    return squarify(tiles[..<count].map(\.value) + (rest > 0 ? [rest] : []), in: box)
  }
}

extension Measure {
  /// A part of a whole in whole percentages: `29%`, `<1%`.
  static func shareText(_ share: Double, _ language: Language) -> String {
    (try? FigureFormat(.percent, digits: 0).text(.real(share), in: language)) ?? ""
  }
}
