// SPDX-License-Identifier: MIT

/// Remarks above a picture, each at the head of a hairline, in rows so that none meets another.
struct AnnotationBand {
  struct Placed {
    let x: Double
    let lines: [String]
    let isLeftOfLine: Bool
    /// Lines below it in the band.
    var lift: Int
    let span: ClosedRange<Double>
    let y: Double?
  }

  private(set) var placed: [Placed] = []

  /// The height of all rows.
  var height: Double {
    let rows = placed.map { $0.lift + $0.lines.count }.max() ?? 0
    return rows == 0 ? 0 : Double(rows) * TextBox.lineHeight + 4
  }

  /// From right to left: a text runs to the right of its line, so one further left goes above what it would meet.
  init(_ annotations: [(x: Double, y: Double?, text: String)], canvas: Canvas) {
    let limit = canvas.size.isWide ? 200.0 : 130.0
    for annotation in annotations.sorted(by: { $0.x > $1.x }) {
      let room = canvas.size.width - annotation.x - 5
      let isLeft = room < 90
      let lines = canvas.wrap(annotation.text, width: min(limit, isLeft ? annotation.x - 5 : room))
      let width = canvas.widest(lines)
      let span = isLeft ? (annotation.x - 5 - width)...(annotation.x) : annotation.x...(annotation.x + 5 + width)
      let lift =
        placed.filter { $0.span.overlaps(span.lowerBound - 8...span.upperBound + 8) }
        .map { $0.lift + $0.lines.count }.max() ?? 0
      placed.append(
        Placed(x: annotation.x, lines: lines, isLeftOfLine: isLeft, lift: lift, span: span, y: annotation.y))
    }
  }

  /// - Parameters:
  ///   - bottom: The lower edge of the band.
  ///   - base: Where hairlines end that point at no value.
  func draw(on canvas: inout Canvas, bottom: Double, base: Double, value: AxisScale) {
    for one in placed {
      let last = bottom - 4 - TextBox.descent - Double(one.lift) * TextBox.lineHeight
      let first = last - Double(one.lines.count - 1) * TextBox.lineHeight
      canvas.rule(.annotation, one.x, first - TextBox.ascent + 2, one.x, one.y.map { value($0) } ?? base)
      canvas.lines(
        one.lines, .annotation, x: one.x + (one.isLeftOfLine ? -5 : 5), y: first,
        anchor: one.isLeftOfLine ? .end : .start)
    }
  }
}
