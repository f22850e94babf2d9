// SPDX-License-Identifier: MIT
import Figures

/// Every word that the look itself says, in one language; what pages say comes from their authors.
struct Words: Sendable {
  // The frame of a page
  let skip: String
  let sections: String
  let language: String
  let feeds: String
  let publishedBy: @Sendable (String) -> String
  let darkMode: String
  // An article
  let keyPoints: String
  let contents: String
  let sources: String
  let retrieved: @Sendable (String) -> String
  let related: String
  let checked: @Sendable (Int) -> String
  // Where numbers come from
  let pageFigures: String
  let edition: @Sendable (String) -> String
  let revisedSince: String
  let revisedIntro: String
  let inText: String
  let latestEdition: String
  let notInEdition: String
  let revised: String
  let statedDifferently: @Sendable (Int, String) -> String
  // A figure
  let note: String
  let source: String
  let colon: String
  let comma: String
  let semicolon: String
  let dataTable: String
  let link: String
  let copied: String
  // The front page and lists
  let comingAndRecent: String
  let allEvents: String
  let latest: String
  let briefings: String
  let allBriefings: String
  let proposals: String
  let allProposals: @Sendable (Int) -> String
  let data: String
  let allDatasets: String
  let pageData: String
  let nothingYet: String
  let pages: String
  let newer: String
  let older: String
  let pageOf: @Sendable (Int, Int) -> String
  // Records
  let events: String
  let cases: String
  let proposal: String
  let who: String
  let countries: String
  let date: String
  let status: String
  // Datasets
  let dataset: String
  let publisher: String
  let frequency: String
  let coverage: String
  let rows: String
  let fields: String
  let name: String
  let type: String
  let unit: String
  let description: String
  let valuation: String
  let reporter: String
  let retrievedOn: String
  let licence: String
  let caveats: String
  let newestRows: String
  let downloadCSV: String
  let usedBy: String
  let editions: String
  let publishedOn: String
  let revisions: String
  let revisionCount: @Sendable (Int, Int, Int) -> String
  let row: String
  let field: String
  let before: String
  let after: String
  let change: String
  let largestOf: @Sendable (Int, Int) -> String
  let allRevisions: String
  // The glossary
  let written: String
  let inQuery: String
  let range: String
  let limits: String
  let undefined: String
  // The page that is none
  let noPage: String
  let notFound: String
  let toFrontPage: String

  /// The words of a language.
  static func of(_ language: Language) -> Words {
    switch language {
    case .english: english
    case .japanese: japanese
    case .korean: korean
    case .chinese: chinese
    }
  }
}

extension Words {
  static let english = Words(
    skip: "Skip to the text", sections: "Sections", language: "Language", feeds: "Feeds",
    publishedBy: { "Published by \($0)" }, darkMode: "Dark mode",
    keyPoints: "Key points", contents: "Contents", sources: "Data and sources",
    retrieved: { "retrieved \($0)" }, related: "Related",
    checked: { $0 == 1 ? "Checked by the build: 1 statement" : "Checked by the build: \($0) statements" },
    pageFigures: "Figures on this page", edition: { "edition of \($0)" }, revisedSince: "Revised or left out since",
    revisedIntro: "The text keeps the figures of the editions it was written from. The latest editions say:",
    inText: "In the text", latestEdition: "Latest", notInEdition: "not in this edition", revised: "Revised",
    statedDifferently: { "the edition of \($1) states \($0 == 1 ? "1 figure" : "\($0) figures") differently" },
    note: "Note", source: "Source", colon: ": ", comma: ", ", semicolon: "; ", dataTable: "Data", link: "Link",
    copied: "Link copied",
    comingAndRecent: "Coming and recent", allEvents: "All events", latest: "Latest briefings", briefings: "Briefings",
    allBriefings: "All briefings", proposals: "Proposals",
    allProposals: { $0 == 1 ? "The proposal" : "All \($0) proposals" }, data: "Data", allDatasets: "All datasets",
    pageData: "The data behind this page",
    nothingYet: "Nothing here yet.", pages: "Pages", newer: "Newer", older: "Older",
    pageOf: { "Page \($0) of \($1)" },
    events: "Events", cases: "Companies", proposal: "Proposal", who: "Who", countries: "Countries", date: "Date",
    status: "Status",
    dataset: "Dataset", publisher: "Publisher", frequency: "Frequency", coverage: "Period", rows: "Rows",
    fields: "Fields", name: "Name", type: "Type", unit: "Unit", description: "Description", valuation: "Valuation",
    reporter: "Reporter", retrievedOn: "Retrieved", licence: "Licence", caveats: "Caveats", newestRows: "Newest rows",
    downloadCSV: "Download CSV", usedBy: "Where it is used",
    editions: "Editions", publishedOn: "Published", revisions: "Revisions",
    revisionCount: { cells, added, removed in
      let rows: (Int) -> String = { $0 == 1 ? "1 row" : "\($0) rows" }
      return
        "\(cells == 1 ? "1 figure" : "\(cells) figures") revised, \(rows(added)) added, \(rows(removed)) no longer there."
    },
    row: "Row", field: "Field", before: "Before", after: "After", change: "Change",
    largestOf: { "The \($0) largest changes of \($1), in per cent of the figure before." },
    allRevisions: "Download all revisions (CSV)",
    written: "Written as", inQuery: "In a query", range: "Range", limits: "What it does not tell",
    undefined: "When it is null",
    noPage: "Page not found",
    notFound: "There is no page at this address.", toFrontPage: "Go to the front page")

