// SPDX-License-Identifier: MIT

/// Remarks above a picture, each at the head of a hairline or of a stretch, in rows so that none meets another.
struct AnnotationBand {
  /// What a remark is about: a place on the x axis, from its value down to the base where none is named, or a stretch.
  struct Remark {
    let x: Double
    var end: Double?
    var y: Double?
    let text: String
  }

  struct Placed {
    let x: Double
    let lines: [String]
    let isLeftOfLine: Bool
    /// Lines below it in the band.
    var lift: Int
    let span: ClosedRange<Double>
    let remark: Remark
  }

  private(set) var placed: [Placed] = []

  /// The height of all rows.
  var height: Double {
    let rows = placed.map { $0.lift + $0.lines.count }.max() ?? 0
    return rows == 0 ? 0 : Double(rows) * TextBox.lineHeight + 4
  }

  /// From right to left: a text runs to the right of its line, so one further left goes above what it would meet.
  init(_ remarks: [Remark], canvas: Canvas) {
    let limit = canvas.size.isWide ? 200.0 : 130.0
    for annotation in remarks.sorted(by: { $0.x > $1.x }) {
      let room = canvas.size.width - annotation.x - 5
      let isLeft = room < 90
      // A text that stands at the left of a stretch ends where the stretch does.
      let x = isLeft ? annotation.end ?? annotation.x : annotation.x
      let lines = canvas.wrap(annotation.text, width: min(limit, isLeft ? x - 5 : room))
      let width = canvas.widest(lines)
      let span = isLeft ? (x - 5 - width)...x : x...(x + 5 + width)
      let lift =
        placed.filter { $0.span.overlaps(span.lowerBound - 8...span.upperBound + 8) }
        .map { $0.lift + $0.lines.count }.max() ?? 0
      placed.append(
        Placed(x: x, lines: lines, isLeftOfLine: isLeft, lift: lift, span: span, remark: annotation))
    }
  }

  /// Draws the grounds of stretches, which rise to their texts.
  func drawGrounds(on canvas: inout Canvas, bottom: Double, base: Double) {
    for one in placed {
      guard let end = one.remark.end else { continue }
      let top = first(of: one, bottom) - TextBox.ascent - 4
      canvas.band(x: one.remark.x, y: top, width: end - one.remark.x, height: base - top)
    }
  }

  /// - Parameters:
  ///   - bottom: The lower edge of the band.
  ///   - base: Where hairlines end that point at no value.
  func draw(on canvas: inout Canvas, bottom: Double, base: Double, value: AxisScale) {
    for one in placed {
      let first = first(of: one, bottom)
      if one.remark.end == nil {
        canvas.rule(
          .annotation, one.x, first - TextBox.ascent + 2, one.x, one.remark.y.map { value($0) } ?? base)
      }
      canvas.lines(
        one.lines, .annotation, x: one.x + (one.isLeftOfLine ? -5 : 5), y: first,
        anchor: one.isLeftOfLine ? .end : .start)
    }
  }

  /// The baseline of a text's first line.
  private func first(of one: Placed, _ bottom: Double) -> Double {
    bottom - 4 - TextBox.descent - Double(one.lift + one.lines.count - 1) * TextBox.lineHeight
  }
}
