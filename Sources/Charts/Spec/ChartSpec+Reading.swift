// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Indicators
import Settings

extension ChartSpec {
  /// Reads a chart block.
  ///
  /// Every fault is reported at its key: unknown keys and words with the closest known one, a missing `id`, `type`, `x`
  /// or `y`, an id that is not in kebab case, both or neither of `data` and `sql`.
  /// - Returns: nil where there was an error.
  public init?(setting: Setting, diagnostics: inout [Diagnostic]) {
    var fields = Fields(of: setting, as: "a chart")
    var faults: [Diagnostic] = []
    place = setting.place
    keyPlaces = Dictionary(fields.keys.map { ($0.name, $0.place) }, uniquingKeysWith: { first, _ in first })
    id = PlacedText(fields.requiredText("id"), at: fields.setting("id")?.place ?? setting.place)
    if !id.text.isEmpty, !isKebab(id.text) {
      faults.append(
        .error("chart-id", "'\(id.text)' is no id", at: id.place, hint: "use a-z, 0-9 and '-', and begin with a letter")
      )
    }
    if fields.setting("type") == nil {
      faults.append(
        .error(
          "settings-missing", "a chart needs 'type'", at: setting.place,
          hint: "use one of \(ChartType.allCases.map(\.rawValue).sorted().joined(separator: ", "))"))
    }
    type = fields.choice("type", ChartType.self) ?? .table
    data = fields.placed("data")
    condition = fields.placed("where")
    sql = fields.placed("sql")
    x = fields.placed("x")
    y = fields.texts("y").map { PlacedText($0.text, at: $0.place) }
    series = fields.placed("series")
    label = fields.placed("label")
    pointSize = fields.placed("size")
    (from, to, end) = (fields.placed("from"), fields.placed("to"), fields.placed("end"))
    heads = fields.texts("heads").map { PlacedText($0.text, at: $0.place) }
    transform = fields.transform()
    stack = fields.choice("stack", Stacking.self)
    curve = fields.choice("curve", Curve.self) ?? .linear
    until = fields.placed("until")
    dashed = fields.placed("dashed")
    log = fields.axes("log")
    bands = fields.bands()
    facet = fields.placed("facet")
    direction = fields.choice("direction", BarDirection.self)
    let formats = fields.formats(byColumn: type == .table || type == .scatter)
    format = formats.0 ?? transform?.transform.usualFormat
    columnFormats = formats.1
    unit = fields.placed("unit")
    sort = fields.choice("sort", SortOrder.self)
    includesZero = fields.bool("zero")
    title = fields.placed("title")
    subtitle = fields.placed("subtitle")
    note = fields.placed("note")
    source = fields.placed("source")
    alt = fields.placed("alt")
    annotations = fields.annotations()
    references = fields.references()
    highlight = fields.texts("highlight").map { PlacedText($0.text, at: $0.place) }
    labels = fields.labels()
    colors = fields.colors()
    labelPlaces = fields.namePlaces("labels")
    colorPlaces = fields.namePlaces("colors")
    steps = fields.steps()
    isDiverging = fields.bool("diverging")
    totals = fields.texts("totals").map { PlacedText($0.text, at: $0.place) }
    top = fields.integer("top")
    spark = fields.spark()
    claim = fields.placed("claim")
    faults += fields.finish()
    faults += missing(type: type, isTypeKnown: keyPlaces["type"] != nil)
    if !faults.hasErrors { faults += foreignKeys }
    diagnostics += faults
    if faults.hasErrors { return nil }
  }

  /// What a column may be called, for hints.
  private static let exampleColumns = [
    "x": "year", "y": "exports", "from": "exporter", "to": "importer", "label": "event", "size": "exports",
  ]

