// SPDX-License-Identifier: MIT
import Markup
import Site

/// A table of formatted figures whose first column names the rows, in a box that scrolls on narrow screens.
/// - Parameter caption: For screen readers; the eye has the heading above.
func dataTable(_ table: FigureTable, caption: String) -> HTML {
  if table.headers.isEmpty { return HTML() }
  return """
    <div class="table-scroll" tabindex="0" role="group" aria-label="\(caption)"><table class="data-table">
    <caption class="visually-hidden">\(caption)</caption>
    <thead><tr>\(each: table.headers.indices, { headerCell(table, $0) })</tr></thead>
    <tbody>
    \(each: table.rows, dataRow)
    </tbody>
    </table></div>
    """
}

private func headerCell(_ table: FigureTable, _ column: Int) -> HTML {
  let isNumber = table.rows.contains { column < $0.count && $0[column].isNumber }
  return """
    <th scope="col"\(attribute: "class", isNumber ? "number" : nil)>\(table.headers[column])</th>
    """
}

private func dataRow(_ cells: [FigureTableCell]) -> HTML {
  """
  <tr>\(cells.first, rowName)\(each: cells.dropFirst(), dataCell)</tr>

  """
}

private func rowName(_ cell: FigureTableCell) -> HTML {
  """
  <th scope="row">\(cell.text)</th>
  """
}

private func dataCell(_ cell: FigureTableCell) -> HTML {
  cell.isNumber ? "<td class=\"number\">\(cell.text)</td>" : "<td>\(cell.text)</td>"
}
