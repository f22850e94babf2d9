// SPDX-License-Identifier: MIT
#if DEBUG

  /// Reads the literal segments of a template, never the values, and traps where a hole stands in a place that no
  /// escaping makes safe, or where tags opened and closed in one template do not match.
  ///
  /// Debug builds only: every template runs under test, so a release build has nothing left to find.
  struct TemplateChecker {
    enum Hole { case text, number, markup, url, attribute }

    private enum State: Equatable {
      case text
      case tagName
      case tag
      case attributeName
      case afterEquals
      case value(quote: Character)
      case comment
      case declaration
      case rawText(element: String)
    }

    private var state = State.text
    private var open: [String] = []
    private var tagName = ""
    private var attributeName = ""
    private var endsWithSlash = false
    private var tail = ""
    private var source = ""
    private var urlPrefixIsEmpty = true

    private static let voidElements: Set = [
      "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    private static let urlAttributes: Set = ["href", "src", "action", "srcset", "poster", "formaction", "data"]

    mutating func hole(_ kind: Hole) {
      source += "\\(…)"
      switch state {
      case .text: return
      case .tag:
        if kind != .attribute { trap("a hole in a tag outside a quoted attribute value") }
      case .value:
        if kind == .markup || kind == .attribute { trap("markup in an attribute value ('\(attributeName)')") }
        if Self.urlAttributes.contains(attributeName), kind != .url, urlPrefixIsEmpty {
          trap("'\(attributeName)' takes a RelativeURL or an ExternalURL")
        }
        if attributeName.hasPrefix("on") || attributeName == "style" { trap("a hole in '\(attributeName)'") }
        urlPrefixIsEmpty = false
      case .tagName, .attributeName, .afterEquals: trap("a hole in a tag outside a quoted attribute value")
      case .comment: trap("a hole in a comment")
      case .declaration: trap("a hole in a declaration")
      case .rawText(let element): trap("a hole in <\(element)>")
      }
    }

    mutating func attribute(_ name: String) {
      if case .tagName = state { state = .tag }
      hole(.attribute)
      if Self.urlAttributes.contains(name) || name.hasPrefix("on") || name == "style" {
        trap("'\(name)' as an attribute hole")
      }
    }

    mutating func literal(_ text: String) {
      source += text
      for character in text { read(character) }
    }

    func finish() {
      if state != .text { trap("the template ends inside a tag, comment or raw text") }
      if let element = open.last { trap("<\(element)> is not closed") }
    }

    private mutating func read(_ character: Character) {
      switch state {
      case .text:
        guard character == "<" else { return }
        (state, tagName, endsWithSlash) = (.tagName, "", false)
      case .tagName:
        if character == ">" {
          closeTag()
        } else if character.isWhitespace || character == "/" && !tagName.isEmpty {
          (state, endsWithSlash) = (.tag, character == "/")
        } else {
          tagName.append(character)
          if tagName == "!--" { (state, tail) = (.comment, "") }
          if tagName.lowercased() == "!doctype" { state = .declaration }
        }
      case .tag:
        if character == ">" {
          closeTag()
        } else if character == "/" || character.isWhitespace {
          endsWithSlash = character == "/"
        } else {
          (state, attributeName, endsWithSlash) = (.attributeName, String(character), false)
        }
      case .attributeName:
        if character == "=" {
          state = .afterEquals
        } else if character == ">" {
          closeTag()
        } else if character.isWhitespace || character == "/" {
          (state, endsWithSlash) = (.tag, character == "/")
        } else {
          attributeName.append(character)
        }
      case .afterEquals:
        guard character == "\"" || character == "'" else { return trap("an attribute value without quotes") }
        (state, urlPrefixIsEmpty) = (.value(quote: character), true)
      case .value(let quote):
        if character == quote { (state, endsWithSlash) = (.tag, false) } else { urlPrefixIsEmpty = false }
      case .comment:
        tail = String((tail + String(character)).suffix(3))
        if tail == "-->" { state = .text }
      case .declaration:
        if character == ">" { state = .text }
      case .rawText(let element):
        tail = String((tail + String(character)).suffix(element.count + 3))
        guard tail.lowercased() == "</\(element)>" else { return }
        state = .text
        open.removeLast()
      }
    }

    private mutating func closeTag() {
      state = .text
      let name = tagName.lowercased()
      if name.hasPrefix("/") {
        let closed = String(name.dropFirst())
        if Self.voidElements.contains(closed) { return }  // XML has <link>…</link>
        guard open.last == closed else { return trap("</\(closed)> closes <\(open.last ?? "nothing")>") }
        open.removeLast()
      } else if !Self.voidElements.contains(name), !endsWithSlash {
        open.append(name)
        if name == "script" || name == "style" { (state, tail) = (.rawText(element: name), "") }
      }
    }

    private func trap(_ problem: String) {
      preconditionFailure("template: \(problem)\n  in: \(source.suffix(400))")
    }
  }

#endif