  private func missing(type: ChartType, isTypeKnown: Bool) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    if let sql, data != nil || condition != nil {
      faults.append(
        .error("chart-data", "'sql' takes the place of 'data' and 'where'", at: sql.place, hint: "remove one of them"))
    }
    if sql == nil, data == nil {
      faults.append(
        .error("chart-data", "the chart has no data", at: place, hint: "name a table or query with 'data:'"))
    }
    if isTypeKnown {
      for key in neededKeys where keyPlaces[key] == nil {
        faults.append(
          .error(
            "settings-missing", "a \(type.rawValue) chart needs '\(key)'", at: place,
            hint: "name a column of the data, such as '\(key): \(Self.exampleColumns[key] ?? "name")'"))
      }
    }
    if let transform {
      if type == .table {
        faults.append(
          .error(
            "chart-transform", "a table has no transform", at: transform.place,
            hint: transform.transform.indicator.query.map { "in a query: \($0)" }))
      }
      if !transform.transform.keepsUnit, let format, format.kind.isAmount {
        faults.append(
          .error(
            "chart-format",
            "'\(transform.transform.indicator.name)' gives no amounts to show as '\(format.kind.rawValue)'",
            at: place(of: "format"),
            hint: transform.transform.usualFormat.map { "use format: \($0.kind.rawValue)" } ?? "use format: number"))
      }
    }
    if includesZero == false, type == .bar || type == .area {
      faults.append(
        .error(
          "chart-bar-zero", "\(type.rawValue)s begin at zero, since their size is the value", at: place(of: "zero"),
          hint: "remove 'zero: false', or use 'type: \(type == .bar ? "dot" : "line")'"))
    }
    if type == .scatter, y.count > 1 {
      faults.append(
        .error(
          "chart-series", "a point has one 'y'", at: y[1].place, hint: "name the column of series with 'series:'"))
    }
    if type == .fan {
      if keyPlaces["bands"] == nil {
        faults.append(
          .error(
            "settings-missing", "a fan needs 'bands'", at: place(of: "bands"), hint: "write bands: {80%: [low, high]}"))
      }
      for extra in [series, y.dropFirst().first].compactMap(\.self) {
        faults.append(
          .error(
            "chart-series", "a fan has one series", at: extra.place,
            hint: "give each a panel of its own with 'facet:'"))
      }
      if let transform {
        faults.append(
          .error(
            "chart-transform", "the bands of a fan have no transform", at: transform.place,
            hint: transform.transform.indicator.query.map { "in a query: \($0)" }))
      }
    }
    if y.count > 1, let series, type != .table {
      faults.append(
        .error("chart-series", "several 'y' columns are series already", at: series.place, hint: "remove 'series'"))
    }
    return faults
  }
}

extension Fields {
  fileprivate mutating func placed(_ key: String) -> PlacedText? {
    guard let text = text(key), !text.isEmpty, let place = setting(key)?.place else { return nil }
    return PlacedText(text, at: place)
  }

  fileprivate mutating func transform() -> PlacedTransform? {
    guard let written = placed("transform") else { return nil }
    do throws(TransformFault) {
      return PlacedTransform(transform: try SeriesTransform(parsing: written.text), place: written.place)
    } catch {
      let hint =
        if case .unknown(let name) = error { suggestion(for: name, among: SeriesTransform.examples) } else {
          error.hint
        }
      diagnostics.append(.error("chart-transform", error.message, at: written.place, hint: hint))
      return nil
    }
  }

  /// One format for all values or, in a table or for points, one for each column.
  fileprivate mutating func formats(byColumn: Bool) -> (FigureFormat?, [String: FigureFormat]) {
    guard byColumn, let setting = setting("format"), case .mapping(let entries) = setting.content else {
      return (placed("format").flatMap { format($0) }, [:])
    }
    var formats: [String: FigureFormat] = [:]
    for entry in entries {
      formats[entry.key] = format(PlacedText(entry.value.text ?? entry.value.kind, at: entry.value.place))
    }
    return (nil, formats)
  }

  private mutating func format(_ written: PlacedText) -> FigureFormat? {
    do {
      return try FigureFormat(parsing: written.text)
    } catch {
      let word = String(written.text.prefix { $0 != " " })
      let kinds = FigureFormat.Kind.allCases.map(\.rawValue)
      diagnostics.append(
        .error("chart-format", error.message, at: written.place, hint: suggestion(for: word, among: kinds)))
      return nil
    }
  }

  fileprivate mutating func annotations() -> [Annotation] {
    list("annotations").compactMap { element in
      var fields = Fields(of: element, as: "an annotation", like: "{x: 2025-04, text: Tariffs begin}")
      let y = fields.quantity("y")
      let x = fields.placed("x")
      let text = fields.placed("text")
      for (name, value) in [("x", x), ("text", text)] where value == nil && element.kind == "a mapping" {
        diagnostics.append(
          .error(
            "settings-missing", "an annotation needs '\(name)'", at: element.place,
            hint: "write {x: 2025-04, text: Tariffs begin}"))
      }
      diagnostics += fields.finish()
      guard let x, let text else { return nil }
      return Annotation(x: x, y: y, text: text)
    }
  }

