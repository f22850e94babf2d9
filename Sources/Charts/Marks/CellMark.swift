// SPDX-License-Identifier: MIT

/// The fields of a grid, or the tiles of a treemap, that have one colour.
public struct CellMark: Hashable, Sendable {
  public let role: ColorRole
  public let boxes: [Box]
}
