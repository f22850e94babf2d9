// SPDX-License-Identifier: MIT
import GRDBSQLite
import Indicators

/// Makes the indicators SQL functions of a connection; aggregates are window functions too.
///
/// A missing argument gives null, in an aggregate the row is left out; text is an error that begins with the
/// function's name, as `hhi: 'n/a' is not a number (value)`.
func registerIndicators(_ connection: OpaquePointer) {
  let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
  for (number, function) in IndicatorFunction.all.enumerated() {
    // The function's number from 1 travels as the user data, so that nothing has to be kept alive for SQLite.
    let state = UnsafeMutableRawPointer(bitPattern: number + 1)
    let count = Int32(function.parameters.count)
    switch function.form {
    case .scalar:
      sqlite3_create_function_v2(
        connection, function.name, count, flags, state,
        { context, count, values in IndicatorFunction.of(context)?.computeRow(context, count, values) }, nil, nil, nil)
    case .aggregate:
      sqlite3_create_window_function(
        connection, function.name, count, flags, state,
        { context, count, values in
          guard let function = IndicatorFunction.of(context), let rows = RowBuffer.of(context, function) else { return }
          if let row = function.row(context, count, values) { rows.append(row) }
        },
        { context in
          guard let function = IndicatorFunction.of(context) else { return }
          function.finish(context, RowBuffer.taken(from: context))
        },
        { context in
          guard let function = IndicatorFunction.of(context) else { return }
          function.finish(context, RowBuffer.of(context, function))
        },
        { context, count, values in
          // The row that leaves a window is the oldest in it.
          guard let function = IndicatorFunction.of(context), let rows = RowBuffer.of(context, function) else { return }
          if function.row(context, count, values) != nil { rows.removeFirst() }
        }, nil)
    }
  }
}

/// An indicator as SQLite calls it.
private struct IndicatorFunction {
  enum Form {
    case aggregate(@Sendable ([[Double]]) -> Double?)
    case scalar(@Sendable ([Double]) -> Double?)
  }

  let name: String
  let parameters: [String]
  let form: Form

  static let all: [IndicatorFunction] = Indicator.all.flatMap { indicator in
    indicator.forms.compactMap { form in
      switch form {
      case .aggregate(let parameters, let compute):
        IndicatorFunction(name: indicator.name, parameters: parameters, form: .aggregate(compute))
      case .scalar(let parameters, let compute):
        IndicatorFunction(name: indicator.name, parameters: parameters, form: .scalar(compute))
      case .transform: nil
      }
    }
  }

  static func of(_ context: OpaquePointer?) -> IndicatorFunction? {
    let number = Int(bitPattern: sqlite3_user_data(context))
    return all.indices.contains(number - 1) ? all[number - 1] : nil
  }

  /// The arguments as numbers; nil where one is missing, or is no number, which is reported.
  func row(
    _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
  ) -> [Double]? {
    var row: [Double] = []
    var isMissing = false
    for index in 0..<Int(count) {
      let value = values?[index]
      switch sqlite3_value_type(value) {
      case SQLITE_INTEGER, SQLITE_FLOAT: row.append(sqlite3_value_double(value))
      case SQLITE_NULL: isMissing = true
      default:
        let text = sqlite3_value_text(value).map { String(cString: $0) } ?? ""
        sqlite3_result_error(context, "\(name): \(quoted(text)) is not a number (\(parameters[index]))", -1)
        return nil
      }
    }
    return isMissing || row.contains { !$0.isFinite } ? nil : row
  }

  func computeRow(
    _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
  ) {
    guard case .scalar(let compute) = form, let row = row(context, count, values) else { return }
    answer(compute(row), context)
  }

  func finish(_ context: OpaquePointer?, _ rows: RowBuffer?) {
    guard case .aggregate(let compute) = form else { return }
    answer(compute(rows?.columns ?? parameters.map { _ in [] }), context)
  }

  /// Without an answer SQLite's result stays null.
  private func answer(_ value: Double?, _ context: OpaquePointer?) {
    if let value, value.isFinite { sqlite3_result_double(context, value) }
  }
}

/// The rows that an aggregate has been given so far, by column. SQLite keeps it in the aggregate's context, and
/// `taken` gives it back at the end.
private final class RowBuffer {
  private(set) var columns: [[Double]]

  private init(_ columnCount: Int) { columns = Array(repeating: [], count: columnCount) }

  func append(_ row: [Double]) { for (index, value) in row.enumerated() { columns[index].append(value) } }

  func removeFirst() { for index in columns.indices where !columns[index].isEmpty { columns[index].removeFirst() } }

  private typealias Slot = UnsafeMutablePointer<UnsafeRawPointer?>

  private static func slot(_ context: OpaquePointer?, size: Int) -> Slot? {
    sqlite3_aggregate_context(context, Int32(size))?.assumingMemoryBound(to: UnsafeRawPointer?.self)
  }

  /// The buffer of a running aggregate, made at its first row; nil for want of memory.
  static func of(_ context: OpaquePointer?, _ function: IndicatorFunction) -> RowBuffer? {
    guard let slot = slot(context, size: MemoryLayout<UnsafeRawPointer?>.size) else {
      sqlite3_result_error_nomem(context)
      return nil
    }
    if let known = slot.pointee { return Unmanaged<RowBuffer>.fromOpaque(known).takeUnretainedValue() }
    let buffer = RowBuffer(function.parameters.count)
    slot.pointee = UnsafeRawPointer(Unmanaged.passRetained(buffer).toOpaque())
    return buffer
  }

  /// The buffer of an aggregate that ends; nil where it had no row.
  static func taken(from context: OpaquePointer?) -> RowBuffer? {
    guard let slot = slot(context, size: 0), let known = slot.pointee else { return nil }
    slot.pointee = nil
    return Unmanaged<RowBuffer>.fromOpaque(known).takeRetainedValue()
  }
}
