// SPDX-License-Identifier: MIT
import Figures

/// What the look says on and about the pages of charts, in one language.
struct ChartWords: Sendable {
  let chart: String
  let standsIn: String
  let citeOrEmbed: String
  let cite: String
  let embed: String
  let embedHint: String
  let barePage: String
  let copy: String
  let copied: String
  let download: String
  let svg: String
  let csv: String
  let json: String

  /// The words of a language.
  static func of(_ language: Language) -> ChartWords {
    switch language {
    case .english: english
    case .japanese: japanese
    case .korean: korean
    case .chinese: chinese
    }
  }

  private static let english = ChartWords(
    chart: "Chart", standsIn: "From", citeOrEmbed: "Cite or embed", cite: "How to cite", embed: "Embed",
    embedHint: "This shows the figure in a page of yours, without a script, and keeps up with its corrections.",
    barePage: "The figure alone", copy: "Copy", copied: "Copied",
    download: "Download", svg: "the picture, to print or edit",
    csv: "the numbers", json: "numbers, sources and how the chart is made")

  private static let japanese = ChartWords(
    chart: "図表", standsIn: "掲載：", citeOrEmbed: "引用・埋め込み", cite: "引用するには", embed: "埋め込む",
    embedHint: "次のコードを貼ると、スクリプトを使わずに図を表示できる。訂正も自動で反映される。",
    barePage: "図だけを表示", copy: "コピー", copied: "コピーしました",
    download: "ダウンロード", svg: "図（印刷・編集用）",
    csv: "数値", json: "数値、出所、図の定義")

  private static let korean = ChartWords(
    chart: "도표", standsIn: "게재:", citeOrEmbed: "인용·퍼가기", cite: "인용하기", embed: "퍼가기",
    embedHint: "아래 코드를 붙이면 스크립트 없이 도표를 보여 줄 수 있고, 정정 내용도 그대로 반영된다.",
    barePage: "도표만 보기", copy: "복사", copied: "복사했습니다",
    download: "내려받기", svg: "그림(인쇄·편집용)",
    csv: "수치", json: "수치, 자료 출처, 도표 정의")

  private static let chinese = ChartWords(
    chart: "图表", standsIn: "见于：", citeOrEmbed: "引用与嵌入", cite: "如何引用", embed: "嵌入",
    embedHint: "粘贴以下代码即可在您的网页中显示该图，无需脚本，更正会自动同步。",
    barePage: "仅看图表", copy: "复制", copied: "已复制",
    download: "下载", svg: "图片（供印刷或编辑）",
    csv: "数据", json: "数据、来源与图表定义")
}
