// SPDX-License-Identifier: MIT
import Figures

/// Lays out cells in rows and columns, names at the left or above, the key to the shades on top.
///
/// Where columns or figures that have to be shown find no room, each row is a block of its own (`GridBlocks`).
struct GridLayout {
  let grid: Grid
  let spec: ChartSpec
  let figures: GridFigures
  private var canvas: Canvas

  init(_ grid: Grid, spec: ChartSpec, size: LayoutSize, language: Language) {
    self.grid = grid
    self.spec = spec
    canvas = Canvas(size: size, language: language)
    figures = GridFigures(grid, spec: spec, canvas: canvas)
  }

  func layout() -> ChartLayout {
    var canvas = canvas
    let head = canvas.size.panel == nil ? drawKey(on: &canvas) : 0
    guard canvas.size.panel?.isCrowded != true, let frame = GridFrame(self, canvas: canvas) else {
      return GridBlocks(grid, figures: figures).layout(below: head, on: canvas)
    }
    let top = drawHeads(frame, below: head, on: &canvas)
    let rows = frame.rows(below: top)
    drawCells(frame, rows, on: &canvas)
    for (index, row) in rows.enumerated() {
      if canvas.size.hasValueLabels {
        canvas.lines(frame.names[index], .category, x: 0, y: row.nameTop + TextBox.ascent + 0.8)
      }
      if let latest = frame.latest {
        let y = frame.isAbove ? row.nameTop + TextBox.ascent + 0.8 : row.cellTop + row.height / 2 + 4.8
        canvas.text(latest[index], .value, x: canvas.size.width, y: y, anchor: .end)
      }
      guard grid.isMatrix else { continue }
      canvas.text(
        figures.rowTotals[index], .value, x: frame.right, y: row.cellTop + row.height / 2 + 4.8, anchor: .end)
    }
    let bottom = rows.last.map { $0.cellTop + $0.height } ?? top
    let height = grid.isMatrix ? drawTotals(frame, below: bottom, on: &canvas) : bottom + 2
    var layout = ChartLayout(canvas, height: height, values: grid.chart.values)
    layout.plotLeft = frame.left(0)
    return layout
  }

  /// Draws from the upper edge what the shades are.
  /// - Returns: Its height, with the space below it.
  func drawKey(on canvas: inout Canvas) -> Double {
    GridKey(grid.scale, figures: figures, hasMissing: grid.missing > 0).draw(on: &canvas)
  }

  /// - Returns: The upper edge of the first row.
  private func drawHeads(_ frame: GridFrame, below head: Double, on canvas: inout Canvas) -> Double {
    let lines = frame.heads.map { $0.lines.count }.max() ?? 0
    for one in frame.heads {
      let first = head + Double(lines - one.lines.count) * TextBox.lineHeight + TextBox.ascent
      canvas.lines(
        one.lines, frame.isTimed ? .tick : .category, x: one.x, y: first, anchor: one.isEnd ? .end : .middle)
    }
    return head + Double(lines) * TextBox.lineHeight + 5
  }

  private func drawTotals(_ frame: GridFrame, below bottom: Double, on canvas: inout Canvas) -> Double {
    canvas.rule(.baseline, 0, bottom + 4, frame.right, bottom + 4)
    let y = bottom + 10 + TextBox.ascent
    if canvas.size.hasValueLabels { canvas.lines(frame.totalHead, .category, x: 0, y: y) }
    for column in grid.chart.positions.indices {
      canvas.text(figures.columnTotals[column], .value, x: frame.middle(column), y: y, anchor: .middle)
    }
    canvas.text(figures.total, .value, x: frame.right, y: y, anchor: .end)
    return y + TextBox.descent + Double(frame.totalHead.count - 1) * TextBox.lineHeight + 2
  }

  private func drawCells(_ frame: GridFrame, _ rows: [GridFrame.Row], on canvas: inout Canvas) {
    var boxes: [ColorStep: [Box]] = [:]
    var signs: [ColorStep: [[Point]]] = [:]
    var missing: [Box] = []
    for (row, series) in grid.chart.series.enumerated() {
      for (column, value) in series.values.enumerated() {
        let (x, y) = (frame.left(column), rows[row].cellTop)
        let box = Box(x: x, y: y, width: tenth(frame.right(column) - x), height: rows[row].height)
        guard let value else {
          if grid.isDiagonal(row, column) { continue }
          // Neighbours that are missing are one stretch.
          if let last = missing.last, last.y == y, column > 0, series.values[column - 1] == nil, !grid.isMatrix {
            missing[missing.count - 1] = Box(x: last.x, y: y, width: tenth(box.right - last.x), height: box.height)
          } else {
            missing.append(box)
          }
          continue
        }
        guard case .step(let step) = figures.role(value, on: grid.scale) else { continue }
        boxes[step, default: []].append(box)
        if frame.showsFigures {
          canvas.text(
            figures.cells[row][column], .cell, x: frame.middle(column), y: y + box.height / 2 + 4.8, anchor: .middle,
            role: .step(step))
        } else if value < 0 {
          let middle = y + box.height / 2
          let reach = min(4, box.width / 3)
          let center = frame.middle(column)
          signs[step, default: []].append([Point(center - reach, middle), Point(center + reach, middle)])
        }
      }
    }
    for step in grid.scale.steps {
      canvas.cells(.step(step), boxes: boxes[step] ?? [])
      canvas.line(.step(step), kind: .sign, runs: signs[step] ?? [])
    }
    for box in missing { canvas.missing(box) }
  }
}

extension Canvas {
  /// Puts a field without a value: an outline with strokes inside.
  mutating func missing(_ box: Box) {
    bar(.grey(3), x: box.x, y: box.y, width: box.width, height: box.height, isProjected: true)
  }
}

extension ChartLayout {
  /// A picture without an axis of values.
  init(_ canvas: Canvas, height: Double, values: [Double], hasLegend: Bool = false) {
    self.init(
      size: canvas.size, width: canvas.size.width, height: tenth(height),
      valueScale: AxisScale(low: min(0, values.min() ?? 0), high: max(0, values.max() ?? 1), start: 0, end: 1),
      valueTicks: [], marks: canvas.marks, texts: canvas.texts, hasLegend: hasLegend)
  }
}
