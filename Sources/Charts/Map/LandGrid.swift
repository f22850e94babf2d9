// SPDX-License-Identifier: MIT

/// Which country lies where in a picture, in squares: so that labels look for the sea.
struct LandGrid: Sendable {
  private static let side = 5.0

  private let columns: Int
  private let rows: Int
  private let top: Double
  /// The index of a country, or −1 for the sea.
  private var cells: [Int]

  /// - Parameter countries: The outlines of each, in the picture.
  init(_ countries: [[[Point]]], frame: MapFrame) {
    columns = Int(frame.width / Self.side) + 1
    rows = Int(frame.height / Self.side) + 1
    top = frame.top
    cells = Array(repeating: -1, count: columns * rows)
    for (index, outlines) in countries.enumerated() { fill(outlines, with: index) }
  }

  /// Even-odd, at the middle of each row of squares.
  private mutating func fill(_ outlines: [[Point]], with index: Int) {
    for outline in outlines {
      let (low, high) = (outline.map(\.y).min() ?? 0, outline.map(\.y).max() ?? 0)
      let first = max(0, Int((low - top) / Self.side))
      let last = min(rows - 1, Int((high - top) / Self.side))
      for row in first...max(first, last) where row < rows {
        let y = top + (Double(row) + 0.5) * Self.side
        var crossings: [Double] = []
        var previous = outline[outline.count - 1]
        for point in outline {
          if (previous.y <= y) != (point.y <= y) {
            crossings.append(previous.x + (y - previous.y) / (point.y - previous.y) * (point.x - previous.x))
          }
          previous = point
        }
        crossings.sort()
        for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
          let from = max(0, Int((crossings[pair] / Self.side).rounded()))
          let to = min(columns, Int((crossings[pair + 1] / Self.side).rounded()))
          for column in from..<max(from, to) { cells[row * columns + column] = index }
        }
      }
    }
  }

  /// How many squares of a box each country has, and the sea as −1.
  func squares(in box: Box) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    let (left, right) = (max(0, Int(box.x / Self.side)), min(columns - 1, Int(box.right / Self.side)))
    let (upper, lower) = (max(0, Int((box.y - top) / Self.side)), min(rows - 1, Int((box.bottom - top) / Self.side)))
    guard left <= right, upper <= lower else { return counts }
    for row in upper...lower {
      for column in left...right { counts[cells[row * columns + column], default: 0] += 1 }
    }
    return counts
  }
}
