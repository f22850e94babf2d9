// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Markup

/// What a subtitle leaves out of the four that it has to say: unit, place and period. The measure is what is left.
///
/// Only what no text of the figure says is reported: a unit may stand on the axis, a place in the title.
func subtitleRules(_ spec: ChartSpec, language: Language) -> [Diagnostic] {
  guard let subtitle = spec.subtitle else { return [] }
  let words = subtitle.text.lowercased()
  let title = (spec.title?.text ?? "").lowercased()
  let both = Array((words + "\n" + title).utf8)
  // The country in the name of a currency is no place, but a rate of exchange needs no other.
  let isRate = says(rates, Array(words.utf8))
  let placed = without(currencies, both)
  func missing(_ part: String, _ hint: String) -> Diagnostic {
    .warning("chart-subtitle-incomplete", "the subtitle names no \(part)", at: subtitle.place, hint: hint)
  }
  var found: [Diagnostic] = []
  if years(in: words).isEmpty, !says(wholeTime, Array(words.utf8)) {
    found.append(missing("period", "say which years, for example '2020 to 2024'"))
  }
  let isAbbreviated = placed.split { !(0x61...0x7A ~= $0 || $0 >= 0x80) }.contains { abbreviations.contains(Array($0)) }
  if !isRate, !isAbbreviated, !says(places[language] ?? [], placed),
    !says(Territory.all.values.map { $0.name(in: language).lowercased() }, placed)
  {
    found.append(missing("place", "say whose figures they are, for example 'South Korea's exports'"))
  }
  if spec.hasBareNumbers, !says(units[language] ?? [], both) {
    found.append(missing("unit", "add 'unit:' or 'format:', or say it, for example 'billion US dollars'"))
  }
  return found
}

/// Whether a text, in UTF-8, has one of these in it.
private func says(_ known: [String], _ text: [UInt8]) -> Bool {
  known.contains { text.firstRange(of: Array($0.utf8)) != nil }
}

private func without(_ words: [String], _ text: [UInt8]) -> [UInt8] {
  var text = text
  for word in words {
    while let range = text.firstRange(of: Array(word.utf8)) { text.removeSubrange(range) }
  }
  return text
}

extension ChartSpec {
  /// Whether nothing but the subtitle can say what the figures are counted in.
  fileprivate var hasBareNumbers: Bool {
    guard unit == nil, transform == nil, pointSize == nil, ![.timeline, .bump, .table].contains(type) else {
      return false
    }
    return format.map { [.number, .integer].contains($0.kind) } ?? true
  }
}

/// A subtitle that names a later year than a chart over time reaches.
func periodRules(_ spec: ChartSpec, _ chart: BoundChart) -> [Diagnostic] {
  guard case .time = chart.kind, let subtitle = spec.subtitle, let last = chart.positions.last?.period?.year,
    let named = years(in: subtitle.text).max(), named > last
  else { return [] }
  return [
    .warning(
      "chart-subtitle-period", "the subtitle names \(named), and the data ends in \(last)", at: subtitle.place,
      hint: "mend the subtitle, or the rows that 'where:' or 'sql:' takes")
  ]
}

/// The years from 1800 to 2199 that a text has in figures.
private func years(in text: String) -> [Int] {
  var (found, digits): ([Int], [Int]) = ([], [])
  for byte in Array(text.utf8) + [0] {
    if 0x30...0x39 ~= byte {
      digits.append(Int(byte) - 0x30)
    } else {
      let year = digits.reduce(0) { min($0 * 10 + $1, 100_000) }
      if digits.count == 4, 1800...2199 ~= year { found.append(year) }
      // 2025～26年
      if digits.count == 2, byte == "年".utf8.first, let last = found.last { found.append(last / 100 * 100 + year) }
      digits = []
    }
  }
  return found
}

/// What stands for a period where all is shown that there is.
private let wholeTime = ["all dates", "all years", "to date", "全期間", "これまで", "전체 기간", "현재까지", "全部时间", "迄今"]

private let currencies = ["us dollar", "us$", "米ドル", "미국 달러", "美元", "日元", "韩元"]
private let rates = ["per dollar", "per us dollar", "a dollar", "ドル当たり", "달러당", "每美元", "兑"]

private let abbreviations = ["us", "eu", "uk", "uae"].map { Array($0.utf8) }

private let places: [Language: [String]] = [
  .english: [
    "china", "japan", "korea", "u.s.", "american", "chinese", "world", "global", "countr", "econom",
    "asia", "europe", "region", "partner", "origin", "destination", "market", "supplier", "province", "oecd",
    "g7", "g20", "gulf", "africa", "america", "middle east", "each row",
  ],
  .japanese: ["中", "日", "韓", "米", "国", "世界", "アジア", "欧", "地域", "eu", "oecd", "州", "県", "港", "g7", "g20"],
  .korean: [
    "중국", "일본", "한국", "미국", "대중", "대일", "대미", "대한", "한·", "·일", "국가", "국별", "나라", "세계", "아시아", "유럽", "지역", "시장", "eu",
    "oecd", "상대국", "g7", "g20",
  ],
  .chinese: ["中", "日", "韩", "美", "国", "世界", "全球", "亚", "欧", "地区", "地", "方", "省", "oecd", "g7", "g20"],
]

private let units: [Language: [String]] = [
  .english: [
    "%", "per cent", "percent", "share", "ratio", "index", "= 100", "number", "count of", "how many", "points",
    "dollar",
    "usd", "$", "yuan", "yen", "won", "euro", "tonne", "kilo", "litre", "units", "rank", "times", "people", "days",
    "degree",
  ],
  .japanese: [
    "%", "％", "割合", "比", "率", "指数", "件", "数", "ポイント", "ドル", "円", "元", "ウォン", "ユーロ", "トン", "順位", "倍", "人", "台",
  ],
  .korean: ["%", "비율", "비중", "률", "율", "지수", "건수", " 수", "포인트", "달러", "엔", "위안", "원", "유로", "톤", "순위", "배", "명"],
  .chinese: ["%", "％", "占比", "比重", "率", "指数", "数", "项", "个", "点", "元", "吨", "排名", "倍", "人", "天", "台"],
]
