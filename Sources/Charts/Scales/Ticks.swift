// SPDX-License-Identifier: MIT

/// Round numbers over a range: integer multiples of a step of 1, 2 or 5 times a power of ten.
///
/// The published algorithm of d3-array. Steps below one are kept as their inverse, so that 0.1 × 3 stays 0.3.
struct TickStep: Hashable, Sendable {
  /// The step, or its inverse where `isInverse`.
  let increment: Double
  let isInverse: Bool

  /// - Parameters: `stop` is above `start`; `count` is how many ticks are wanted, more or less.
  init(from start: Double, to stop: Double, count: Int) {
    let step = (stop - start) / Double(max(count, 1))
    let power = floorLog10(step)
    let error = step / powerOfTen(power)
    let factor: Double =
      error >= 50.0.squareRoot() ? 10 : error >= 10.0.squareRoot() ? 5 : error >= 2.0.squareRoot() ? 2 : 1
    isInverse = power < 0
    increment = isInverse ? powerOfTen(-power) / factor : powerOfTen(power) * factor
  }

  func index(below value: Double) -> Double { (isInverse ? value * increment : value / increment).rounded(.down) }
  func index(above value: Double) -> Double { (isInverse ? value * increment : value / increment).rounded(.up) }
  func value(at index: Double) -> Double {
    let value = isInverse ? index / increment : index * increment
    return value == 0 ? 0 : value
  }

  /// The power of ten of the step: −1 for 0.5.
  var magnitude: Int { floorLog10(isInverse ? 1 / increment : increment) }

  /// Where the multiples of the step around a range begin and end.
  func bounds(around start: Double, _ stop: Double) -> (Double, Double) {
    (value(at: index(below: start)), value(at: index(above: stop)))
  }

  /// The multiples of the step from `start` to `stop`.
  func ticks(from start: Double, to stop: Double) -> [Double] {
    var first = (isInverse ? start * increment : start / increment).rounded()
    var last = (isInverse ? stop * increment : stop / increment).rounded()
    if value(at: first) < start { first += 1 }
    if value(at: last) > stop { last -= 1 }
    guard last >= first, last - first < 1000 else { return [] }
    return (0...Int(last - first)).map { value(at: first + Double($0)) }
  }
}

/// Ticks from `start` to `stop`, about `count` of them: `ticks(from: 0, to: 10, count: 5)` is 0, 2, 4, 6, 8, 10.
func ticks(from start: Double, to stop: Double, count: Int) -> [Double] {
  if start == stop { return [start] }
  if stop < start { return ticks(from: stop, to: start, count: count).reversed() }
  let found = TickStep(from: start, to: stop, count: count).ticks(from: start, to: stop)
  return found.isEmpty && count == 1 ? ticks(from: start, to: stop, count: 2) : found
}

/// The range widened to round numbers, and their step: that of d3-array's `nice`.
func nice(from start: Double, to stop: Double, count: Int) -> (start: Double, stop: Double, step: TickStep)? {
  guard start < stop else { return nil }
  var (low, high) = (start, stop)
  var step = TickStep(from: low, to: high, count: count)
  for _ in 0..<64 {
    (low, high) = step.bounds(around: low, high)
    let next = TickStep(from: low, to: high, count: count)
    if next == step { break }
    step = next
  }
  return (low, high, step)
}

/// The largest whole power of ten that is not above a positive value.
func floorLog10(_ value: Double) -> Int {
  guard value > 0, value.isFinite else { return 0 }
  var power = 0
  if value >= 1 {
    while power < 308, powerOfTen(power + 1) <= value { power += 1 }
  } else {
    while power > -300, powerOfTen(power) > value { power -= 1 }
  }
  return power
}

/// Ten to a whole power: exact where a Double can be.
func powerOfTen(_ power: Int) -> Double {
  var (result, base, rest) = (1.0, 10.0, abs(power))
  while rest > 0 {
    if rest & 1 == 1 { result *= base }
    base *= base
    rest >>= 1
  }
  return power < 0 ? 1 / result : result
}
