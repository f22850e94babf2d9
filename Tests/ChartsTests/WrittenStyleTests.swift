// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("Pictures that stand alone")
struct WrittenStyleTests {
  @Test(
    "the look is written into the elements, with the light colours, for every type of chart",
    arguments: Language.allCases)
  func elements(language: Language) throws {
    for sample in Samples.all(language) {
      var diagnostics: [Diagnostic] = []
      let maybe = sample.drawn(language, credits: Credits(site: "Site", publishers: ["Customs"]), &diagnostics)
      let drawn = try #require(maybe)
      for picture in [drawn.standalone, drawn.card].compactMap(\.self) {
        let text = String(decoding: picture, as: UTF8.self)
        #expect(!text.contains("class=") && !text.contains("var(") && !text.contains("style"), "\(sample.name)")
        #expect(!text.contains("url(") && !text.contains("href"), "\(sample.name)")
        // A path without a look would be a black area.
        for path in text.split(separator: "<path").dropFirst() {
          #expect(path.prefix { $0 != ">" }.contains("fill=\""), "\(sample.name): \(path.prefix(120))")
        }
      }
      #expect(drawn.card != nil)
    }
  }

  @Test("classes become what the stylesheet says of them, later and narrower rules over others")
  func cascade() {
    var style = WrittenStyle()
    func written(_ element: String) -> String { String(decoding: style.written(Array(element.utf8)), as: UTF8.self) }
    #expect(
      written("<path class=\"v-line v-projected c-chn\" d=\"M0,0H9\"/>")
        == "<path fill=\"none\" stroke=\"#A41E25\" stroke-width=\"2.4\" stroke-linejoin=\"round\" stroke-linecap=\"butt\""
        + " stroke-dasharray=\"4 3\" d=\"M0,0H9\"/>")
    #expect(written("<text class=\"v-series c-kor v-end\">a</text>").contains("fill=\"#08756F\""))
    #expect(written("<text class=\"v-point\">a</text>").contains("fill=\"#16181D\""))
    #expect(written("<path class=\"v-reference\"/>").contains("stroke-dasharray=\"6 3\""))
    #expect(!written("<text class=\"v-reference\"/>").contains("stroke-dasharray"))
  }
}
