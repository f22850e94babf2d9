// SPDX-License-Identifier: MIT
import Figures

/// What a word of a subtitle stands for.
enum SubtitleSense: Hashable, Sendable {
  case unit, currency, place, period
  /// A share, a number, a rank: what is counted, and with an *of* behind it what is measured too.
  case kind
  /// In front of a currency it makes a rate of exchange, as *per* does.
  case per
  /// The same, behind a currency.
  case each
  /// What says nothing alone: articles, months, scales.
  case filler
}

/// The words that a subtitle's unit, place and period are known by, in all languages together: texts of two languages are
/// no exception, and the scripts keep them apart.
enum SubtitleVocabulary {
  /// By word or phrase in lower case.
  static let senses: [String: SubtitleSense] = {
    var senses: [String: SubtitleSense] = [:]
    for territory in Territory.all.values {
      for language in Language.allCases { senses[territory.name(in: language).lowercased()] = .place }
    }
    for (list, sense) in lists {
      for word in list.utf8.split(separator: UInt8(ascii: ",")) { senses[trimmed(word)] = sense }
    }
    return senses
  }()

  /// How many words the longest phrase above has that begins with a word, where that is more than one.
  static let longest: [String: Int] = senses.keys.reduce(into: [:]) { longest, phrase in
    let spaces = phrase.utf8.count { $0 == UInt8(ascii: " ") }
    guard spaces > 0 else { return }
    let first = String(phrase.prefix { $0 != " " })
    longest[first] = max(longest[first] ?? 1, spaces + 1)
  }

  /// The lengths of the words above that begin with a Han or a kana, from the longest on.
  static let wideLengths: [Unicode.Scalar: [Int]] = senses.keys
    .reduce(into: [Unicode.Scalar: Set<Int>]()) { lengths, word in
      if let first = word.unicodeScalars.first, first.isHanOrKana {
        lengths[first, default: []].insert(word.unicodeScalars.count)
      }
    }.mapValues { $0.sorted(by: >) }

  /// The words above that are no words but in capitals.
  static let capitals: Set<String> = ["us", "eu", "un", "uk", "uae", "usa"]

  /// Korean words above that are none at the beginning of others: 대중 is none in 대중교통.
  static let wholeKorean: Set<String> = ["국가", "나라", "지역", "대중", "대미", "대일", "각국"]

  /// Han that count only at the end of a part, and where no other word runs into them: 円 is none in 円滑.
  static let counters: [Unicode.Scalar: SubtitleSense] = [
    "円": .currency, "元": .currency, "人": .unit, "台": .unit, "件": .unit, "点": .unit, "个": .unit, "個": .unit,
    "项": .unit, "社": .unit, "校": .unit, "隻": .unit, "天": .unit,
  ]

  /// Han that count behind other words, and where a part ends or kana follow.
  static let endings: [Unicode.Scalar: SubtitleSense] = ["比": .kind, "倍": .unit, "省": .place, "県": .place, "州": .place]

  /// What stands behind a Korean noun.
  static let particles = [
    "에서의", "으로의", "로의", "별로", "에서", "에게", "으로", "까지", "부터", "의", "에", "로", "은", "는", "이", "가", "을", "를", "과", "와", "도",
    "별", "간", "산", "발", "측", "내", "화", "당",
  ]

  /// What trade with a country is called in one word: 대미수출.
  static let koreanFlows = ["수출", "수입", "무역", "교역", "관세", "투자", "흑자", "적자", "의존"]

