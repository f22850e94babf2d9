// SPDX-License-Identifier: MIT
import Figures

/// What an editor says about a download, beside the file itself.
public struct ImportRequest: Sendable {
  /// The name of the new resource, which is its table's name in SQL.
  public var name: String
  /// The day on which the file was downloaded.
  public var retrieved: Period
  /// The day on which its publisher gave the edition out; nil where nobody says.
  public var published: Period?
  /// The partner, for files that do not name theirs.
  public var partner: String?
  /// The unit of the amounts, such as `thousand JPY`, for files that do not state theirs.
  public var unit: ScaledUnit?
  /// The period, for files that do not state theirs.
  public var period: Period?
  /// The encoding, such as `euc-kr`; nil to find out.
  public var encoding: String?

  /// What a file may leave open, by the name of its option.
  enum Answer: String, CaseIterable, Sendable { case partner, unit, period }

  /// What the editor said.
  var answers: [Answer] {
    Answer.allCases.filter { answer in
      switch answer {
      case .partner: partner != nil
      case .unit: unit != nil
      case .period: period != nil
      }
    }
  }

  public init(name: String, retrieved: Period) {
    self.name = name
    self.retrieved = retrieved
  }
}
