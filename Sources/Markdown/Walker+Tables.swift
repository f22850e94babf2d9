// SPDX-License-Identifier: MIT
import CMarkGFM

extension Walker {
  mutating func openTable(_ node: Node) {
    table = OpenTable(alignments: cmark_gfm_extensions_get_table_alignments(node))
    out.startLine()
    guard isSite else { return out.append("<table>\n") }
    // A box that scrolls has to be reachable by keyboard, and what is reachable needs a name.
    out.append("<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"")
    if let heading = headings.last, heading.content.bytes.count <= 200, !heading.content.isEmpty {
      out.append(heading.content.attribute())
    } else {
      out.append(text: options.labels.table)
    }
    out.append("\">\n<table>\n")
  }

  mutating func closeTable() {
    if table.hasBody {
      out.startLine()
      out.append("</tbody>\n")
    }
    out.startLine()
    out.append(isSite ? "</table>\n</div>\n" : "</table>\n")
    table = OpenTable()
  }

  mutating func openRow(_ node: Node) {
    out.startLine()
    table.column = 0
    table.isInHeader = cmark_gfm_extensions_get_table_row_is_header(node) != 0
    if table.isInHeader {
      out.append("<thead>\n")
    } else if !table.hasBody {
      out.append("<tbody>\n")
      table.hasBody = true
    }
    out.append("<tr>")
  }

  mutating func closeRow(_ node: Node) {
    out.startLine()
    out.append("</tr>")
    if table.isInHeader {
      out.append("\n</thead>")
      table.isInHeader = false
    }
  }

  mutating func openCell(_ node: Node) {
    out.startLine()
    let alignment = table.alignments?[table.column] ?? 0
    table.column += 1
    out.append(table.isInHeader ? isSite ? "<th scope=\"col\"" : "<th" : "<td")
    switch alignment {
    case UInt8(ascii: "l"): out.append(isSite ? " class=\"align-left\"" : " align=\"left\"")
    case UInt8(ascii: "c"): out.append(isSite ? " class=\"align-center\"" : " align=\"center\"")
    case UInt8(ascii: "r"): out.append(isSite ? " class=\"align-right\"" : " align=\"right\"")
    default: break
    }
    out.append(">")
  }
}
