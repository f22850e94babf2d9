// SPDX-License-Identifier: MIT
import Charts
import Diagnostics
import Figures
import Markdown
import Markup
import Site

/// Fills the holes of a page's body: values, links, images, charts. Collects what is wrong on the way.
struct BodyFiller {
  let page: Page
  let links: LinkResolver
  /// The figures of the page's charts by their fence.
  let figures: [Int: HTML]
  /// How a number looks in running text.
  let value: (ShownValue) -> HTML
  private(set) var shown: ShownNumbers
  private(set) var diagnostics: [Diagnostic] = []

  init(page: Page, library: Library, figures: [Int: HTML] = [:], value: @escaping (ShownValue) -> HTML) {
    self.page = page
    self.figures = figures
    self.value = value
    shown = ShownNumbers(page: page)
    links = LinkResolver(page: page, library: library)
  }

  mutating func filled(_ body: Body, of document: Document) -> HTML {
    var faults: [Diagnostic] = []
    let html = body.filled { hole in
      do throws(Diagnostic) { return try fill(hole, document) } catch {
        faults.append(error)
        return HTML()
      }
    }
    diagnostics += faults
    return html
  }

  private mutating func fill(_ hole: Hole, _ document: Document) throws(Diagnostic) -> HTML {
    switch hole {
    case .value(let index) where page.numbers.isSpark(document.values[index].name):
      let value = document.values[index]
      guard let spark = page.numbers.textSparks[value.format] else { return HTML() }  // reported when it was computed
      return line(of: spark) ?? HTML()
    case .value(let index):
      let reference = document.values[index]
      return value(try shown.value(reference.name, format: reference.format, at: reference.place))
    case .plainValue(let index), .attributeValue(let index):
      let reference = document.values[index]
      return HTML(text: try shown.text(reference.name, format: reference.format, at: reference.place))
    case .chart(let index): return figures[index] ?? HTML()
    case .link(let index):
      let link = document.links[index]
      return HTML(text: try links.url(link.destination, at: link.place).text)
    case .imageSource(let index):
      let image = document.images[index]
      return HTML(text: try links.image(image.source, at: image.place).url.text)
    case .imageSize(let index):
      let image = document.images[index]
      guard let size = (try? links.image(image.source, at: image.place))?.size else { return HTML() }
      return sizeAttributes(size)
    }
  }

  private func line(of spark: Spark) -> HTML? {
    sparkline(
      values: spark.values, positions: spark.positions, format: spark.definition.format,
      curve: spark.definition.curve, language: page.language)
  }

  private func sizeAttributes(_ size: ImageSize) -> HTML {
    HTML(trusted: Array(" width=\"\(size.width)\" height=\"\(size.height)\"".utf8))
  }

  /// A line of plain text with its values.
  mutating func text(_ text: TextWithValues) -> String {
    text.filled { name, format, place in
      do throws(Diagnostic) { return try shown.text(name, format: format, at: place) } catch {
        diagnostics.append(error)
        return "…"
      }
    }
  }

  /// The same where a number may lead to where it comes from.
  ///
  /// - Parameter isChecked: Whether faults in it are told already.
  mutating func html(_ text: TextWithValues, isChecked: Bool = false) -> HTML {
    HTML(
      text.pieces.map { piece in
        switch piece {
        case .text(let text): return HTML(text: text)
        case .value(let name, let format, let place):
          do throws(Diagnostic) { return value(try shown.value(name, format: format, at: place)) } catch {
            if !isChecked { diagnostics.append(error) }
            return "…"
          }
        }
      })
  }

  /// Notes what is shown outside the body.
  mutating func note(_ other: ShownNumbers) { shown.note(other) }

  /// A link that stands in the front matter.
  mutating func resolve(_ destination: String, at place: Place) -> RelativeURL? {
    do { return try links.url(destination, at: place) } catch {
      diagnostics.append(error)
      return nil
    }
  }

  /// A line of Markdown without the paragraph around it.
  mutating func inline(_ document: Document) -> HTML {
    let html = filled(document.body, of: document)
    var bytes = html.bytes[...]
    while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    guard bytes.starts(with: "<p>".utf8), bytes.suffix(4).elementsEqual("</p>".utf8) else { return html }
    return HTML(trusted: Array(bytes.dropFirst(3).dropLast(4)))
  }

  /// The headings of levels 2 and 3.
  mutating func contents() -> [ContentsEntry] {
    let document = page.draft.document
    return document.headings.filter { 2...3 ~= $0.level }.map {
      ContentsEntry(level: $0.level, id: $0.id, title: filled($0.content, of: document))
    }
  }
}
