// SPDX-License-Identifier: MIT

/// Where the rows and columns of a grid lie: worked out before anything is drawn.
struct GridFrame {
  struct Head {
    let x: Double
    let lines: [String]
    var isEnd = false
  }

  struct Row {
    let nameTop: Double
    let cellTop: Double
    let height: Double
  }

  let names: [[String]]
  /// Whether names stand above their cells and not beside them.
  let isAbove: Bool
  let isTimed: Bool
  let heads: [Head]
  let totalHead: [String]
  let showsFigures: Bool
  /// The last column's figures, where cells are too small for their own and columns are in time.
  let latest: [String]?
  /// The right edge, totals included.
  let right: Double
  private let left: Double
  private let step: Double
  private let gap: Double

  /// - Returns: nil where the columns' names, or figures that have to be shown, find no room.
  init?(_ plan: GridLayout, canvas: Canvas) {
    let (chart, figures) = (plan.grid.chart, plan.figures)
    let (isMatrix, isWide, width) = (plan.grid.isMatrix, canvas.size.isWide, canvas.size.width)
    let isInWide = canvas.size.picture == .wide
    let count = Double(chart.positions.count)
    let isTimed = chart.kind != .category
    self.isTimed = isTimed
    let totalHead = isMatrix ? canvas.wrap(total(in: canvas.language), width: 80) : []
    let totalWidth = isMatrix ? max(figures.widestTotal, canvas.widest(totalHead)) + 12 : 0
    self.totalHead = totalHead
    let rowNames = chart.series.map(\.name)
    let limit = isWide ? 190.0 : isInWide ? 110 : isMatrix ? 64 : 86
    var isAbove = !isInWide && !isMatrix && canvas.widest(rowNames) > limit
    func beside() -> Double {
      if !canvas.size.hasValueLabels { return 0 }
      return tenth(
        rowNames.reduce(canvas.widest(totalHead)) { max($0, canvas.widest(canvas.wrap($1, width: limit))) } + 10)
    }
    func fits(_ left: Double) -> Bool { figures.widest + 5 <= min((width - left - totalWidth) / count, 180) }
    var showsFigures = fits(isAbove ? 0 : beside())
    if !showsFigures, !isAbove, !isInWide, !isMatrix {
      isAbove = true
      showsFigures = fits(0)
    }
    let isLatest = !showsFigures && isTimed && chart.positions.count > 1 && canvas.size.panel == nil
    let latest = isLatest ? figures.cells.map { $0.last.flatMap { $0.isEmpty ? nil : $0 } ?? "–" } : nil
    let latestWidth = isAbove ? 0 : (latest.map { canvas.widest($0) + 10 } ?? 0)
    let left = isAbove ? 0 : beside()
    let step = min((width - left - totalWidth - latestWidth) / count, 180)
    if isMatrix, !showsFigures { return nil }

    self.names = rowNames.enumerated().map { index, name in
      let room = latest.map { canvas.width($0[index]) + 10 } ?? 0
      return canvas.wrap(name, width: isAbove ? width - room : limit)
    }
    (self.isAbove, self.showsFigures, self.latest, self.left, self.step) = (isAbove, showsFigures, latest, left, step)
    gap = step > 8 ? 1.5 : step > 3 ? 0.5 : 0
    right = tenth(left + step * count + totalWidth)

    let lines = chart.positions.map { canvas.wrap($0.label, width: isTimed ? width : step - 4) }
    let isRoomy = zip(chart.positions, lines).allSatisfy { position, lines in
      lines.count <= (isWide ? 3 : 4) && canvas.widest(lines) <= step - 3
        && canvas.breaksNoWord(position.label, into: lines)
    }
    var heads: [Head]
    if isRoomy {
      heads = lines.enumerated().map { Head(x: tenth(left + (Double($0) + 0.5) * step), lines: $1) }
    } else if isTimed {
      let indexes = Dictionary(
        chart.positions.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
      heads = PositionAxis(chart, canvas: canvas, room: step * count) { number in
        indexes[number].map { tenth(left + (Double($0) + 0.5) * step) }
      }.ticks.map { tick in
        let half = canvas.widest(tick.lines) / 2 + 0.1
        return Head(x: max(half, min(tick.x, width - half)), lines: tick.lines)
      }
    } else {
      return nil
    }
    if latest != nil, let last = chart.positions.last {
      // The column of figures belongs to the last period: its name stands over them, and ticks make room for it.
      let lines = canvas.wrap(last.label, width: width / 2)
      let edge = width - canvas.widest(lines) - 8
      heads = heads.filter { $0.x + canvas.widest($0.lines) / 2 <= edge } + [Head(x: width, lines: lines, isEnd: true)]
    }
    if isMatrix { heads.append(Head(x: right, lines: totalHead, isEnd: true)) }
    self.heads = heads
  }

  func left(_ column: Int) -> Double { tenth(left + Double(column) * step) }
  func right(_ column: Int) -> Double { tenth(left + Double(column + 1) * step - gap) }
  func middle(_ column: Int) -> Double { tenth(left + (Double(column) + 0.5) * step - gap / 2) }

  func rows(below top: Double) -> [Row] {
    let base = names.count <= 16 ? 27.0 : names.count <= 30 ? 22 : 18.5
    var y = top
    return names.map { lines in
      let name = Double(lines.count) * TextBox.lineHeight
      let height = isAbove ? 20 : max(base, name + 3)
      defer { y += (isAbove ? name + 2 + height + 7 : height + max(gap, 0.5)) }
      return Row(
        nameTop: tenth(isAbove ? y : y + (height - name) / 2), cellTop: tenth(isAbove ? y + name + 2 : y),
        height: tenth(height))
    }
  }
}

extension Canvas {
  /// Whether a text is wrapped between its words only; Chinese and Japanese part anywhere.
  func breaksNoWord(_ text: String, into lines: [String]) -> Bool {
    if language == .japanese || language == .chinese || lines == [text] { return true }
    let joined = lines.reduce("") { $0.isEmpty || $0.hasSuffix("·") ? $0 + $1 : $0 + " " + $1 }
    return joined == text.split(separator: " ").joined(separator: " ")
  }
}
