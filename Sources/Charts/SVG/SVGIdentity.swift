// SPDX-License-Identifier: MIT

/// What a picture is called in its document: ids and words for those who do not see it.
public struct SVGIdentity: Hashable, Sendable {
  /// Unique in the document; the title's and the description's ids begin with it.
  public let prefix: String
  public let title: String
  public let description: String
  /// The BCP 47 tag of the words.
  public let language: String
}
