// SPDX-License-Identifier: MIT
import Markup

/// A text whose numbers stay on one line with what they count, and periods and units of money whole: `3倍`,
/// `2025年8月至2026年7月`, `2013–2024`, `亿美元`, `억 달러`, `US dollars`. Beside an ideograph a browser breaks anywhere.
func unbroken(_ text: String) -> HTML {
  let scalars = Array(text.unicodeScalars)
  var html = HTML()
  var (plain, index) = (0, 0)
  func piece(_ range: Range<Int>) -> HTML {
    HTML(text: String(String.UnicodeScalarView(scalars[range])))
  }
  while index < scalars.count {
    let (number, unit) = (endOfNumber(scalars, from: index), endOfUnit(scalars, from: index))
    let end = max(number, unit)
    let isBreakable = unit > index || scalars[index..<end].contains { $0.value > 0x7F }
    if end > index + 1, end - index <= 18, isBreakable {
      html += piece(plain..<index)
      html += "<span class=\"nb\">\(piece(index..<end))</span>"
      plain = end
    }
    index = max(end, index + 1)
  }
  html += piece(plain..<scalars.count)
  return html
}

/// Where a number ends that begins at an index, with its counter and all that makes it a period; the index itself where
/// none begins.
private func endOfNumber(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
  func isDigit(_ index: Int) -> Bool { index < scalars.count && 0x30...0x39 ~= scalars[index].value }
  var end = start
  while isDigit(end) {
    while isDigit(end) || end < scalars.count && ".,".unicodeScalars.contains(scalars[end]) && isDigit(end + 1) {
      end += 1
    }
    guard end < scalars.count else { return end }
    var next = end
    if isIdeograph(scalars[end]), scalars[end] != "至" {
      end += 1
      // A space only within a date: 2025년 8월.
      let isDate = "년월".unicodeScalars.contains(scalars[end - 1])
      next = isDate && end < scalars.count && scalars[end] == " " ? end + 1 : end
    }
    if next == end, end < scalars.count, "–—~～〜至".unicodeScalars.contains(scalars[end]) { next = end + 1 }
    guard isDigit(next) else { return end }
    end = next
  }
  return end
}

/// Where a unit of money ends that begins at an index; the index itself where none does.
private func endOfUnit(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
  if unitHints & (1 &<< UInt64(scalars[start].value & 63)) == 0 { return start }
  return start + (units[scalars[start], default: []].first { scalars[start...].starts(with: $0) }?.count ?? 0)
}

/// As subtitles have them, by the first letter.
private let units: [Unicode.Scalar: [[Unicode.Scalar]]] = {
  let chinese = ["万亿", "亿", ""].flatMap { scale in
    ["人民币元", "美元", "日元", "韩元", "欧元"].map { scale + $0 }
  }
  let korean = ["조", "억", "만"].flatMap { scale in ["달러", "위안", "엔", "원", "유로"].map { "\(scale) \($0)" } }
  let all = chinese + korean + ["미국 달러", "홍콩 달러", "US dollars", "Hong Kong dollars"]
  return Dictionary(grouping: all.map { Array($0.unicodeScalars) }) { $0[0] }
}()

/// A bit for the first letter of each, by which most letters are seen to begin none.
private let unitHints: UInt64 = units.keys.reduce(0) { $0 | 1 &<< UInt64($1.value & 63) }

/// Han and Hangul.
private func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
  0x4E00...0x9FFF ~= scalar.value || 0xAC00...0xD7A3 ~= scalar.value
}
