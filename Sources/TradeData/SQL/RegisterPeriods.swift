// SPDX-License-Identifier: MIT
import Figures
import GRDBSQLite

/// Makes `period_number(period)` a SQL function of a connection: the number of a year, half, quarter, month or day in the
/// calendar, so that periods of one length can be subtracted. Null for null; text that is no period is an error.
func registerPeriods(_ connection: OpaquePointer) {
  let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
  sqlite3_create_function_v2(
    connection, periodNumber, 1, flags, nil,
    { context, _, values in
      let value = values?[0]
      if sqlite3_value_type(value) == SQLITE_NULL { return }
      let text = sqlite3_value_text(value).map { String(cString: $0) } ?? ""
      if let period = Period(text) {
        sqlite3_result_int64(context, Int64(period.number))
      } else {
        sqlite3_result_error(context, "\(periodNumber): \(quoted(text)) is not a period", -1)
      }
    }, nil, nil, nil)
}

/// The function's name.
let periodNumber = "period_number"
