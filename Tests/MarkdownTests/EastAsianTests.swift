// SPDX-License-Identifier: MIT
import Testing

@testable import Markdown

struct EastAsianTests {
  @Test(
    "emphasis works beside East Asian punctuation and letters",
    arguments: [
      ("**関税率は3%。**次", "<strong>関税率は3%。</strong>次"),
      ("日本は**「引用」**と", "日本は<strong>「引用」</strong>と"),
      ("*「引用」*は", "<em>「引用」</em>は"),
      ("**\"인용\"**은", "<strong>&quot;인용&quot;</strong>은"),
      ("그는 **(가)**를", "그는 <strong>(가)</strong>를"),
      ("他说**“引用”**的，**（注）**和", "他说<strong>“引用”</strong>的，<strong>（注）</strong>和"),
      ("値は~~「旧」~~です", "値は<del>「旧」</del>です"),
      ("は**~~「旧」~~**の", "は<strong><del>「旧」</del></strong>の"),
      ("は~~**「旧」**~~の", "は<del><strong>「旧」</strong></del>の"),
      ("***「強」***と", "<em><strong>「強」</strong></em>と"),
      ("**[a](b)。**次", "<strong><a href=\"b\">a</a>。</strong>次"),
      ("**`x`。**次", "<strong><code>x</code>。</strong>次"),
    ])
  func emphasis(markdown: String, html: String) {
    #expect(Reading(markdown + "\n").html == "<p>\(html)</p>\n")
  }

  @Test(
    "what is no emphasis stays none, and no mark is left behind",
    arguments: [
      ("2 * 3。* 4", "2 * 3。* 4"), ("は ** 「a」 ** と", "は ** 「a」 ** と"), ("は\\*「a」\\*と", "は*「a」*と"),
      ("`は**「a」**と`", "<code>は**「a」**と</code>"), ("は_「a」_と", "は_「a」_と"), ("。*", "。*"), ("*。", "*。"),
      ("[a](は*「b」*と)", "<a href=\"は*「b」*と\">a</a>"), ("[は**「a」**と]\n\n[は**「a」**と]: x", nil),
    ])
  func noEmphasis(markdown: String, html: String?) {
    let reading = Reading(markdown + "\n")
    if let html { #expect(reading.html == "<p>\(html)</p>\n") }
    #expect(!reading.html.unicodeScalars.contains { (0xFDD0...0xFDEF).contains($0.value) })
    #expect(
      reading.document.links.allSatisfy {
        !$0.destination.unicodeScalars.contains { (0xFDD0...0xFDEF).contains($0.value) }
      })
  }

  @Test(
    "a line break between Han or kana characters adds no space; beside Hangul and Latin it does",
    arguments: [
      ("貿易は\n増えた", "貿易は増えた"), ("輸出、\n輸入", "輸出、輸入"), ("**輸出**\n*輸入*", "<strong>輸出</strong><em>輸入</em>"),
      ("出口。\n**“进口”**的", "出口。\n<strong>“进口”</strong>的"), ("교역이\n늘었다", "교역이\n늘었다"), ("a\n中", "a\n中"),
      ("中\na", "中\na"), ("３\n億", "３億"), ("中  \n国", "中<br>\n国"), ("中\n{{ a }}", "中\n[value 0]"),
      ("`中`\n国", "<code>中</code>国"), ("**「中」**\n国", "<strong>「中」</strong>国"),
    ])
  func lineBreaks(markdown: String, html: String) {
    #expect(Reading(markdown + "\n").html == "<p>\(html)</p>\n")
  }

  @Test(
    "heading ids keep letters and digits of every script, in lower case, and differ",
    arguments: [
      ("# 日本の貿易、2024年\n", ["日本の貿易-2024年"]), ("# Ünited_States!\n", ["ünited-states"]),
      ("# 한국 / 中国\n", ["한국-中国"]), ("# A\n# a\n# a-2\n# A\n", ["a", "a-2", "a-2-2", "a-3"]),
      ("# ***\n# !\n", ["section", "section-2"]), ("# `x` [y](z) ![w](v)\n", ["x-y"]), ("# a\\\n# b", ["a", "b"]),
    ])
  func ids(markdown: String, ids: [String]) {
    #expect(Reading(markdown).document.headings.map(\.id) == ids)
  }
}
