// SPDX-License-Identifier: MIT
import Figures

extension Phrases {
  /// What a series does, and the extremes that its ends do not show.
  /// - Parameter name: nil where the chart has one series only.
  func trend(_ name: String?, _ trend: Trend, _ speech: Speech) -> String {
    func named(_ point: (position: Position, value: Double)) -> Named {
      (when(point.position), speech.value(point.value))
    }
    let (first, last) = (named(trend.first), named(trend.last))
    let high = trend.hasPeak ? named(trend.highest) : nil
    let low = trend.hasTrough ? named(trend.lowest) : nil
    let sentence =
      switch language {
      case .english: english(name, trend, first, last, high, low)
      case .japanese: japanese(name, trend, first, last, high, low, isRate: speech.isRate)
      case .korean: korean(name, trend, first, last, high, low, isRate: speech.isRate)
      case .chinese: chinese(name, trend, first, last, high, low, isRate: speech.isRate)
      }
    return trend.projected.map { sentence.dropLast() + projection(named($0)) } ?? sentence
  }

  /// How a sentence about observations goes on to where its projections end.
  private func projection(_ end: Named) -> String {
    switch language {
    case .english: ", projected at \(end.value) \(end.name)."
    case .japanese: "。\(end.name)の見通しは\(end.value)。"
    case .korean: ", \(end.name) 전망 \(end.value)."
    case .chinese: "；预计\(end.name)为\(end.value)。"
    }
  }

  private func english(_ name: String?, _ trend: Trend, _ first: Named, _ last: Named, _ high: Named?, _ low: Named?)
    -> String
  {
    let subject = name.map { "\($0): " } ?? ""
    if trend.isPoint { return "\(subject)\(last.value) \(last.name)." }
    let change =
      switch trend.direction {
      case .up: "up"
      case .down: "down"
      case .flat: "little changed,"
      }
    var sentence = ""
    // Put together in one place: there are many of these, and a long text that grows is copied each time.
    sentence.reserveCapacity(160)
    sentence += subject
    sentence += change
    func add(_ word: String, _ point: Named) {
      sentence += word
      sentence += point.value
      sentence += " "
      sentence += point.name
    }
    add(" from ", first)
    add(" to ", last)
    if let high { add(", highest at ", high) }
    if let low { add(", lowest at ", low) }
    sentence += "."
    return name == nil ? sentence.prefix(1).uppercased() + sentence.dropFirst() : sentence
  }

  private func japanese(
    _ name: String?, _ trend: Trend, _ first: Named, _ last: Named, _ high: Named?, _ low: Named?, isRate: Bool
  ) -> String {
    let subject = name.map { "\($0)は" } ?? ""
    if trend.isPoint { return "\(subject)\(last.name)に\(last.value)。" }
    let verb =
      switch trend.direction {
      case .up: isRate ? "に上昇" : "に増加"
      case .down: isRate ? "に低下" : "に減少"
      case .flat: "でほぼ横ばい"
      }
    let peak = high.map { "。最高は\($0.name)の\($0.value)" } ?? ""
    let trough = low.map { "\(high == nil ? "。" : "、")最低は\($0.name)の\($0.value)" } ?? ""
    return "\(subject)\(first.name)の\(first.value)から\(last.name)の\(last.value)\(verb)\(peak)\(trough)。"
  }

  private func korean(
    _ name: String?, _ trend: Trend, _ first: Named, _ last: Named, _ high: Named?, _ low: Named?, isRate: Bool
  ) -> String {
    let subject = name.map { "\($0): " } ?? ""
    if trend.isPoint { return "\(subject)\(last.name) \(last.value)." }
    let verb =
      switch trend.direction {
      case .up: isRate ? "상승" : "증가"
      case .down: isRate ? "하락" : "감소"
      case .flat: "큰 변동 없음"
      }
    let change = "\(first.name) \(first.value)에서 \(last.name) \(last.value)\(towards(last.value)) \(verb)"
    let peak = high.map { ", 최고 \($0.name) \($0.value)" } ?? ""
    let trough = low.map { ", 최저 \($0.name) \($0.value)" } ?? ""
    return subject + change + peak + trough + "."
  }

  /// 로 after a vowel, ㄹ and the signs that are read so (퍼센트, 달러), 으로 after other consonants.
  func towards(_ text: String) -> String {
    guard let last = text.unicodeScalars.last else { return "로" }
    if 0xAC00...0xD7A3 ~= last.value {
      let final = (last.value - 0xAC00) % 28
      return final == 0 || final == 8 ? "로" : "으로"
    }
    return "036".unicodeScalars.contains(last) ? "으로" : "로"
  }

  private func chinese(
    _ name: String?, _ trend: Trend, _ first: Named, _ last: Named, _ high: Named?, _ low: Named?, isRate: Bool
  ) -> String {
    let subject = name ?? ""
    if trend.isPoint { return "\(subject)\(last.name)为\(last.value)。" }
    let (start, end) = ("\(first.name)的\(first.value)", "\(last.name)的\(last.value)")
    let verb =
      switch trend.direction {
      case .up: "从\(start)\(isRate ? "升" : "增")至\(end)"
      case .down: "从\(start)降至\(end)"
      case .flat: "从\(start)到\(end)，变化不大"
      }
    let peak = high.map { "；最高为\($0.name)的\($0.value)" } ?? ""
    let trough = low.map { "；最低为\($0.name)的\($0.value)" } ?? ""
    return subject + verb + peak + trough + "。"
  }
}
