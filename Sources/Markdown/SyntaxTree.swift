// SPDX-License-Identifier: MIT
import CArena
import CMarkGFM
import Markup
import Synchronization

/// The parser's tree; freed with the value, on the thread that made it. A thread has one tree at a time.
struct SyntaxTree: ~Copyable {
  let root: Node?

  /// Parses with all of GitHub's extensions; the tree has copies of what it keeps.
  init(parsing bytes: UnsafeBufferPointer<UInt8>) {
    _ = NodeKind.registered
    // Source positions make the parser count the lines within code spans too.
    let parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS, Self.memory)
    defer { cmark_parser_free(parser) }
    let mayStrike = bytes.firstIndex(of: UInt8(ascii: "~"), from: 0) < bytes.count
    NodeKind.attachExtensions(to: parser, withStrikethrough: mayStrike)
    bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    // As a number, because a lock hands out only what may go to other threads.
    let finish = { UInt(bitPattern: cmark_parser_finish(parser)) }
    root = Node(bitPattern: mayStrike ? Self.striking.withLock { _ in finish() } : finish())
  }

  deinit {
    cmark_node_free(root)
    arena_reset()
  }

  /// Of the pieces that a parse asks for, most live as long as the tree: the arena saves a tenth of a build's time.
  private nonisolated(unsafe) static let memory: UnsafeMutablePointer<cmark_mem> = {
    let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    memory.initialize(to: cmark_mem(calloc: arena_calloc, realloc: arena_realloc, free: arena_free))
    return memory
  }()

  /// One text with a `~` at a time, see `NodeKind.keepSpecialCharacters`.
  private static let striking = Mutex(())
}

/// What a node is.
enum NodeKind: UInt8, Sendable {
  case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak, footnoteDefinition
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image, footnoteReference
  case table, tableRow, tableCell, strikethrough
  case unknown

  init(_ node: Node) {
    self = Self.registered[Int(node.pointee.type >> 9 & 0x60 | node.pointee.type & 0x1F)]
  }

  /// By number; the numbers of the extensions' nodes are given out at run time, once, before the first parse.
  static let registered: [NodeKind] = {
    cmark_gfm_core_extensions_ensure_registered()
    var kinds = [NodeKind](repeating: .unknown, count: 128)
    func set(_ type: cmark_node_type, _ kind: NodeKind) {
      kinds[Int(type.rawValue >> 9 & 0x60 | type.rawValue & 0x1F)] = kind
    }
    for (type, kind) in [
      (CMARK_NODE_DOCUMENT, NodeKind.document), (CMARK_NODE_BLOCK_QUOTE, .blockQuote), (CMARK_NODE_LIST, .list),
      (CMARK_NODE_ITEM, .item), (CMARK_NODE_CODE_BLOCK, .codeBlock), (CMARK_NODE_HTML_BLOCK, .htmlBlock),
      (CMARK_NODE_PARAGRAPH, .paragraph), (CMARK_NODE_HEADING, .heading),
      (CMARK_NODE_THEMATIC_BREAK, .thematicBreak), (CMARK_NODE_FOOTNOTE_DEFINITION, .footnoteDefinition),
      (CMARK_NODE_TEXT, .text), (CMARK_NODE_SOFTBREAK, .softBreak), (CMARK_NODE_LINEBREAK, .lineBreak),
      (CMARK_NODE_CODE, .code), (CMARK_NODE_HTML_INLINE, .htmlInline), (CMARK_NODE_EMPH, .emphasis),
      (CMARK_NODE_STRONG, .strong), (CMARK_NODE_LINK, .link), (CMARK_NODE_IMAGE, .image),
      (CMARK_NODE_FOOTNOTE_REFERENCE, .footnoteReference),
    ] {
      set(type, kind)
    }
    let sample = "| ~~a~~ |\n|-|\n"
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    attachExtensions(to: parser, withStrikethrough: true)
    cmark_parser_feed(parser, sample, sample.utf8.count)
    let root = cmark_parser_finish(parser)
    var node = root
    while let current = node {
      switch String(cString: cmark_node_get_type_string(current)) {
      case "table": set(cmark_node_get_type(current), .table)
      case "table_header", "table_row": set(cmark_node_get_type(current), .tableRow)
      case "table_cell": set(cmark_node_get_type(current), .tableCell)
      case "strikethrough": set(cmark_node_get_type(current), .strikethrough)
      default: break
      }
      node = cmark_node_first_child(current)
    }
    cmark_node_free(root)
    keepSpecialCharacters(of: parser)
    cmark_parser_free(parser)
    return kinds
  }()

  /// Lets parses run beside each other. The table of characters that extensions stop at is global; every `finish` sets
  /// and clears those of its extensions (github/cmark-gfm#176), and two at once lose links and strikethroughs without a
  /// word. So those of links are set here for good, and the extension's list, which says what to set and clear, is
  /// emptied. Strikethrough's list is needed to close what it opens: only texts with a `~`, the one character of its
  /// own, get that extension, and they hold a lock.
  private static func keepSpecialCharacters(of parser: OpaquePointer?) {
    cmark_manage_extensions_special_characters(parser, 1)
    cmark_syntax_extension_set_special_inline_chars(cmark_find_syntax_extension("autolink"), nil)
  }

  /// In the order of the command line that the output is compared with.
  static func attachExtensions(to parser: OpaquePointer?, withStrikethrough: Bool) {
    for name in ["table", "strikethrough", "autolink", "tasklist"] where withStrikethrough || name != "strikethrough" {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
  }
}
