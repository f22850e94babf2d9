// SPDX-License-Identifier: MIT
import Foundation

/// d3-array 3's `ticks.js` and `nice.js` as they are published, line by line, and nothing of ours: what our own ticks are
/// compared with. (ISC licence, © Mike Bostock)
enum PublishedTicks {
  private static let (e10, e5, e2) = (50.0.squareRoot(), 10.0.squareRoot(), 2.0.squareRoot())

  /// JavaScript's `Math.round`: halves go up.
  private static func round(_ value: Double) -> Double {
    let low = value.rounded(.down)
    return value - low >= 0.5 ? low + 1 : low
  }

  private static func tickSpec(_ start: Double, _ stop: Double, _ count: Double) -> (Double, Double, Double) {
    let step = (stop - start) / max(0, count)
    let power = floor(log10(step))
    let error = step / pow(10, power)
    let factor: Double = error >= e10 ? 10 : error >= e5 ? 5 : error >= e2 ? 2 : 1
    var (i1, i2, inc): (Double, Double, Double)
    if power < 0 {
      inc = pow(10, -power) / factor
      i1 = round(start * inc)
      i2 = round(stop * inc)
      if i1 / inc < start { i1 += 1 }
      if i2 / inc > stop { i2 -= 1 }
      inc = -inc
    } else {
      inc = pow(10, power) * factor
      i1 = round(start / inc)
      i2 = round(stop / inc)
      if i1 * inc < start { i1 += 1 }
      if i2 * inc > stop { i2 -= 1 }
    }
    if i2 < i1, 0.5 <= count, count < 2 { return tickSpec(start, stop, count * 2) }
    return (i1, i2, inc)
  }

  static func ticks(_ start: Double, _ stop: Double, _ count: Double) -> [Double] {
    if !(count > 0) { return [] }
    if start == stop { return [start] }
    let reverse = stop < start
    let (i1, i2, inc) = reverse ? tickSpec(stop, start, count) : tickSpec(start, stop, count)
    if !(i2 >= i1) { return [] }
    let n = Int(i2 - i1 + 1)
    return (0..<n).map { index in
      let i = reverse ? i2 - Double(index) : i1 + Double(index)
      return inc < 0 ? i / -inc : i * inc
    }
  }

  static func nice(_ start: Double, _ stop: Double, _ count: Double) -> [Double] {
    var (start, stop) = (start, stop)
    var prestep: Double?
    while true {
      let step = tickSpec(start, stop, count).2
      if step == prestep || step == 0 || !step.isFinite { return [start, stop] }
      if step > 0 {
        start = floor(start / step) * step
        stop = ceil(stop / step) * step
      } else if step < 0 {
        start = ceil(start * step) / step
        stop = floor(stop * step) / step
      }
      prestep = step
    }
  }
}
