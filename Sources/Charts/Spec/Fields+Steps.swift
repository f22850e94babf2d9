// SPDX-License-Identifier: MIT
import Diagnostics
import Settings

extension Fields {
  /// `steps: [10, 20, 50]`: rising numbers, at most five.
  mutating func steps() -> [Double] {
    let elements = list("steps")
    var steps: [Double] = []
    for element in elements {
      guard let number = element.text.flatMap({ Double($0) }), number.isFinite else {
        wrongType("steps", element, expected: "a list of numbers")
        return []
      }
      steps.append(number)
    }
    guard let place = elements.first?.place else { return [] }
    if steps.count > 5 || !zip(steps, steps.dropFirst()).allSatisfy({ $0 < $1 }) {
      diagnostics.append(
        .error(
          "chart-steps", "'steps' are one to five rising numbers", at: place,
          hint: "they say where one shade ends and the next begins: [10, 20, 50]"))
      return []
    }
    return steps
  }

  /// `spark: {x: year, y: total}`: both are columns.
  mutating func spark() -> Spark? {
    guard let setting = setting("spark") else { return nil }
    var fields = Fields(of: setting, as: "'spark'")
    let columns = ["x", "y"].map { name -> PlacedText? in
      let text = fields.requiredText(name)
      return text.isEmpty ? nil : PlacedText(text, at: fields.setting(name)?.place ?? setting.place)
    }
    diagnostics += fields.finish()
    guard let x = columns[0], let y = columns[1] else { return nil }
    return Spark(x: x, y: y)
  }
}
