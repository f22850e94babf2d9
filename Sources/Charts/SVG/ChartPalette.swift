// SPDX-License-Identifier: MIT

/// The colours of charts, one set for each theme. Marks reach a contrast of 3 with the page, texts 4.5; a test measures.
struct ChartPalette: Sendable {
  struct Pair: Sendable {
    let mark: String
    let text: String
  }

  let page: String
  let ink: String
  let secondary: String
  let grid: String
  let baseline: String
  /// By class, in the order in which the stylesheet has them.
  let roles: [(cssClass: String, colors: Pair)]

  static let light = ChartPalette(
    page: "#FFFFFF", ink: "#16181D", secondary: "#555B66", grid: "#D9D6CE", baseline: "#555B66",
    roles: [
      ("c-chn", Pair(mark: "#B3232A", text: "#B3232A")), ("c-jpn", Pair(mark: "#335493", text: "#335493")),
      ("c-kor", Pair(mark: "#1AA39D", text: "#08756F")), ("c-usa", Pair(mark: "#C47D0C", text: "#8F5B00")),
      ("k1", Pair(mark: "#1E4B92", text: "#1E4B92")), ("k2", Pair(mark: "#E36D05", text: "#A84E00")),
      ("k3", Pair(mark: "#28A295", text: "#0B7268")), ("k4", Pair(mark: "#9B5EE5", text: "#7F3FD0")),
      ("k5", Pair(mark: "#725301", text: "#725301")), ("k6", Pair(mark: "#2D272A", text: "#2D272A")),
      ("g1", Pair(mark: "#6B7079", text: "#555B66")), ("g2", Pair(mark: "#83878F", text: "#555B66")),
      ("g3", Pair(mark: "#8F9299", text: "#555B66")),
    ])

  static let dark = ChartPalette(
    page: "#15171C", ink: "#ECEBE6", secondary: "#A9AEB8", grid: "#333842", baseline: "#A9AEB8",
    roles: [
      ("c-chn", Pair(mark: "#CF605A", text: "#E07A72")), ("c-jpn", Pair(mark: "#7D99F7", text: "#7D99F7")),
      ("c-kor", Pair(mark: "#5BE3DB", text: "#5BE3DB")), ("c-usa", Pair(mark: "#DEB23D", text: "#DEB23D")),
      ("k1", Pair(mark: "#56A7FC", text: "#56A7FC")), ("k2", Pair(mark: "#C36B09", text: "#E58A2B")),
      ("k3", Pair(mark: "#71ECDC", text: "#71ECDC")), ("k4", Pair(mark: "#855EBD", text: "#AC8AE0")),
      ("k5", Pair(mark: "#E9D661", text: "#E9D661")), ("k6", Pair(mark: "#AFA19A", text: "#AFA19A")),
      ("g1", Pair(mark: "#9DA2AC", text: "#A9AEB8")), ("g2", Pair(mark: "#868B95", text: "#A9AEB8")),
      ("g3", Pair(mark: "#747983", text: "#A9AEB8")),
    ])

  /// Custom properties: `--chart-ink:#16181D;--chart-c-chn:#B3232A;--chart-c-chn-text:…`.
  var properties: String {
    var text = "--chart-page:\(page);--chart-ink:\(ink);--chart-secondary:\(secondary);--chart-grid:\(grid);"
    text += "--chart-base:\(baseline);"
    for (cssClass, colors) in roles {
      text += "--chart-\(cssClass):\(colors.mark);--chart-\(cssClass)-text:\(colors.text);"
    }
    return text
  }
}
