// SPDX-License-Identifier: MIT
import Figures

/// A day, a time of day, or both, as a cell states it.
struct Moment {
  var (year, month, day) = (1900, 1, 1)
  var (hour, minute, second) = (0, 0, 0)
  /// The digits behind the second's point.
  var fraction = ""
  /// Minutes east of UTC; nil where none is stated.
  var offset: Int?

  init() {}

  /// Whether the calendar and the clock have it.
  var isReal: Bool { Period(dayText) != nil && hour < 24 && minute < 60 && second < 60 }

  /// Reads ISO 8601: `10:20:30` or `2024-03-15T10:20:30`, with a fraction and an offset from UTC where there is one.
  init?(iso bytes: UnsafeBufferPointer<UInt8>, of kind: Field.Kind) {
    var reader = MomentReader(bytes)
    if kind == .datetime {
      guard reader.day(into: &self), reader.take(UInt8(ascii: "T")) else { return nil }
    }
    guard reader.clock(into: &self, needsSeconds: true), reader.isAtEnd, isReal else { return nil }
  }

  /// Reads times with or without seconds, behind a day in any of the forms that statistical offices use.
  init?(written bytes: UnsafeBufferPointer<UInt8>, of kind: Field.Kind) {
    var start = bytes.startIndex
    if kind == .datetime {
      guard let cut = bytes.lastIndex(where: { $0 == 0x20 || $0 == UInt8(ascii: "T") }),
        let day = Period(written: String(decoding: bytes[..<cut], as: UTF8.self)), day.unit == .day
      else { return nil }
      (year, month, self.day) = (day.year, day.month, day.day)
      start = cut + 1
    }
    var reader = MomentReader(UnsafeBufferPointer(rebasing: bytes[start...]))
    guard reader.clock(into: &self, needsSeconds: false), reader.isAtEnd, isReal else { return nil }
  }

  /// As it is stored, so that it sorts: in UTC where it states an offset.
  func text(as kind: Field.Kind) -> String {
    var moment = self
    if let offset { moment.turnBack(minutes: offset) }
    switch kind {
    case .date: return moment.dayText
    case .yearmonth: return String(moment.dayText.prefix(7))
    case .year: return String(moment.dayText.prefix(4))
    case .time: return moment.clockText
    default: return moment.dayText + "T" + moment.clockText
    }
  }

  private var dayText: String { Period(unit: .day, year: year, month: month, day: day).iso }

  private var clockText: String {
    let parts = [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return parts.joined(separator: ":") + (fraction.isEmpty ? "" : ".\(fraction)") + (offset == nil ? "" : "Z")
  }

  private mutating func turnBack(minutes: Int) {
    var left = hour * 60 + minute - minutes
    let days = left < 0 ? -1 : left >= 1440 ? 1 : 0
    left -= days * 1440
    (hour, minute) = (left / 60, left % 60)
    if days != 0 { move(days: days) }
  }

  /// One day on or back.
  private mutating func move(days: Int) {
    let number = Period(unit: .day, year: year, month: month, day: day).number + days
    for month in [month - 1, month, month + 1] {
      let (year, month) = month < 1 ? (year - 1, 12) : month > 12 ? (year + 1, 1) : (year, month)
      let first = Period(unit: .day, year: year, month: month).number
      guard 0...30 ~= number - first else { continue }
      let day = Period(unit: .day, year: year, month: month, day: number - first + 1)
      if Period(day.iso) != nil { (self.year, self.month, self.day) = (year, month, day.day) }
    }
  }
}

/// Goes through the bytes of a cell that states a time.
struct MomentReader {
  private var rest: Slice<UnsafeBufferPointer<UInt8>>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// Moves over a byte.
  mutating func take(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// A number of so many digits, as many as there are.
  mutating func number(_ digits: ClosedRange<Int>) -> Int? {
    let run = rest.prefix(digits.upperBound).prefix { 48...57 ~= $0 }
    guard run.count >= digits.lowerBound else { return nil }
    rest = rest[run.endIndex...]
    return run.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// The digits of a fraction.
  mutating func fraction() -> String? {
    let run = rest.prefix { 48...57 ~= $0 }
    guard 1...9 ~= run.count else { return nil }
    rest = rest[run.endIndex...]
    return String(decoding: run, as: UTF8.self)
  }

  /// A word of letters, in small ones.
  mutating func word() -> String {
    let run = rest.prefix { 97...122 ~= $0 | 0x20 }
    rest = rest[run.endIndex...]
    return String(decoding: run, as: UTF8.self).lowercased()
  }

  /// Moves over spaces.
  mutating func spaces() { rest = rest.drop { $0 == 0x20 || $0 == 0x09 } }

  /// `Z`, `+09:00` or `+0900`, in minutes.
  mutating func offset() -> Int? {
    if take(UInt8(ascii: "Z")) { return 0 }
    let isWest = rest.first == UInt8(ascii: "-")
    guard isWest || rest.first == UInt8(ascii: "+") else { return nil }
    rest = rest.dropFirst()
    guard let hours = number(2...2) else { return nil }
    _ = take(UInt8(ascii: ":"))
    guard let minutes = number(2...2), hours < 24, minutes < 60 else { return nil }
    return (hours * 60 + minutes) * (isWest ? -1 : 1)
  }

  /// `2024-03-15`.
  mutating func day(into moment: inout Moment) -> Bool {
    guard let year = number(4...4), take(UInt8(ascii: "-")), let month = number(2...2), take(UInt8(ascii: "-")),
      let day = number(2...2)
    else { return false }
    (moment.year, moment.month, moment.day) = (year, month, day)
    return true
  }

  /// `10:20:30.5+09:00`, of which what follows the minutes may be missing.
  mutating func clock(into moment: inout Moment, needsSeconds: Bool) -> Bool {
    guard let hour = number(2...2), take(UInt8(ascii: ":")), let minute = number(2...2) else { return false }
    (moment.hour, moment.minute) = (hour, minute)
    if take(UInt8(ascii: ":")) {
      guard let second = number(2...2) else { return false }
      moment.second = second
      if take(UInt8(ascii: ".")) {
        guard let fraction = fraction() else { return false }
        moment.fraction = fraction
      }
    } else if needsSeconds {
      return false
    }
    if isAtEnd { return true }
    moment.offset = offset()
    return moment.offset != nil
  }
}
