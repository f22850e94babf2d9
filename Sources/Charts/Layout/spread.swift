// SPDX-License-Identifier: MIT

/// Moves boxes apart along a line, each as near to its wish as order and room allow.
///
/// - Parameters:
///   - boxes: In the order that they keep: where each one's middle would like to be, and its length.
///   - top: Where the first may begin; what does not fit ends beyond `bottom`.
/// - Returns: The middles.
func spread(_ boxes: [(wish: Double, length: Double)], from top: Double, to bottom: Double) -> [Double] {
  var blocks: [Block] = []
  for box in boxes {
    var block = Block(box)
    block.clamp(top, bottom)
    while let last = blocks.last, last.top + last.length > block.top {
      block = last.joined(with: block)
      block.clamp(top, bottom)
      blocks.removeLast()
    }
    blocks.append(block)
  }
  return blocks.flatMap { block in
    var place = block.top
    return block.lengths.map { length in
      defer { place += length }
      return place + length / 2
    }
  }
}

/// Boxes that touch, placed as one where the mean of their wishes is.
private struct Block {
  let lengths: [Double]
  let length: Double
  /// The sum of the tops that each box would have the block begin at.
  let wishes: Double
  var top: Double

  init(_ box: (wish: Double, length: Double)) {
    lengths = [box.length]
    length = box.length
    wishes = box.wish - box.length / 2
    top = wishes
  }

  private init(lengths: [Double], length: Double, wishes: Double) {
    (self.lengths, self.length, self.wishes) = (lengths, length, wishes)
    top = wishes / Double(lengths.count)
  }

  func joined(with next: Block) -> Block {
    Block(
      lengths: lengths + next.lengths, length: length + next.length,
      wishes: wishes + next.wishes - length * Double(next.lengths.count))
  }

  mutating func clamp(_ low: Double, _ high: Double) { top = max(low, min(top, high - length)) }
}
