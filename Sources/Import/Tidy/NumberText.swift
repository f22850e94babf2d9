// SPDX-License-Identifier: MIT

/// A number as digits, so that a change of unit moves the point and nothing is rounded.
struct NumberText: Equatable {
  private let isNegative: Bool
  private let digits: [UInt8]
  /// How many of the digits stand behind the point; negative for zeros to be added.
  private let places: Int

  /// Reads `-1,187.5`, `14279900.00`, `6.8e9`. Commas have to part groups of three.
  ///
  /// - Returns: nil for anything else.
  init?(_ text: String) {
    var rest = Substring(text.trimmed)
    isNegative = rest.first == "-" || rest.first == "−"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    var power = 0
    if let mark = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let exponent = Int(rest[rest.index(after: mark)...]), abs(exponent) < 400 else { return nil }
      power = exponent
      rest = rest[..<mark]
    }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count == 1 || !groups[0].isEmpty && groups[0].utf8.count <= 3 else { return nil }
    guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    let all = Array(groups.joined().utf8) + Array(fraction.utf8)
    guard !all.isEmpty, all.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    digits = all
    places = fraction.utf8.count - power
  }

  /// The number times a power of ten, as CSV files have it: no exponent, no zeros that say nothing.
  func scaled(byPowerOfTen power: Int) -> String {
    let places = places - power
    var whole = digits
    if places < 0 { whole += Array(repeating: UInt8(ascii: "0"), count: -places) }
    if places >= whole.count {
      whole.insert(contentsOf: Array(repeating: UInt8(ascii: "0"), count: places - whole.count + 1), at: 0)
    }
    var fraction = places > 0 ? Array(whole.suffix(places)) : []
    if places > 0 { whole.removeLast(places) }
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    let zeros = whole.prefix { $0 == UInt8(ascii: "0") }.count
    whole.removeFirst(min(zeros, whole.count - 1))
    let text = String(decoding: fraction.isEmpty ? whole : whole + [UInt8(ascii: ".")] + fraction, as: UTF8.self)
    return isNegative && text != "0" ? "-" + text : text
  }
}

extension String {
  /// Whether a cell says that there is no figure.
  var meansMissing: Bool {
    ["", "..", "...", "…", "-", "–", "nan", "n/a", "na", "null", "none", ":"].contains(trimmed.lowercased())
  }
}
