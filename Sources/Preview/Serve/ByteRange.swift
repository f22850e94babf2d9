// SPDX-License-Identifier: MIT

/// The part of a file that a `Range` header asks for.
enum ByteRange: Equatable {
  /// No range, one of another unit, or several: the whole file is the right answer.
  case whole
  case part(Range<Int>)
  case unsatisfiable

  /// - Parameter count: The file's length in bytes.
  init(_ header: String?, of count: Int) {
    guard let header, header.hasPrefix("bytes="), !header.contains(",") else {
      self = .whole
      return
    }
    let bounds = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
    guard bounds.count == 2, bounds.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else {
      self = .whole
      return
    }
    let numbers = bounds.map { $0.isEmpty ? nil : Int($0) ?? .max }
    switch (numbers[0], numbers[1]) {
    case (let first?, let last?) where first <= last && first < count: self = .part(first..<min(last, count - 1) + 1)
    case (let first?, nil) where first < count: self = .part(first..<count)
    case (nil, let length?) where length > 0 && count > 0:
      self = .part(max(0, count - length)..<count)
    case (let first?, let last?) where first > last: self = .whole
    case (nil, nil): self = .whole
    default: self = .unsatisfiable
    }
  }
}
