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
    var blocks: [Block] = []
    for label in ordered {
      var block = Block(label)
      block.clamp(top, bottom)
      while let last = blocks.last, last.top + last.height > block.top {
        block = last.joined(with: block)
        block.clamp(top, bottom)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    return blocks.flatMap { block in
      var y = block.top
      return block.labels.map { label in
        defer { y += label.height }
        return (label, y + label.height / 2)
      }
    }
  }

  /// Without the last label that is grey; nil where there is none to give up.
  func withoutLastGrey() -> EndLabels? {
    guard let index = labels.lastIndex(where: { $0.role.isGrey }), labels.count > 1 else { return nil }
    return EndLabels(labels: Array(labels[..<index] + labels[(index + 1)...]))
  }
}

/// Labels that touch, placed as one where the mean of their wishes is.
private struct Block {
  let labels: [EndLabels.Label]
  let height: Double
  /// The sum of the tops that each label would have the block begin at.
  let wishes: Double
  var top: Double

  init(_ label: EndLabels.Label) {
    labels = [label]
    height = label.height
    wishes = label.target - label.height / 2
    top = wishes
  }

  private init(labels: [EndLabels.Label], height: Double, wishes: Double) {
    (self.labels, self.height, self.wishes) = (labels, height, wishes)
    top = wishes / Double(labels.count)
  }

  func joined(with next: Block) -> Block {
    Block(
      labels: labels + next.labels, height: height + next.height,
      wishes: wishes + next.wishes - height * Double(next.labels.count))
  }

  mutating func clamp(_ low: Double, _ high: Double) { top = max(low, min(top, high - height)) }
}