  static let japanese = Words(
    skip: "本文へ移動", sections: "メニュー", language: "言語", feeds: "フィード",
    publishedBy: { "発行：\($0)" }, darkMode: "ダークモード",
    keyPoints: "要点", contents: "目次", sources: "データと出所",
    retrieved: { "\($0)取得" }, related: "関連記事",
    checked: { "データと照合済みの記述：\($0)件" },
    pageFigures: "このページの数値の出所", edition: { "\($0)版" }, revisedSince: "その後の改定・除外",
    revisedIntro: "本文の数値は執筆時に用いた版のもの。最新版では次のとおり。",
    inText: "本文", latestEdition: "最新版", notInEdition: "この版にはない", revised: "改定",
    statedDifferently: { "\($1)版では、このうち\($0)件の数値が異なる" },
    note: "注", source: "出所", colon: "：", comma: "、", semicolon: "；", dataTable: "データ", link: "リンク",
    copied: "リンクをコピーしました",
    comingAndRecent: "今後の予定と最近の動き", allEvents: "動きをすべて見る", latest: "最新のブリーフィング",
    briefings: "ブリーフィング", allBriefings: "ブリーフィング一覧", proposals: "提言",
    allProposals: { "提言\($0)件をすべて見る" }, data: "データ", allDatasets: "データ一覧",
    pageData: "このページのデータ",
    nothingYet: "まだ掲載がありません。", pages: "ページ", newer: "新しい記事", older: "過去の記事",
    pageOf: { "\($1)ページ中\($0)ページ" },
    events: "動き", cases: "企業の事例", proposal: "提言", who: "提言者", countries: "対象国", date: "日付",
    status: "状況",
    dataset: "データセット", publisher: "公表機関", frequency: "頻度", coverage: "期間", rows: "行数",
    fields: "項目", name: "名称", type: "型", unit: "単位", description: "説明", valuation: "評価基準",
    reporter: "報告国", retrievedOn: "取得日", licence: "利用条件", caveats: "留意点", newestRows: "最新のデータ",
    downloadCSV: "CSVをダウンロード", usedBy: "このデータを使った記事",
    editions: "版", publishedOn: "公表日", revisions: "改定",
    revisionCount: { "数値の改定\($0)件、行の追加\($1)件、行の削除\($2)件。" },
    row: "行", field: "項目", before: "改定前", after: "改定後", change: "変化",
    largestOf: { "\($1)件のうち変化率の大きい\($0)件。" }, allRevisions: "改定の一覧をダウンロード（CSV）",
    written: "書き方", inQuery: "クエリでの書き方", range: "値の範囲", limits: "読み取れないこと",
    undefined: "値がない場合",
    noPage: "ページが見つかりません",
    notFound: "お探しのページは見つかりませんでした。", toFrontPage: "トップページへ")

