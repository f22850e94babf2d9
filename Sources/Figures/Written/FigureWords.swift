// SPDX-License-Identifier: MIT

/// Words that stand around a figure in the four languages; longer ones before those they begin with.
struct ScaleWord: Sendable {
  let word: String
  let power: Int
  let isLatin: Bool

  init(_ word: String, _ power: Int, isLatin: Bool = false) {
    (self.word, self.power, self.isLatin) = (word, power, isLatin)
  }
}

/// A per cent sign or the name of a currency behind a number.
struct UnitWord: Sendable {
  let word: String
  let measure: WrittenFigure.Measure
  let isLatin: Bool

  init(_ word: String, _ measure: WrittenFigure.Measure) {
    (self.word, self.measure) = (word, measure)
    isLatin = word.utf8.last.map { ($0 | 0x20) &- 97 < 26 } ?? false
  }
}

let scales: [ScaleWord] = [
  ScaleWord("thousand", 3, isLatin: true), ScaleWord("million", 6, isLatin: true),
  ScaleWord("billion", 9, isLatin: true), ScaleWord("trillion", 12, isLatin: true),
  ScaleWord("bn", 9, isLatin: true), ScaleWord("tn", 12, isLatin: true), ScaleWord("mn", 6, isLatin: true),
  ScaleWord("m", 6, isLatin: true), ScaleWord("万亿", 12), ScaleWord("兆", 12), ScaleWord("億", 8), ScaleWord("亿", 8),
  ScaleWord("万", 4), ScaleWord("조", 12), ScaleWord("억", 8), ScaleWord("만", 4),
]

let units: [UnitWord] = [
  UnitWord("percentage point", .percentagePoints), UnitWord("percentage-point", .percentagePoints),
  UnitWord("pp", .percentagePoints), UnitWord("%ポイント", .percentagePoints), UnitWord("ポイント", .percentagePoints),
  UnitWord("%포인트", .percentagePoints), UnitWord("%p", .percentagePoints), UnitWord("个百分点", .percentagePoints),
  UnitWord("百分点", .percentagePoints), UnitWord("percent", .percent), UnitWord("per cent", .percent),
  UnitWord("%", .percent), UnitWord("％", .percent), UnitWord("퍼센트", .percent), UnitWord("パーセント", .percent),
  UnitWord("US dollar", .amount(.usd)), UnitWord("dollar", .amount(.usd)), UnitWord("USD", .amount(.usd)),
  UnitWord("美元", .amount(.usd)), UnitWord("米ドル", .amount(.usd)), UnitWord("ドル", .amount(.usd)),
  UnitWord("달러", .amount(.usd)), UnitWord("yuan", .amount(.cny)), UnitWord("RMB", .amount(.cny)),
  UnitWord("元", .amount(.cny)), UnitWord("위안", .amount(.cny)), UnitWord("yen", .amount(.jpy)),
  UnitWord("円", .amount(.jpy)), UnitWord("日元", .amount(.jpy)), UnitWord("엔", .amount(.jpy)),
  UnitWord("won", .amount(.krw)), UnitWord("ウォン", .amount(.krw)), UnitWord("원", .amount(.krw)),
  UnitWord("韩元", .amount(.krw)), UnitWord("euro", .amount(.eur)), UnitWord("ユーロ", .amount(.eur)),
  UnitWord("유로", .amount(.eur)), UnitWord("欧元", .amount(.eur)),
]

let currencyPrefixes: [(sign: String, kind: FigureFormat.Kind)] = [
  ("US$", .usd), ("USD ", .usd), ("$", .usd), ("€", .eur), ("EUR ", .eur), ("JPY ", .jpy), ("¥", .jpy),
  ("CNY ", .cny), ("RMB ", .cny), ("KRW ", .krw), ("₩", .krw),
]

/// Marks around somebody's words.
let quotationMarks: [(open: [UInt8], close: [UInt8])] = [
  ("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"), ("\"", "\""),
].map { (Array($0.utf8), Array($1.utf8)) }

/// Behind a number these make it a date, a duration or an ordinal.
let calendarSigns = ["年", "年", "月", "日", "号", "년", "월", "일", "时", "時", "시", "回", "次", "회", "차", "週", "周", "주"]

let months = englishMonths.map { $0.lowercased() }

/// Words before the number of something that has a number.
let numbered: Set<String> = [
  "section", "sections", "article", "articles", "chapter", "chapters", "annex", "paragraph", "title", "clause", "part",
  "table", "figure", "chart", "no", "nos", "number", "heading", "subheading", "hs", "order", "proclamation", "rule",
  "page", "version", "line", "phase", "round", "resolution", "act", "law", "regulation", "directive", "code", "note",
]

/// Words before a figure that is not meant to the last digit.
let approximating: Set<String> = [
  "about", "around", "some", "roughly", "nearly", "almost", "over", "under", "below", "above", "approximately", "circa",
  "than", "least", "most", "approaching", "towards", "up",
]

/// The same in other languages, and signs.
let approximateMarks = ["約", "约", "약 ", "약", "近", "超", "逾", "~", "≈", "<", ">"]

/// The same behind a figure.
let approximateSigns = [
  "余", "以上", "以下", "強", "弱", "未満", "超", "前後", "程度", "左右", "이상", "이하", "가량", "정도", " 이상", " 가량", " 정도",
  " or so", " or more",
]
