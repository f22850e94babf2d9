// SPDX-License-Identifier: MIT

extension HTML: ExpressibleByStringInterpolation {
  public init(stringLiteral value: StaticString) {
    bytes = []
    bytes.append(value)
    #if DEBUG
      var checker = TemplateChecker()
      checker.literal(value.description)
      checker.finish()
    #endif
  }

  public init(stringInterpolation: Interpolation) {
    #if DEBUG
      stringInterpolation.checker.finish()
    #endif
    bytes = stringInterpolation.bytes
  }

  /// What may stand in a hole of a template; the set is closed, so that nothing is printed by accident.
  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8]
    #if DEBUG
      fileprivate var checker = TemplateChecker()
    #endif

    public init(literalCapacity: Int, interpolationCount: Int) {
      bytes = []
      bytes.reserveCapacity(literalCapacity + 48 * interpolationCount)
    }

    public mutating func appendLiteral(_ literal: StaticString) {
      #if DEBUG
        checker.literal(literal.description)
      #endif
      bytes.append(literal)
    }

    /// Text, escaped. Not in `href`, `src` or `action`: those take a checked URL.
    public mutating func appendInterpolation(_ text: String) {
      #if DEBUG
        checker.hole(.text)
      #endif
      appendEscaped(text, to: &bytes)
    }

    public mutating func appendInterpolation(_ text: Substring) {
      #if DEBUG
        checker.hole(.text)
      #endif
      appendEscaped(text, to: &bytes)
    }

    public mutating func appendInterpolation(_ number: Int) {
      #if DEBUG
        checker.hole(.number)
      #endif
      bytes += String(number).utf8
    }

    /// Markup, as it is. Only between tags.
    public mutating func appendInterpolation(_ html: HTML) {
      #if DEBUG
        checker.hole(.markup)
      #endif
      bytes += html.bytes
    }

    /// Markup that may be absent.
    public mutating func appendInterpolation(_ html: HTML?) {
      #if DEBUG
        checker.hole(.markup)
      #endif
      if let html { bytes += html.bytes }
    }

    public mutating func appendInterpolation(_ url: RelativeURL) {
      #if DEBUG
        checker.hole(.url)
      #endif
      appendEscaped(url.text, to: &bytes)
    }

    public mutating func appendInterpolation(_ url: ExternalURL) {
      #if DEBUG
        checker.hole(.url)
      #endif
      appendEscaped(url.text, to: &bytes)
    }

    /// One fragment for each element: `\(each: topics, topicItem)`.
    public mutating func appendInterpolation<Element>(
      each elements: some Sequence<Element>, _ fragment: (Element) -> HTML
    ) {
      #if DEBUG
        checker.hole(.markup)
      #endif
      for element in elements { bytes += fragment(element).bytes }
    }

    /// One fragment for each element, with a separator between two.
    public mutating func appendInterpolation<Element>(
      each elements: some Sequence<Element>, _ fragment: (Element) -> HTML, separator: HTML
    ) {
      #if DEBUG
        checker.hole(.markup)
      #endif
      var isFirst = true
      for element in elements {
        if !isFirst { bytes += separator.bytes }
        isFirst = false
        bytes += fragment(element).bytes
      }
    }

    /// A fragment of a value that may be absent: `\(page.note, noteLine)`.
    public mutating func appendInterpolation<Value>(_ value: Value?, _ fragment: (Value) -> HTML) {
      #if DEBUG
        checker.hole(.markup)
      #endif
      if let value { bytes += fragment(value).bytes }
    }

    /// A whole attribute, with a space before it, or nothing: `<a href="…"\(attribute: "lang", item.language)>`.
    public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
      guard let value else { return }
      #if DEBUG
        checker.attribute(name.description)
      #endif
      bytes.append(UInt8(ascii: " "))
      bytes.append(name)
      bytes.append("=\"" as StaticString)
      appendEscaped(value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }

    @available(*, unavailable, message: "write the number as a formatted String")
    public mutating func appendInterpolation(_ number: Double) {}

    @available(*, unavailable, message: "unwrap the text, or give a fragment: \\(value, fragment)")
    public mutating func appendInterpolation(_ text: String?) {}
  }
}
