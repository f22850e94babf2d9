// SPDX-License-Identifier: MIT

/// A label as a column's name: small letters, digits and single underscores, a letter first.
///
///     snakeCase("Export Partner Share")   // "export_partner_share"
func snakeCase(_ label: String) -> String {
  var name = ""
  var isGap = false
  for scalar in label.lowercased().unicodeScalars {
    guard 97...122 ~= scalar.value || 48...57 ~= scalar.value else {
      isGap = true
      continue
    }
    if isGap, !name.isEmpty { name += "_" }
    isGap = false
    name.unicodeScalars.append(scalar)
  }
  if name.isEmpty { return "value" }
  return name.utf8.first.map { 48...57 ~= $0 } == true ? "n" + name : name
}
