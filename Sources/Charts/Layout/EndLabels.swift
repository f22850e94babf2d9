// SPDX-License-Identifier: MIT

/// Labels that stand beside the ends of lines, in a column of their own, moved apart where they would meet.
struct EndLabels: Hashable, Sendable {
  struct Label: Hashable, Sendable {
    let series: Int
    let role: ColorRole
    let lines: [String]
    /// Where the line ends.
    let target: Double
    var height: Double { Double(lines.count) * TextBox.lineHeight }
  }

  let labels: [Label]

  /// The middles of the labels, as near to their targets as order and room allow; nil where they do not fit.
  func placed(top: Double, bottom: Double) -> [(label: Label, middle: Double)]? {
    let ordered = labels.sorted { ($0.target, $0.series) < ($1.target, $1.series) }
    guard ordered.reduce(0, { $0 + $1.height }) <= bottom - top else { return nil }
    let middles = spread(ordered.map { ($0.target, $0.height) }, from: top, to: bottom)
    return zip(ordered, middles).map { (label: $0, middle: $1) }
  }

  /// Without the last label that is grey; nil where there is none to give up.
  func withoutLastGrey() -> EndLabels? {
    guard let index = labels.lastIndex(where: { $0.role.isGrey }), labels.count > 1 else { return nil }
    return EndLabels(labels: Array(labels[..<index] + labels[(index + 1)...]))
  }
}
