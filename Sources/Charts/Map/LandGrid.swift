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

  /// How many squares of a box are what.
  struct Share {
    var sea = 0
    var own = 0
    /// Land of other countries, apart by whether it is taken.
    var taken = 0
    var free = 0
  }

  /// - Parameter isTaken: By country.
  func share(of box: Box, own: Int?, isTaken: [Bool]) -> Share {
    var share = Share()
    let (left, right) = (max(0, Int(box.x / Self.side)), min(columns - 1, Int(box.right / Self.side)))
    let (upper, lower) = (max(0, Int((box.y - top) / Self.side)), min(rows - 1, Int((box.bottom - top) / Self.side)))
    guard left <= right, upper <= lower else { return share }
    for row in upper...lower {
      for index in row * columns + left...row * columns + right {
        let country = cells[index]
        if country < 0 {
          share.sea += 1
        } else if country == own {
          share.own += 1
        } else if isTaken[country] {
          share.taken += 1
        } else {
          share.free += 1
        }
      }
    }
    return share
  }
}
