// SPDX-License-Identifier: MIT

/// A title or a name out of the data package: in the page's language where the package has it so, else in its own.
public struct DataText: Sendable, Hashable, ExpressibleByStringLiteral {
  public let text: String
  /// Whether it is in the page's language.
  public let isTranslated: Bool

  public init(_ text: String, isTranslated: Bool = false) {
    self.text = text
    self.isTranslated = isTranslated
  }

  public init(stringLiteral text: String) { self.init(text) }
}

extension PageFrame {
  /// The language that a text of the data has to be marked with; nil where it is the page's.
  public func language(of text: DataText) -> String? { text.isTranslated ? nil : dataLanguage }
}
