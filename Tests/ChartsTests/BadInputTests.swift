// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Foundation
import Testing

@testable import Charts

@Suite("bad input for every type of chart")
struct BadInputTests {
  @Test("is drawn well, or is an error that says where and what would mend it", arguments: BadInput.allCases)
  func drawn(input: BadInput) {
    for kind in Kind.all {
      let sample = input.sample(of: kind)
      var diagnostics: [Diagnostic] = []
      let chart = sample.drawn(.english, &diagnostics)
      let name = Comment(rawValue: "\(kind.name): \(diagnostics)")
      for one in diagnostics {
        #expect(one.place.path == "page.md" && one.place.line >= 10 && one.place.column >= 1, name)
        #expect(one.hint.map { !$0.isEmpty } == true, name)
      }
      // That texts meet is no answer to bad input: there is always a picture without.
      #expect(!diagnostics.contains { $0.rule == "chart-text-overlap" }, name)
      if input.isAlwaysWrong, kind.type != .timeline || input != .infinity { #expect(diagnostics.hasErrors, name) }
      guard let chart, !diagnostics.hasErrors else {
        #expect(diagnostics.hasErrors, name)
        continue
      }
      #expect(kind.type == .table || chart.layouts.map(\.size) == [.wide, .narrow], name)
      for layout in chart.layouts {
        #expect(overlaps(layout) == [], name)
        #expect(!layout.marks.isEmpty, name)
      }
      for text in ["\(chart.wide)", "\(chart.narrow)", chart.description] {
        #expect(notNumbers(in: text) == [], name)
      }
    }
  }

  /// What a number of no value leaves in a text or an attribute; no word of the samples holds it.
  private func notNumbers(in text: String) -> [String] {
    ["nan", "inf"].filter { word in text.withCString { strstr($0, word) != nil } }
  }

  @Test("the check itself finds numbers of no value")
  func finds() {
    #expect(notNumbers(in: "<path d=\"M0,\(Double.nan)L\(-Double.infinity),3\"/>") == ["nan", "inf"])
    #expect(notNumbers(in: "a finding") == [])
  }
}
