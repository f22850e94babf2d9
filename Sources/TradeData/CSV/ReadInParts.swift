// SPDX-License-Identifier: MIT
import Dispatch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Does something with every part at once; the answers come in the order of the parts.
func inParts<Answer: Sendable>(
  _ parts: [Range<Int>], _ body: @Sendable (Range<Int>) -> Answer
) -> [Answer] {
  if parts.count == 1 { return [body(parts[0])] }
  return Array(unsafeUninitializedCapacity: parts.count) { answers, count in
    nonisolated(unsafe) let start = answers.baseAddress
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      start.map { ($0 + index).initialize(to: body(parts[index])) }
    }
    count = parts.count
  }
}

/// How many threads are worth while: at most one a processor.
///
/// - Parameter least: How much work one of them has at least.
func threadCount(for work: Int, least: Int) -> Int { max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), work / least)) }

extension Range<Int> {
  /// So many parts, as equal as can be.
  func parts(_ number: Int) -> [Range<Int>] {
    (0..<number).map { lowerBound + count * $0 / number..<lowerBound + count * ($0 + 1) / number }
  }
}

extension CSVDialect {
  /// The parts moved so that each begins with a row; all of it in one where a line's end may not be a row's.
  func wholeRows(_ parts: [Range<Int>], of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return parts }
    let whole = first.lowerBound..<last.upperBound
    guard !whole.isEmpty, escape == nil, commentRows.isEmpty, !bytes[whole].contains(quote) else { return [whole] }
    let ends = parts.dropLast().map { part in
      bytes[part.upperBound..<whole.upperBound].firstIndex(of: newline).map { $0 + 1 } ?? whole.upperBound
    }
    let bounds = [whole.lowerBound] + ends + [whole.upperBound]
    return zip(bounds, bounds.dropFirst()).filter { $0 < $1 }.map { $0..<$1 }
  }
}