  fileprivate mutating func references() -> [Reference] {
    list("references").compactMap { element in
      var fields = Fields(of: element, as: "a reference", like: "{y: 100, text: Level of 2015}")
      let (y, x, text) = (fields.quantity("y"), fields.placed("x"), fields.placed("text"))
      let (from, to) = (fields.placed("from"), fields.placed("to"))
      let isMapping = element.kind == "a mapping"
      if text == nil, isMapping {
        diagnostics.append(
          .error(
            "settings-missing", "a reference needs 'text'", at: element.place,
            hint: "write {y: 100, text: Level of 2015}"))
      }
      if isMapping, fields.diagnostics.isEmpty, (y == nil) == (from == nil || to == nil) || y == nil && x != nil {
        diagnostics.append(
          .error(
            "settings-missing", "a reference needs 'y', 'x' and 'y', or 'from' and 'to'", at: element.place,
            hint: "write {y: 100, text: …}, {x: 2020, y: 100, text: …} or {from: 2020, to: 2021, text: …}"))
      }
      diagnostics += fields.finish()
      guard let text else { return nil }
      if let y { return Reference(extent: x.map { .point(x: $0, y: y) } ?? .value(y), text: text) }
      guard let from, let to else { return nil }
      return Reference(extent: .span(from: from, to: to), text: text)
    }
  }

  /// A number, or the name of a value with or without its braces.
  private mutating func quantity(_ key: String) -> Quantity? {
    guard let written = placed(key) else { return nil }
    if let quantity = Quantity(written) { return quantity }
    if let setting = setting(key) { wrongType(key, setting, expected: "a number or the name of a value") }
    return nil
  }

  /// `{80%: [low80, high80]}`
  fileprivate mutating func bands() -> [BandColumns] {
    mapping("bands").compactMap { entry in
      if case .list(let ends) = entry.value.content, ends.count == 2, let low = ends[0].text, let high = ends[1].text {
        return BandColumns(
          name: entry.key, low: PlacedText(low, at: ends[0].place), high: PlacedText(high, at: ends[1].place))
      }
      wrongType(entry.key, entry.value, expected: "two columns, [low, high]")
      return nil
    }
  }

  fileprivate mutating func axes(_ key: String) -> Set<ChartAxis> {
    Set(
      texts(key).compactMap { written in
        if let axis = ChartAxis(rawValue: written.text) { return axis }
        diagnostics.append(
          .error(
            "settings-choice", "'\(written.text)' is no axis", at: written.place, hint: "write log: y, or log: [x, y]"))
        return nil
      })
  }

  fileprivate mutating func labels() -> [String: PlacedText] {
    var labels: [String: PlacedText] = [:]
    for entry in mapping("labels") {
      if let text = entry.value.text {
        labels[entry.key] = PlacedText(text, at: entry.value.place)
      } else {
        wrongType(entry.key, entry.value, expected: "text")
      }
    }
    return labels
  }

  /// Where the keys of a mapping stand.
  fileprivate mutating func namePlaces(_ key: String) -> [String: Place] {
    guard case .mapping(let entries)? = setting(key)?.content else { return [:] }
    return Dictionary(entries.map { ($0.key, $0.keyPlace) }, uniquingKeysWith: { first, _ in first })
  }

  fileprivate mutating func colors() -> [String: ColorRole] {
    var colors: [String: ColorRole] = [:]
    for entry in mapping("colors") {
      let name = entry.value.text ?? entry.value.kind
      if let role = ColorRole(name: name) {
        colors[entry.key] = role
      } else {
        diagnostics.append(
          .error(
            "chart-color", "'\(name)' is no colour of the house", at: entry.value.place,
            hint: suggestion(for: name, among: ColorRole.names)))
      }
    }
    return colors
  }
}

extension FigureFormat.Kind {
  fileprivate var isAmount: Bool { [.usd, .cny, .jpy, .krw, .eur].contains(self) }
}

private func isKebab(_ text: String) -> Bool {
  guard let first = text.utf8.first, 0x61...0x7A ~= first else { return false }
  return text.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }
}
