// SPDX-License-Identifier: MIT
import Figures

/// Measures text without a browser: the advance widths of Arial, in which charts are set, and East Asian widths.
///
/// `Tests/Browser` compares 500 texts with Chromium's own widths.
struct TextWidth: Hashable, Sendable {
  /// What readers' fonts may be wider than the tables.
  static let safety = 1.05

  let language: Language

  /// The room that one line needs in the picture's units, safety included.
  func callAsFunction(_ text: String, size: Double, isBold: Bool = false) -> Double {
    tenth(em(text, isBold: isBold) * size * Self.safety + 0.05)
  }

  /// The width in ems, before any safety: six Han characters are 6.
  func em(_ text: some StringProtocol, isBold: Bool = false) -> Double {
    var sum = 0
    for scalar in text.unicodeScalars { sum += thousandths(scalar, isBold: isBold) }
    return Double(sum) / 1000
  }

  /// The width of a character in thousandths of an em.
  func thousandths(_ scalar: Unicode.Scalar, isBold: Bool = false) -> Int {
    if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : (isBold ? bold : regular)[Int(scalar.value) - 0x20] }
    // Arial stands first in every language, so what it has is never as wide as a Han character.
    if let width = arial(scalar, isBold: isBold) { return width }
    return switch EastAsianWidth.of(scalar) {
    case .wide: isHangul(scalar) ? 920 : 1000
    case .half: 500
    case .zero: 0
    case .emoji: 1200
    case .ambiguous: language.isEastAsian ? 1000 : 840
    case .other: 800
    }
  }
}

/// Hangul is set closer than Han and kana, at 0.86 to 0.92 em.
private func isHangul(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x3131...0x318E, 0xA960...0xA97C, 0xAC00...0xD7A3: true
  default: false
  }
}

/// The width of a letter or sign beyond ASCII that Arial has.
private func arial(_ scalar: Unicode.Scalar, isBold: Bool) -> Int? {
  switch scalar.value {
  case 0xA0...0xFF: latin[Int(scalar.value) - 0xA0] + (isBold ? 30 : 0)
  case 0x100...0x17F: 600
  case 0x391...0x3C9: 620
  case 0x410...0x44F: 650
  case 0x202F: 140
  case 0x2009, 0x2032: 200
  case 0x2018...0x201A: isBold ? 278 : 222
  case 0x201C...0x201E, 0x2033: isBold ? 500 : 333
  case 0x2010, 0x2011, 0x2039, 0x203A: 333
  case 0x2022: 350
  case 0x2191, 0x2193, 0x2195: 500
  case 0x2013, 0x2020, 0x2021, 0x20AC, 0x2248, 0x2260, 0x2264, 0x2265: 556
  case 0x2206, 0x2212, 0x25A0, 0x25A1, 0x25CB, 0x25CF: 596
  case 0x2211, 0x221E: 713
  case 0x2014, 0x2015, 0x2026, 0x2030, 0x2122, 0x2190, 0x2192, 0x2194, 0x25B2, 0x25BC: 1000
  case 0x2116: 1080
  default: nil
  }
}

/// Printable ASCII in Arial.
private let regular: [Int] = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]

/// The same in Arial Bold, which is what browsers take for a weight of 600.
private let bold: [Int] = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
  975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
  333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
  611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
]

/// U+00A0 to U+00FF in Arial.
private let latin: [Int] = [
  278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 0, 737, 552,
  400, 549, 333, 333, 333, 576, 537, 278, 333, 333, 365, 556, 834, 834, 834, 611,
  667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278,
  722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611,
  556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278,
  556, 556, 556, 556, 556, 556, 556, 549, 611, 556, 556, 556, 556, 500, 556, 500,
]
