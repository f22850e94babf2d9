// SPDX-License-Identifier: MIT
import TradeData

/// A statistical portal whose downloads are understood.
public struct Portal: Sendable {
  /// What an editor types: `comtrade`.
  public let name: String
  /// What people call it: `UN Comtrade`.
  public let title: String
  /// Which of its files are read.
  public let files: String
  /// Column labels of each layout, as `RawTable.key` gives them; a file belongs to the portal that explains most.
  let layouts: [[String]]
  /// What its files are in where they are not UTF-8; nil where they always should be.
  let encoding: TextEncoding?
  /// What an editor may say of its files, since they do not.
  let answers: Set<ImportRequest.Answer>
  /// Whether a line that is no row is a remark of the portal, such as a footer, rather than a row cut short.
  let isRemark: @Sendable (String) -> Bool
  /// Turns the rows into tidy ones.
  let read: @Sendable (RawTable, ImportRequest, inout FaultLog) -> Reading?

  /// Every portal, in the order they are listed.
  public static let all: [Portal] = [
    comtrade, wits, databank, sdmx, japanCustoms, kosis, usCensus, koreaCustoms,
  ]

  init(
    name: String, title: String, files: String, layouts: [[String]], encoding: TextEncoding? = nil,
    answers: Set<ImportRequest.Answer> = [],
    isRemark: @escaping @Sendable (String) -> Bool = { _ in false },
    read: @escaping @Sendable (RawTable, ImportRequest, inout FaultLog) -> Reading?
  ) {
    self.name = name
    self.title = title
    self.files = files
    self.layouts = layouts
    self.encoding = encoding
    self.answers = answers
    self.isRemark = isRemark
    self.read = read
  }
}
