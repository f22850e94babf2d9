// SPDX-License-Identifier: MIT
import Figures

/// The figures at the ends of bars: the unit with the first, the same digits on all.
struct ValueLabels {
  /// By series, then by position; one series of sums for a stack.
  let labels: [[String]]
  /// The unit, where it is too long for a label and has a line of its own.
  let unitLine: String?
  let low: Double
  let high: Double
  private let leftRoom: Double
  private let rightRoom: Double

  init(_ values: [[Double?]], spec: ChartSpec, measure: Measure, canvas: Canvas) {
    let all = values.flatMap { $0.compactMap(\.self) } + (spec.shared?.values ?? [])
    let places = measure.places(for: all, format: spec.format)
    unitLine = measure.unitLine(subtitle: spec.subtitle?.text, size: canvas.size, language: canvas.language)
    let isStated = unitLine != nil || measure.isStated(in: spec.subtitle?.text)
    var isFirst = true
    var rooms = (left: 0.0, right: 0.0)
    var labels: [[String]] = []
    for series in values {
      labels.append(
        series.map { value in
          guard let value else { return spec.shared == nil ? noData(in: canvas.language) : "–" }
          let text =
            isFirst || measure.isPercent
            ? measure.headText(value, places: places, isStated: isStated) : measure.text(value, places: places)
          isFirst = false
          return text
        })
      for (value, label) in zip(series, labels[labels.count - 1]) {
        let room = canvas.width(label) + 6
        if value ?? 0 < 0 { rooms.left = max(rooms.left, room) } else { rooms.right = max(rooms.right, room) }
      }
    }
    for value in spec.shared?.values ?? [] {
      let room = canvas.width(measure.headText(value, places: places, isStated: isStated)) + 6
      if value < 0 { rooms.left = max(rooms.left, room) } else { rooms.right = max(rooms.right, room) }
    }
    self.labels = labels
    low = min(0, all.min() ?? 0)
    let top = max(0, all.max() ?? 0)
    high = low == top ? 1 : top
    (leftRoom, rightRoom) = rooms
  }

  /// The widest figure's room, of all panels where there are several.
  var room: Double { max(leftRoom, rightRoom) - 6 }

  /// A scale on which every bar leaves room for its figure.
  func scale(from left: Double, to right: Double) -> AxisScale {
    let start = tenth(left + leftRoom)
    return AxisScale(low: low, high: high, start: start, end: tenth(max(start + 8, right - rightRoom)))
  }
}

/// What stands in the place of a bar that is not there.
func noData(in language: Language) -> String {
  switch language {
  case .english: "no data"
  case .japanese: "データなし"
  case .korean: "자료 없음"
  case .chinese: "无数据"
  }
}
