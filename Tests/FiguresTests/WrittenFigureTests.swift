// SPDX-License-Identifier: MIT
import Testing

@testable import Figures

@Suite("Figures written in a text")
struct WrittenFigureTests {
  private func read(_ text: String) -> [String] {
    WrittenFigure.read(Array(text.utf8)).map { "\($0.text)|\(name($0.measure))" }
  }

  private func name(_ measure: WrittenFigure.Measure) -> String {
    switch measure {
    case .plain: "plain"
    case .percent: "percent"
    case .percentagePoints: "points"
    case .amount(let kind): kind.rawValue
    }
  }

  @Test(
    "amounts, percentages and numbers are read with their unit",
    arguments: [
      ("reached $328.1 billion in 2024", "$328.1 billion|usd"), ("rose 22.6% to", "22.6%|percent"),
      ("by 3.5 percentage points", "3.5 percentage points|points"), ("22.6 per cent more", "22.6 per cent|percent"),
      ("of 1,234,567 cars", "1,234,567|plain"), ("US$328.1bn", "US$328.1bn|usd"),
      ("1.17 trillion yuan", "1.17 trillion yuan|cny"),
      ("貿易額は3,281億ドルで", "3,281億ドル|usd"), ("전체의 22.6%를", "22.6%|percent"), ("3281억 달러에", "3281억 달러|usd"),
      ("达到3281亿美元，", "3281亿美元|usd"), ("上升3.5个百分点", "3.5个百分点|points"), ("3.5ポイント上昇", "3.5ポイント|points"),
      ("3兆2,810億円", "3兆2,810億円|jpy"), ("$328.1\nbillion", "$328.1\nbillion|usd"),
      ("€12.5 million", "€12.5 million|eur"),
      ("(12.5%)", "12.5%|percent"), ("2.35 times", "2.35|plain"), ("1.2만 대", "1.2만|plain"),
    ])
  func reads(_ text: String, _ expected: String) { #expect(read(text) == [expected]) }

  @Test(
    "years, dates, ordinals, laws, names and quotations are none",
    arguments: [
      "in 2024", "the 1990s", "28 April", "April 28", "on 2024-03-15", "at 12:30", "1/2", "Section 232", "Article 25",
      "HS 8542", "No. 14257", "1st", "G20", "COVID-19", "5G", "version 1.2.3", "2024年3月15日", "2024년 3월", "第25条",
      "§232", "“a duty of 12.5% applies”", "「12.5%の関税」", "\"12.5 per cent\"", "3nm chips", "10.1038/s41586", "abc12.5",
      "2019–2024", "chapter 87.03", "12.5.2024", "\u{1F}12.5%",
    ])
  func passesOver(_ text: String) { #expect(read(text) == []) }

  private func likeness(_ text: String, _ value: Double) -> WrittenFigure.Likeness? {
    WrittenFigure.read(Array(text.utf8)).first?.likeness(to: value)
  }

  @Test(
    "a figure is the value at its own precision, in any scale and with any sign",
    arguments: [
      ("$328.1 billion", 328.08e9), ("$328 billion", 328.08e9), ("$328,080 million", 328.08e9), ("22.6%", 0.2259),
      ("9.1%", 0.0911), ("3,281億ドル", 328.08e9), ("3,280億ドル", 328.08e9), ("fell by 3.25%", -0.0325), ("25%", 0.25),
      ("3兆2,808億ドル", 3.2808e12), ("1,234,567", 1_234_567), ("2.4 times", 2.413), ("328.08 billion", 328.08e9),
    ])
  func same(_ text: String, _ value: Double) { #expect(likeness(text, value) == .same) }

  @Test(
    "a figure that the value may once have been is near",
    arguments: [("$329.4 billion", 328.08e9), ("22.7%", 0.2260), ("3,290億ドル", 328.08e9), ("1,234,567", 1_234_600)])
  func near(_ text: String, _ value: Double) throws {
    guard case .near = likeness(text, value) else { throw Unlike() }
  }

  struct Unlike: Error {}

  @Test(
    "round figures, far ones and approximations are neither",
    arguments: [
      ("25%", 0.254), ("10%", 0.1), ("$300 billion", 300e9), ("12", 12.0), ("150", 150.0), ("$340 billion", 328.08e9),
      ("$328.1 million", 328.08e9), ("about $329.4 billion", 328.08e9), ("more than 22.7%", 0.226),
      ("約3,290億ドル", 328.08e9),
      ("22.9%", 0.226), ("365 days", 364.9), ("2.5 times", 2.41), ("$1.2 billion", 1.26e9),
    ])
  func unlike(_ text: String, _ value: Double) { #expect(likeness(text, value) == nil) }

  @Test("the format that writes a figure so is found")
  func formats() throws {
    func words(_ text: String, _ value: Double, _ shown: [FigureFormat], _ language: Language) throws -> String? {
      let figure = try #require(WrittenFigure.read(Array(text.utf8)).first)
      return figure.format(of: value, shown: shown, in: language)?.words
    }
    #expect(try words("$328.1 billion", 328.08e9, [], .english) == "usd")
    #expect(try words("$328.08 billion", 328.08e9, [], .english) == "usd 5")
    #expect(try words("$328 billion", 328.08e9, [], .english) == "usd 3")
    #expect(try words("25%", 0.25, [FigureFormat(.percent, digits: 0)], .english) == "percent 0")
    #expect(try words("3,281億ドル", 328.08e9, [], .japanese) == "usd")
    #expect(try words("2.41", 2.4132, [FigureFormat(.ratio)], .english) == "ratio")
  }
}

@Suite("The first digits of values")
struct MantissaTests {
  @Test("every figure that is like a value is read, whatever its scale, among random values")
  func complete() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let power = Int.random(in: -4...12, using: &generator)
      let value = Double.random(in: 1..<10, using: &generator) * powersOfTenForTest(power)
      let near = value * Double.random(in: 0.985...1.015, using: &generator)
      for format in [
        FigureFormat(.usd), FigureFormat(.percent, digits: 1), FigureFormat(.number), FigureFormat(.usd, digits: 2),
      ] {
        for language in Language.allCases {
          guard let text = try? format.text(.real(near), in: language) else { continue }
          let bytes = Array("it came to \(text) then".utf8)
          let all = WrittenFigure.read(bytes).filter { $0.likeness(to: value) != nil }
          let some = WrittenFigure.read(bytes, like: WrittenFigure.Mantissas([value])).filter {
            $0.likeness(to: value) != nil
          }
          #expect(all == some, "\(text) \(value)")
        }
      }
    }
  }

  private func powersOfTenForTest(_ power: Int) -> Double { Double("1e\(power)") ?? 1 }
}
