// SPDX-License-Identifier: MIT

/// What a resource's schema says of its file.
struct Schema {
  var fields: [Field] = []
  var primaryKey: [String] = []
  var foreignKeys: [ForeignKey] = []
  /// Texts that stand for a missing value.
  var missingValues = [""]

  func column(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }
}
