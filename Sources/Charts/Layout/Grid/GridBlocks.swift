// SPDX-License-Identifier: MIT

/// A grid as lists: for each row its name and total, and below it each column with its figure on its shade. Lists stand
/// under each other, or on a wide picture beside each other.
struct GridBlocks {
  let grid: Grid
  let figures: GridFigures

  init(_ grid: Grid, figures: GridFigures) { (self.grid, self.figures) = (grid, figures) }

  private struct Line {
    let name: String
    let figure: String
    let role: ColorRole?
  }

  private struct Block {
    let title: String
    let total: String
    let lines: [Line]
  }

  private static let pitch = 21.0

  func layout(below top: Double, on original: Canvas) -> ChartLayout {
    var canvas = original
    let count = canvas.size.isWide ? min(3, blocks(in: canvas).count) : 1
    let width = tenth((canvas.size.width - Double(count - 1) * 32) / Double(count))
    var bottoms = [Double](repeating: top + 6, count: count)
    for block in blocks(in: canvas) {
      // The shortest column takes the next block.
      let column = bottoms.indices.min { (bottoms[$0], $0) < (bottoms[$1], $1) } ?? 0
      bottoms[column] = draw(
        block, x: tenth(Double(column) * (width + 32)), width: width, top: bottoms[column], &canvas)
    }
    var layout = ChartLayout(canvas, height: (bottoms.max() ?? top) - 14, values: grid.chart.values)
    layout.isCrowded = true
    return layout
  }

  private func blocks(in canvas: Canvas) -> [Block] {
    let chart = grid.chart
    let own = chart.series.enumerated().map { row, series in
      Block(
        title: series.name, total: grid.isMatrix ? figures.rowTotals[row] : "",
        lines: chart.positions.indices.filter { !grid.isDiagonal(row, $0) }.map { column in
          let value = series.values[column]
          return Line(
            name: chart.positions[column].label,
            figure: value == nil ? noData(in: canvas.language) : figures.cells[row][column],
            role: value.map { figures.role($0, on: grid.scale) })
        })
    }
    guard grid.isMatrix else { return own }
    let totals = zip(chart.positions, figures.columnTotals).map { Line(name: $0.label, figure: $1, role: nil) }
    return own + [Block(title: total(in: canvas.language), total: figures.total, lines: totals)]
  }

  /// - Returns: The lower edge, with the space below it.
  private func draw(_ block: Block, x: Double, width: Double, top: Double, _ canvas: inout Canvas) -> Double {
    let figureWidth = tenth(canvas.widest(figures.cells.joined()) + 16)
    let titleRoom = width - (block.total.isEmpty ? 0 : canvas.width(block.total, isBold: true) + 10)
    let title = canvas.wrap(block.title, width: titleRoom, isBold: true)
    canvas.lines(title, .block, x: x, y: top + TextBox.ascent, isBold: true)
    canvas.text(block.total, .block, x: x + width, y: top + TextBox.ascent, anchor: .end, isBold: true)
    var y = top + Double(title.count) * TextBox.lineHeight + 3
    canvas.rule(.baseline, x, y, x + width, y)
    y += 3
    for line in block.lines {
      let room = max(figureWidth, canvas.width(line.figure) + 8) + 8
      let name = canvas.wrap(line.name, width: width - room)
      let height = max(Self.pitch, Double(name.count) * TextBox.lineHeight + 3)
      canvas.lines(name, .category, x: x, y: y + (Self.pitch - TextBox.lineHeight) / 2 + TextBox.ascent)
      let baseline = y + Self.pitch / 2 + 4.8
      if let role = line.role {
        let box = Box(
          x: tenth(x + width - figureWidth), y: tenth(y + 0.5), width: figureWidth, height: tenth(Self.pitch - 1))
        canvas.cells(role, boxes: [box])
        canvas.text(line.figure, .cell, x: x + width - 8, y: baseline, anchor: .end, role: role)
      } else {
        canvas.text(line.figure, .value, x: x + width - (line.figure.isEmpty ? 0 : 8), y: baseline, anchor: .end)
      }
      y += height
    }
    return y + 14
  }
}
