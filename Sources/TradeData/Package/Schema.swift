// SPDX-License-Identifier: MIT

/// What a resource's schema says of its file.
struct Schema {
  /// In the order of the file's columns.
  var fields: [Field] = []
  /// Fields that together tell rows apart; empty where there is no key.
  var primaryKey: [String] = []
  /// Further sets of fields that tell rows apart.
  var uniqueKeys: [[String]] = []
  /// Fields whose values are in other tables.
  var foreignKeys: [ForeignKey] = []
  /// Which other columns the file may have.
  var fieldsMatch = FieldsMatch.exact
  /// Texts that stand for a missing value.
  var missingValues = [""]

  /// The number of a field, from 0.
  func column(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }
}