  static let korean = Words(
    skip: "본문으로 건너뛰기", sections: "메뉴", language: "언어", feeds: "피드",
    publishedBy: { "발행: \($0)" }, darkMode: "다크 모드",
    keyPoints: "핵심 요약", contents: "목차", sources: "데이터와 출처",
    retrieved: { "\($0) 조회" }, related: "관련 기사",
    checked: { "데이터와 대조해 확인한 서술 \($0)건" },
    pageFigures: "이 페이지 수치의 출처", edition: { "\($0)판" }, revisedSince: "이후 개정되거나 빠진 수치",
    revisedIntro: "본문의 수치는 작성 당시 사용한 판을 따른다. 최신판의 수치는 다음과 같다.",
    inText: "본문", latestEdition: "최신판", notInEdition: "이 판에는 없음", revised: "개정",
    statedDifferently: { "\($1)판에서는 이 가운데 수치 \($0)건이 다르다" },
    note: "주", source: "자료", colon: ": ", comma: ", ", semicolon: "; ", dataTable: "데이터", link: "링크",
    copied: "링크를 복사했습니다",
    comingAndRecent: "예정 및 최근 동향", allEvents: "동향 전체 보기", latest: "최신 브리핑",
    briefings: "브리핑", allBriefings: "브리핑 전체 보기", proposals: "제언",
    allProposals: { "제언 \($0)건 전체 보기" }, data: "데이터", allDatasets: "데이터 전체 보기",
    pageData: "이 페이지의 데이터",
    nothingYet: "아직 게시된 내용이 없습니다.", pages: "페이지", newer: "최신 기사", older: "지난 기사",
    pageOf: { "\($1)쪽 중 \($0)쪽" },
    events: "주요 동향", cases: "기업 사례", proposal: "제언", who: "제언자", countries: "대상국", date: "날짜",
    status: "상태",
    dataset: "데이터", publisher: "발표 기관", frequency: "주기", coverage: "기간", rows: "행 수",
    fields: "항목", name: "이름", type: "유형", unit: "단위", description: "설명", valuation: "평가 기준",
    reporter: "보고국", retrievedOn: "조회일", licence: "이용 조건", caveats: "유의 사항", newestRows: "최근 수치",
    downloadCSV: "CSV 내려받기", usedBy: "이 데이터를 쓴 기사",
    editions: "판", publishedOn: "공표일", revisions: "개정 내역",
    revisionCount: { "개정된 수치 \($0)건, 추가된 행 \($1)건, 삭제된 행 \($2)건." },
    row: "행", field: "항목", before: "개정 전", after: "개정 후", change: "변화",
    largestOf: { "\($1)건 중 변동률이 큰 \($0)건." }, allRevisions: "개정 내역 전체 내려받기(CSV)",
    written: "쓰는 법", inQuery: "쿼리에서", range: "값의 범위", limits: "알 수 없는 것",
    undefined: "값이 없는 경우",
    noPage: "페이지를 찾을 수 없습니다",
    notFound: "요청하신 페이지를 찾을 수 없습니다.", toFrontPage: "첫 화면으로")

  static let chinese = Words(
    skip: "跳到正文", sections: "栏目", language: "语言", feeds: "订阅",
    publishedBy: { "发布：\($0)" }, darkMode: "深色模式",
    keyPoints: "要点", contents: "目录", sources: "数据与来源",
    retrieved: { "\($0)获取" }, related: "相关文章",
    checked: { "已与数据核对的表述：\($0)条" },
    pageFigures: "本页数字的出处", edition: { "\($0)版" }, revisedSince: "此后的修订与删减",
    revisedIntro: "正文沿用撰写时所用版本的数据，最新版本的数据如下。",
    inText: "正文", latestEdition: "最新版本", notInEdition: "该版本未列", revised: "修订",
    statedDifferently: { "\($1)版中有\($0)项数据不同" },
    note: "注", source: "资料来源", colon: "：", comma: "，", semicolon: "；", dataTable: "数据", link: "链接", copied: "链接已复制",
    comingAndRecent: "近期日程与动态", allEvents: "查看全部动态", latest: "最新简报",
    briefings: "简报", allBriefings: "全部简报", proposals: "建议",
    allProposals: { "查看全部\($0)条建议" }, data: "数据", allDatasets: "全部数据",
    pageData: "本页数据",
    nothingYet: "暂无内容。", pages: "分页", newer: "较新", older: "较早",
    pageOf: { "第\($0)页，共\($1)页" },
    events: "动态", cases: "企业案例", proposal: "建议", who: "提出者", countries: "涉及国家", date: "日期",
    status: "状态",
    dataset: "数据集", publisher: "发布机构", frequency: "频率", coverage: "期间", rows: "行数",
    fields: "字段", name: "名称", type: "类型", unit: "单位", description: "说明", valuation: "计价方式",
    reporter: "报告方", retrievedOn: "获取日期", licence: "使用许可", caveats: "注意事项", newestRows: "最新数据",
    downloadCSV: "下载CSV", usedBy: "使用本数据的文章",
    editions: "版本", publishedOn: "发布日期", revisions: "修订",
    revisionCount: { "修订数据\($0)项，新增\($1)行，删除\($2)行。" },
    row: "行", field: "字段", before: "修订前", after: "修订后", change: "变化",
    largestOf: { "共\($1)项，列出变动幅度（%）最大的\($0)项。" }, allRevisions: "下载全部修订（CSV）",
    written: "写法", inQuery: "在查询中", range: "取值范围", limits: "不能说明什么",
    undefined: "何时为空值",
    noPage: "页面不存在",
    notFound: "您访问的页面不存在。", toFrontPage: "返回首页")
}
