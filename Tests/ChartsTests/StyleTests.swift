// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import Charts

@Suite("colours")
struct StyleTests {
  @Test("marks reach a contrast of 3 with the page, texts 4.5, in both themes")
  func contrasts() {
    for palette in [ChartPalette.light, .dark] {
      for (cssClass, colors) in palette.roles {
        #expect(contrast(colors.mark, palette.page) >= 3, "\(cssClass) mark on \(palette.page)")
        #expect(contrast(colors.text, palette.page) >= 4.5, "\(cssClass) text on \(palette.page)")
      }
      for text in [palette.ink, palette.secondary] { #expect(contrast(text, palette.page) >= 4.5) }
      #expect(contrast(palette.baseline, palette.page) >= 3)
    }
  }

  @Test("what is read on a mark or a step reaches a contrast of 4.5 with it")
  func textOnMarks() {
    for palette in [ChartPalette.light, .dark] {
      for mark in palette.roles.map(\.colors.mark) + palette.steps.map(\.mark) {
        #expect(contrast(ChartPalette.Pair(mark: mark, text: mark).on, mark) >= 4.5, "\(mark)")
      }
    }
  }

  @Test("steps grow darker or lighter one by one, and neighbours are told apart in normal and in colour-blind vision")
  func steps() {
    for palette in [ChartPalette.light, .dark] {
      for prefix in ["q", "p", "n"] {
        let ramp = palette.steps.filter { $0.cssClass.hasPrefix(prefix) }.map(\.mark)
        #expect(ramp.count == (prefix == "q" ? 5 : 3))
        let contrasts = ramp.map { contrast($0, palette.page) }
        #expect(contrasts == contrasts.sorted() && (contrasts.last ?? 0) >= 6)
        for vision in visions {
          for (a, b) in zip(ramp, ramp.dropFirst()) {
            #expect(distance(a, b, vision.matrix) >= 13, "\(a) and \(b) in \(vision.name)")
          }
        }
      }
      for vision in visions {
        let palest = palette.steps.filter { ["p1", "n1"].contains($0.cssClass) }.map(\.mark)
        #expect(distance(palest[0], palest[1], vision.matrix) >= 8, "both sides of zero in \(vision.name)")
      }
    }
  }

  @Test("any two of the countries, and of the categories, are told apart in normal and in colour-blind vision")
  func distances() {
    for palette in [ChartPalette.light, .dark] {
      for prefix in ["c-", "k"] {
        let marks = palette.roles.filter { $0.cssClass.hasPrefix(prefix) }.map(\.colors.mark)
        for vision in visions {
          for (index, one) in marks.enumerated() {
            for other in marks[(index + 1)...] {
              #expect(distance(one, other, vision.matrix) >= 13, "\(one) and \(other) in \(vision.name)")
            }
          }
        }
      }
    }
  }

  @Test("greys, and the category that stands beside countries, are told from every country")
  func besideCountries() {
    for palette in [ChartPalette.light, .dark] {
      let countries = palette.roles.filter { $0.cssClass.hasPrefix("c-") }.map(\.colors.mark)
      let own = ColorRole.besideCountries.cssClass
      for (cssClass, colors) in palette.roles where cssClass.hasPrefix("g") || cssClass == own {
        for (vision, country) in visions.flatMap({ vision in countries.map { (vision, $0) } }) {
          let found = distance(colors.mark, country, vision.matrix)
          #expect(found >= (cssClass == own ? 13 : 8), "\(cssClass) and \(country) in \(vision.name)")
        }
      }
    }
  }

  @Test("on paper without colour the three economies differ, and so do any two countries or categories")
  func greyscale() {
    for (names, least) in [
      (["c-chn", "c-jpn", "c-kor"], 1.5), (["c-chn", "c-jpn", "c-kor", "c-usa"], 1.3), ((1...6).map { "k\($0)" }, 1.2),
    ] {
      let marks = ChartPalette.light.roles.filter { names.contains($0.cssClass) }.map(\.colors.mark)
      for (index, one) in marks.enumerated() {
        for other in marks[(index + 1)...] { #expect(contrast(one, other) >= least, "\(one) and \(other)") }
      }
    }
  }

  @Test("what has no stylesheet, the icon and the page for what is not found, has the economies' colours too")
  func elsewhere() throws {
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for path in ["Templates/Assets/icon.svg", "Templates/Pages/NotFoundPage.swift"] {
      let text = try String(contentsOf: project.appending(path: path), encoding: .utf8).uppercased()
      for (cssClass, colors) in ChartPalette.light.roles where ["c-chn", "c-jpn", "c-kor"].contains(cssClass) {
        #expect(text.contains(colors.mark), "\(cssClass) in \(path)")
      }
    }
  }

  @Test("the measures of colour are those of the standard")
  func measures() {
    #expect(abs(contrast("#000000", "#FFFFFF") - 21) < 0.001)
    #expect(abs(contrast("#767676", "#FFFFFF") - 4.54) < 0.01)
    #expect(abs(distance("#000000", "#FFFFFF", visions[0].matrix) - 100) < 0.01)
  }

  @Test("every class that a picture uses is in the stylesheet, in light and in dark")
  func classes() {
    #expect(ChartStyle.css.hasPrefix(":root{\(ChartPalette.light.properties)}"))
    #expect(ChartStyle.css.contains(":root[data-theme=dark]{\(ChartPalette.dark.properties)}"))
    let roles = Country.allCases.map(ColorRole.country) + (1...6).map(ColorRole.category) + (1...3).map(ColorRole.grey)
    for role in roles {
      #expect(ChartStyle.css.contains(".\(role.cssClass){--m:"))
      #expect(ChartPalette.dark.roles.contains { $0.cssClass == role.cssClass })
    }
    for query in ["prefers-color-scheme:dark", "data-theme=dark", "@media print", "forced-colors:active", "@container"]
    {
      #expect(ChartStyle.css.contains(query))
    }
  }
}

/// Machado, Oliveira and Fernandes (2009), severity 1, in linear RGB.
private let visions: [(name: String, matrix: [[Double]])] = [
  ("normal vision", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
  (
    "protanopia",
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
  ),
  (
    "deuteranopia",
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
  ),
  (
    "tritanopia",
    [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
  ),
]

private func linear(_ hex: String) -> [Double] {
  let number = Int(hex.dropFirst(), radix: 16) ?? 0
  return [number >> 16, number >> 8 & 255, number & 255].map { byte in
    let channel = Double(byte) / 255
    return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
  }
}

/// WCAG 2.2.
private func contrast(_ a: String, _ b: String) -> Double {
  let luminances = [a, b].map { hex in zip([0.2126, 0.7152, 0.0722], linear(hex)).reduce(0) { $0 + $1.0 * $1.1 } }
  return ((luminances.max() ?? 0) + 0.05) / ((luminances.min() ?? 0) + 0.05)
}

/// In OKLab (Ottosson 2020), times a hundred.
private func distance(_ a: String, _ b: String, _ vision: [[Double]]) -> Double {
  func oklab(_ hex: String) -> [Double] {
    let rgb = linear(hex)
    let seen = vision.map { row in max(0, min(1, zip(row, rgb).reduce(0) { $0 + $1.0 * $1.1 })) }
    let cones = [
      [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ].map { row in pow(zip(row, seen).reduce(0) { $0 + $1.0 * $1.1 }, 1.0 / 3) }
    return [
      [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.8086757660],
    ].map { row in zip(row, cones).reduce(0) { $0 + $1.0 * $1.1 } }
  }
  return zip(oklab(a), oklab(b)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot() * 100
}
