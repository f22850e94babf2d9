// SPDX-License-Identifier: MIT
import Diagnostics
import Yams

/// A node of a YAML document with its place: what front matter, site.yml, a data package and a chart block are read as.
///
/// Scalars stay text; the type that a field is decoded into gives them their meaning, so that `NO` is a country.
public struct Setting: Sendable, Hashable {
  public indirect enum Content: Sendable, Hashable {
    case scalar(String)
    case list([Setting])
    case mapping([Entry])
  }

  public struct Entry: Sendable, Hashable {
    public let key: String
    public let keyPlace: Place
    public let value: Setting

    public init(key: String, keyPlace: Place, value: Setting) {
      self.key = key
      self.keyPlace = keyPlace
      self.value = value
    }
  }

  public let content: Content
  public let place: Place
  /// Whether a scalar stands in quotes, so that `"5"` is no number where the two differ.
  public let isQuoted: Bool

  public init(_ content: Content, at place: Place, isQuoted: Bool = false) {
    self.content = content
    self.place = place
    self.isQuoted = isQuoted
  }

  /// The text of a scalar; nil for lists and mappings.
  public var text: String? { if case .scalar(let text) = content { text } else { nil } }

  /// What it is, in the words of a message: `a list`.
  public var kind: String {
    switch content {
    case .scalar: "text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension Setting {
  /// The most nodes a document may have; aliases count where they are used, so that none can grow without bound.
  public static let nodeLimit = 200_000

  /// Parses one YAML document.
  ///
  /// - Parameters:
  ///   - origin: Where the text begins in its file; places in the result are counted from there.
  ///   - nodeLimit: The most nodes that are read.
  /// - Returns: nil for a document that holds nothing.
  /// - Throws: a `Diagnostic` with rule `yaml-syntax` at the line and column of the fault.
  public init?(yaml: String, at origin: Place, nodeLimit: Int = Setting.nodeLimit) throws(Diagnostic) {
    let reader = NodeReader(origin: origin, nodeLimit: nodeLimit)
    let node: Node?
    do {
      // Named, since Yams reads the whole environment to find its default encoding, in each parse.
      node = try Yams.compose(yaml: yaml, Resolver.basic, .default, .utf8)
    } catch let error as YamlError {
      throw reader.diagnostic(error)
    } catch {
      throw .error("yaml-syntax", "this is not YAML: \(error)", at: origin)
    }
    guard let node else { return nil }
    var count = 0
    self = try reader.setting(node, &count)
  }
}

private struct NodeReader {
  let origin: Place
  let nodeLimit: Int

  func place(_ mark: Mark?) -> Place {
    guard let mark else { return origin }
    let column = mark.line == 1 ? max(origin.column, 1) + mark.column - 1 : mark.column
    return Place(origin.path, line: max(origin.line, 1) + mark.line - 1, column: column)
  }

  func setting(_ node: Node, _ count: inout Int) throws(Diagnostic) -> Setting {
    count += 1
    if count > nodeLimit {
      throw .error("yaml-too-large", "more than \(nodeLimit) nodes in one YAML document", at: place(node.mark))
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain
      let isNull = isPlain && (scalar.string == "~" || scalar.string == "null")
      return Setting(.scalar(isNull ? "" : scalar.string), at: place(node.mark), isQuoted: !isPlain)
    case .sequence(let sequence):
      var elements: [Setting] = []
      for element in sequence { elements.append(try setting(element, &count)) }
      return Setting(.list(elements), at: place(node.mark))
    case .mapping(let mapping):
      var entries: [Setting.Entry] = []
      for (key, value) in mapping {
        // `title: {{ latest }}` is a mapping whose key is a mapping; the field that reads it says what it should be.
        if mapping.count == 1, case .mapping = key { return Setting(.mapping([]), at: place(node.mark)) }
        guard let name = key.scalar?.string else {
          throw .error(
            "yaml-key", "a key has to be text", at: place(key.mark),
            hint: "quote a text that begins with '{{', '[' or '*'")
        }
        entries.append(Setting.Entry(key: name, keyPlace: place(key.mark), value: try setting(value, &count)))
      }
      return Setting(.mapping(entries), at: place(node.mark))
    case .alias:
      throw .error("yaml-syntax", "an alias without its anchor", at: place(node.mark))
    }
  }

  func diagnostic(_ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .error(
        "yaml-syntax", "this is not YAML: \(problem)", at: place(mark),
        hint: "quote a text that holds ': ' or begins with a special character")
    case .duplicatedKeysInMapping(let duplicates, let context):
      .error(
        "yaml-duplicate-key", "the key '\(duplicates.min() ?? "")' is there twice in one mapping",
        at: place(context.mark))
    case .reader(let problem, _, _, _): .error("yaml-syntax", "this is not YAML: \(problem)", at: origin)
    default: .error("yaml-syntax", "this is not YAML: \(error)", at: origin)
    }
  }
}
