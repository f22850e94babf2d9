// SPDX-License-Identifier: MIT

/// The places whose names found no room on a map, below it in columns: a swatch of the shade, name and figure.
struct MapList {
  /// More are left to the table.
  private static let most = 16
  private static let indent = 18.0

  /// Draws from an edge down.
  /// - Returns: The lower edge.
  static func draw(_ labels: [MapLabels.Label], below top: Double, on canvas: inout Canvas) -> Double {
    let entries = labels.prefix(most).map { label in
      (canvas.wrap(label.lines.joined(separator: " "), width: canvas.size.width - indent), label.ground)
    }
    let width = indent + (entries.map { canvas.widest($0.0) }.max() ?? 0) + 12
    let columns = max(1, Int((canvas.size.width + 12) / width))
    let rows = (entries.count + columns - 1) / columns
    let heights = (0..<rows).map { row in
      stride(from: row, to: entries.count, by: rows).map { Double(entries[$0].0.count) }.max() ?? 1
    }
    for (index, (lines, role)) in entries.enumerated() {
      let x = Double(index / rows) * width
      let y = top + heights.prefix(index % rows).reduce(0, +) * TextBox.lineHeight
      if let role { canvas.bar(role, x: x, y: y + 2.5, width: 11, height: 11) }
      canvas.lines(lines, .legend, x: x + (role == nil ? 0 : indent), y: y + TextBox.ascent)
    }
    let bottom = top + heights.reduce(0, +) * TextBox.lineHeight
    guard labels.count > most else { return bottom }
    let rest = canvas.wrap(Phrases(canvas.language).moreEntries(labels.count - most), width: canvas.size.width)
    canvas.lines(rest, .date, x: 0, y: bottom + TextBox.ascent)
    return bottom + Double(rest.count) * TextBox.lineHeight
  }
}
