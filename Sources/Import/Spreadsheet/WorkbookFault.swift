// SPDX-License-Identifier: MIT

/// What is wrong with a workbook: the file as a whole, or one of its cells.
struct WorkbookFault: Error, Equatable {
  let message: String
  let hint: String
  var cell: CellReference?

  /// A file that does not hold what it has to: cut short, or changed on its way.
  static func damaged(_ message: String) -> WorkbookFault {
    WorkbookFault(message: "the workbook is damaged: \(message)", hint: "download it again")
  }

  /// More than is read into memory.
  static func tooLarge(_ message: String) -> WorkbookFault {
    WorkbookFault(message: message, hint: "download fewer years or partners, or CSV")
  }
}
