// SPDX-License-Identifier: MIT

/// The rows of bars or dots that lie: a category's name, in a column or above, and room for its marks.
struct Rows {
  struct Row {
    let lines: [String]
    /// The upper edge of the row, of its name and of its marks.
    let nameTop: Double
    let marksTop: Double
  }

  let rows: [Row]
  /// Whether names stand above their marks and not beside them.
  let isAbove: Bool
  private let thickness: Double
  private let hasNames: Bool
  /// Where marks may begin.
  let left: Double
  let bottom: Double

  /// - Parameters:
  ///   - thickness: The height of one row's marks.
  ///   - prefersBeside: Whether names that wrap to two lines stand beside their marks in a narrow picture too.
  init(_ chart: BoundChart, thickness: Double, top: Double, canvas: Canvas, prefersBeside: Bool = false) {
    let width = canvas.size.width
    let labels = chart.positions.map(\.label)
    let limit = canvas.size.isWide ? 250.0 : canvas.size.picture == .wide ? 130.0 : 96.0
    let natural = canvas.widest(labels)
    let fitsBeside =
      prefersBeside
      && labels.allSatisfy { label in
        let lines = canvas.wrap(label, width: limit)
        return lines.count <= 2 && canvas.breaksNoWord(label, into: lines)
      }
    let isAbove = canvas.size.picture == .narrow && natural > limit && !fitsBeside
    let wrapped = labels.map { canvas.wrap($0, width: isAbove ? width - 12 : limit) }
    hasNames = canvas.size.hasValueLabels
    left = isAbove || !hasNames ? 0 : tenth(wrapped.reduce(0) { max($0, canvas.widest($1)) } + 12)
    var rows: [Row] = []
    var y = top
    for lines in wrapped {
      let nameHeight = Double(lines.count) * TextBox.lineHeight
      let height = isAbove ? nameHeight + thickness : max(nameHeight, thickness)
      rows.append(
        Row(
          lines: lines, nameTop: isAbove ? y : y + (height - nameHeight) / 2,
          marksTop: isAbove ? y + nameHeight + 1 : y + (height - thickness) / 2))
      y += height + (thickness > 20 ? 14 : isAbove ? 9 : 8)
    }
    self.rows = rows
    self.isAbove = isAbove
    self.thickness = thickness
    bottom = tenth(y - (thickness > 20 ? 8 : 2))
  }

  /// The line that bars begin at: whole, or in pieces that leave the names above the bars free.
  func drawBase(at x: Double, top: Double, on canvas: inout Canvas) {
    if !isAbove { return canvas.rule(.baseline, x, top, x, bottom - 2) }
    for row in rows { canvas.rule(.baseline, x, row.marksTop - 2, x, row.marksTop + thickness + 2) }
  }

  /// - Parameter indent: How far names above their marks stand from the edge, clear of an axis there.
  func drawNames(on canvas: inout Canvas, indent: Double = 0) {
    let x = isAbove ? indent : 0
    for row in hasNames ? rows : [] { canvas.lines(row.lines, .category, x: x, y: row.nameTop + TextBox.ascent + 0.8) }
  }
}
