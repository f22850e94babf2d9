// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Finds rows by the values of some columns.
struct KeyIndex {
  private let table: DataTable
  private let columns: [Int]
  /// Numbers of rows, from 1, each at its key's hash or behind it where that is taken; 0 for a free slot. The upper half
  /// is that of the hash, so that few rows are looked at that have another key.
  private var slots: [UInt64]
  /// One less than a power of two.
  private let mask: Int
  /// Differs from run to run, so that no file can be made to collide.
  private let seed = UInt64.random(in: 0 ... .max)
  /// Pairs of rows with the same key: the later and the first.
  private(set) var duplicates: [(row: Int, first: Int)] = []

  /// - Parameter table: In memory, since its rows are read in no order. Where a value of the key is null a row is left out.
  init(_ table: DataTable, columns: [Int]) {
    self.table = table
    self.columns = columns
    var capacity = 16
    while capacity < table.rowCount * 2 { capacity *= 2 }
    mask = capacity - 1
    slots = Array(repeating: 0, count: capacity)
    // The slots lie far apart in memory: to look at many of them at once the processor must know the hashes beforehand.
    let seed = seed
    let count = threadCount(for: table.rowCount, least: 50_000)
    let hashes = inParts((0..<table.rowCount).parts(count)) { rows in
      rows.map { table.hasNull($0, columns) ? Self.null : table.hash($0, columns, seed: seed) }
    }
    for (row, hash) in hashes.joined().enumerated() where hash != Self.null {
      let (slot, first) = find(row, of: table, columns, hash)
      if let first {
        duplicates.append((row, first))
      } else {
        slots[slot] = hash & ~Self.lowerHalf | UInt64(row + 1)
      }
    }
  }

  /// The row with the values that a row of another table has.
  func row(like row: Int, of other: DataTable, columns otherColumns: [Int]) -> Int? {
    find(row, of: other, otherColumns, other.hash(row, otherColumns, seed: seed)).row
  }

  private static let lowerHalf: UInt64 = 0xFFFF_FFFF
  /// Stands for the hash of a key with a missing value.
  private static let null: UInt64 = 0

  private func find(_ row: Int, of other: DataTable, _ otherColumns: [Int], _ hash: UInt64) -> (slot: Int, row: Int?) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let found = Int(slots[slot] & Self.lowerHalf) - 1
      if (slots[slot] ^ hash) & ~Self.lowerHalf == 0, other.isEqual(row, otherColumns, table, found, columns) {
        return (slot, found)
      }
      slot = (slot + 1) & mask
    }
    return (slot, nil)
  }
}

extension DataTable {
  /// Whether a value of a key is missing.
  func hasNull(_ row: Int, _ columns: [Int]) -> Bool { columns.contains { self[row, $0].isNull } }

  /// Never 0.
  fileprivate func hash(_ row: Int, _ columns: [Int], seed: UInt64) -> UInt64 {
    var digest = Digest(seed: seed)
    for column in columns {
      switch self[row, column] {
      case .null: digest.mix(0)
      case .integer(let value): digest.mix(UInt64(bitPattern: Int64(value)))
      case .real(let value): digest.mix(value == 0 ? 0 : value.bitPattern)
      case .text(let text): digest.mix(text)
      }
    }
    return max(digest.number, 1)
  }

  fileprivate func isEqual(_ row: Int, _ columns: [Int], _ other: DataTable, _ otherRow: Int, _ others: [Int]) -> Bool {
    for index in columns.indices where self[row, columns[index]] != other[otherRow, others[index]] { return false }
    return true
  }
}

/// Reports rows that repeat the primary key, or a value of a field declared as unique.
func checkUniqueness(_ table: DataTable, _ file: CSVFile, _ schema: Schema, _ log: inout FaultLog) {
  let unique = schema.fields.filter { $0.constraints.isUnique && [$0.name] != schema.primaryKey }
  for key in [schema.primaryKey] + schema.uniqueKeys + unique.map({ [$0.name] }) where !key.isEmpty {
    let columns = key.compactMap(schema.column)
    guard columns.count == key.count else { continue }
    for (row, first) in KeyIndex(table, columns: columns).duplicates {
      let values = zip(key, columns).map { "\($0) = \(table[row, $1].plain)" }.joined(separator: ", ")
      let rule = key == schema.primaryKey ? "csv-primary-key" : "csv-unique"
      log.report(
        rule,
        .error(
          rule, "a second row with \(values); the first is in line \(file.place(row: first, column: 0).line)",
          at: file.place(row: row, column: columns[0]),
          hint: "delete one of the two, or add the field that tells them apart to the key"))
    }
  }
}
