// SPDX-License-Identifier: MIT
import Figures
import Site
import TradeData

/// How many revised figures a dataset's page shows of one edition; its file has all.
private let revisionsShown = 20

/// The editions of a dataset, the newest first; none where there never was but one.
func editions(of resource: Resource) -> [DatasetEdition] {
  guard let published = resource.published, !resource.vintages.isEmpty else { return [] }
  return [
    DatasetEdition(
      published: published, retrieved: resource.retrieved, note: resource.note, rowCount: resource.table.rowCount,
      csv: datasetFile(resource.name))
  ]
    + resource.vintages.reversed().map {
      DatasetEdition(
        published: $0.published, retrieved: $0.retrieved, note: $0.note, rowCount: $0.table.rowCount,
        csv: datasetFile(resource.name, $0))
    }
}

/// What one edition revised, as its dataset's page shows it.
func shown(_ revisions: Revisions, of resource: Resource, in language: Language) -> DatasetRevisions {
  DatasetRevisions(
    from: revisions.from, to: revisions.to, count: revisions.cells.count, addedRows: revisions.addedRows,
    removedRows: revisions.removedRows,
    cells: revisions.bySize.prefix(revisionsShown).map { cell in
      let field = resource.fields[cell.field]
      return RevisedCell(
        row: cell.key.map(\.plain).joined(separator: ", "), field: field.title, before: figure(cell.old, field),
        after: figure(cell.new, field),
        change: cell.change.map { ($0 > 0 ? "+" : "") + figure(.real($0), field) } ?? "",
        percent: cell.relativeChange.flatMap { percent($0, language) } ?? "")
    })
}

/// Measures with their thousands apart; years and texts as they are.
func figure(_ cell: Cell, _ field: Field) -> String {
  guard field.kind.isNumeric else { return cell.plain }
  guard let number = cell.number else { return "–" }
  guard number == number.rounded() else { return cell.plain.replacing("-", with: "−") }
  return plainNumber(number, places: 0)
}

private func percent(_ fraction: Double, _ language: Language) -> String? {
  guard let format = try? FigureFormat(parsing: "signed-percent 2") else { return nil }
  return try? format.text(.real(fraction), in: language)
}