  private static let lists: [(String, SubtitleSense)] = [
    (
      """
      per cent, percent, pct, percentage, percentages, percentage point, percentage points, basis points, point, points, \
      index, index points, tonne, tonnes, ton, tons, kilogram, kilograms, kilo, kilos, kg, litre, litres, liter, liters, \
      barrel, barrels, ounce, ounces, teu, unit, units, times, people, persons, jobs, hours, days, degree, degrees, \
      パーセント, パーセントポイント, ポイント, 指数, トン, キロ, キログラム, キロトン, リットル, バレル, 百分点, 个百分点, 吨, 公吨, 公斤, 千克, 桶, 平方米, 人次, \
      퍼센트, 퍼센트포인트, 포인트, 지수, 톤, 킬로, 킬로그램, 리터, 배럴, 명, 건, 배, 개, 대, 개사, 건수
      """, .unit
    ),
    (
      """
      us dollar, us dollars, us$, dollar, dollars, usd, hong kong dollar, hong kong dollars, yuan, chinese yuan, renminbi, \
      rmb, cny, yen, japanese yen, jpy, won, korean won, south korean won, krw, euro, euros, eur, sterling, pounds, gbp, \
      rupee, rupees, rupiah, baht, dong, ringgit, peso, pesos, \
      ドル, 米ドル, 台湾ドル, 香港ドル, 日本円, 人民元, ウォン, 韓国ウォン, ユーロ, ポンド, \
      美元, 人民币, 人民币元, 日元, 韩元, 欧元, 港元, 英镑, 新台币, \
      달러, 미국 달러, 미 달러, 홍콩 달러, 위안, 엔, 일본 엔, 원, 유로, 파운드
      """, .currency
    ),
    (
      """
      share, shares, ratio, ratios, proportion, number, numbers, count, counts, how many, rank, ranks, ranking, \
      割合, 比率, 比重, 占比, シェア, 順位, 排名, 位次, 倍率, 件数, 項目数, 台数, 人数, 回数, 社数, 隻数, 数量, 个数, 项数, 次数, 家数, \
      비율, 비중, 순위, 점유율, 인원, 개수, 대수, 수
      """, .kind
    ),
    (
      """
      us, eu, un, uk, uae, usa, oecd, g7, g20, brics, asean, apec, rcep, world, worldwide, global, country, countries, \
      economy, economies, region, regions, nation, nations, nationwide, province, provinces, provincial, prefecture, \
      prefectures, city, cities, mainland, each row, asia, europe, africa, america, americas, gulf, middle east, euro area, \
      eurozone, american, chinese, canadian, mexican, german, french, british, spanish, italian, dutch, swiss, swedish, \
      danish, norwegian, finnish, polish, turkish, thai, philippine, filipino, korea, north korea, \
      世界, 全世界, アジア, ヨーロッパ, 欧州, 北米, 中南米, 中東, アフリカ, 湾岸, 国・地域, 国別, 各国, 主要国, 先進国, 新興国, 途上国, 全国, 地域, \
      カ国, ヵ国, か国, ヶ国, 両国, 三国, 行の国, 列の国, 都道府県, 日中韓, 日韓, 中韓, 日中, 日米, 米中, 韓米, 米韓, 対米, 対中, 対日, 対韓, アメリカ, \
      全球, 亚洲, 东亚, 欧洲, 北美, 拉美, 美洲, 非洲, 中东, 国家, 国别, 地区, 经济体, 两国, 四国, 五国, 六国, 八国, 十国, 省份, 各省, 中日韩, 日韩, \
      中韩, 中日, 中美, 美中, 日美, 韩美, 美韩, 对美, 对华, 对中, 对日, 对韩, 自华, 发展中国家, 欧盟, 东盟, \
      세계, 전세계, 글로벌, 아시아, 동아시아, 유럽, 유럽연합, 아프리카, 중동, 북미, 중남미, 국가, 나라, 각국, 양국, 국, 개국, 주요국, 선진국, 신흥국, \
      지역, 권역, 한중일, 한일, 한미, 한중, 미중, 중일, 대미, 대일, 대중, 북한, 대한민국
      """, .place
    ),
    ("per, 每, 兑, 对", .per),
    ("当たり, あたり, 당", .each),
    (
      """
      all dates, all years, to date, 全期間, これまで, 令和, 平成, 昭和, 全部时间, 迄今, 至今, 전체 기간, 현재까지
      """, .period
    ),
    (
      """
      a, an, the, of, by, in, on, at, to, from, and, or, for, as, with, since, until, before, after, between, each, every, \
      all, one, its, their, than, million, billion, trillion, thousand, mn, bn, tn, m, month, months, monthly, a month, \
      year, years, yearly, annual, annually, a year, quarter, quarters, quarterly, week, weekly, day, daily, half, date, \
      dates, end, latest, last, first, current, constant, average, averages, rolling, seasonally adjusted, january, \
      february, march, april, may, june, july, august, september, october, november, december, jan, feb, mar, apr, jun, \
      jul, aug, sep, sept, oct, nov, dec, q1, q2, q3, q4, h1, h2, \
      年, 月, 日, 期, 四半期, 上半期, 下半期, 上半年, 下半年, 季度, 月次, 月度, 月別, 月平均, 年平均, 月均值, 年次, 年度, 年間, 月間, 日次, 週次, 毎月, \
      各月, 各年, 末, 時点, まで, から, より, 以降, 以来, 以後, 現在, 平均, の, と, や, を, に, で, は, が, へ, 別, 各, 対, 按, 分, 及, 和, 与, 的, 至, 截至, \
      自, 十, 百, 千, 万, 億, 亿, 兆, 相手国, 相手国別, 相手国・地域, 相手国・地域別, 原産国, 原産国別, 原产国, 来源国, 直近, 最近, カ月, 个月, 毎, 每月, 每年, 第, 月額, \
      년, 월, 일, 말, 월말, 분기, 상반기, 하반기, 월별, 연간, 월간, 일별, 분기별, 연도별, 매월, 매년, 이후, 이전, 기준, 평균, 월평균, 및, 또는, 각, 전체, 최근, 개월, \
      현재, 십, 백, 천, 만, 억, 조, 백만, 천만
      """, .filler
    ),
  ]
}

/// Without the spaces around it.
private func trimmed(_ word: Substring.UTF8View) -> String {
  var word = word
  while word.first == UInt8(ascii: " ") { word.removeFirst() }
  while word.last == UInt8(ascii: " ") { word.removeLast() }
  return String(Substring(word))
}
