// SPDX-License-Identifier: MIT

/// The colours of charts, one set for each theme. Marks reach a contrast of 3 with the page, texts 4.5; the light ones,
/// which are printed, differ in grey too. A test measures.
struct ChartPalette: Sendable {
  struct Pair: Sendable {
    let mark: String
    let text: String

    /// What is read on the mark: black or white. Luminance with a gamma of two is near enough to choose; a test measures.
    var on: String {
      let number = Int(mark.dropFirst(), radix: 16) ?? 0
      let channels = [number >> 16, number >> 8 & 255, number & 255].map { Double($0) / 255 }
      let weights = [0.2126, 0.7152, 0.0722]
      return zip(weights, channels).reduce(0) { $0 + $1.0 * $1.1 * $1.1 } > 0.21 ? "#000000" : "#FFFFFF"
    }
  }

  let page: String
  let ink: String
  let secondary: String
  let grid: String
  let baseline: String
  /// By class, in the order in which the stylesheet has them.
  let roles: [(cssClass: String, colors: Pair)]
  /// The steps of the ramps, by class, pale to strong; in the dark theme strong is light.
  let steps: [(cssClass: String, mark: String)]

  static let light = ChartPalette(
    page: "#FFFFFF", ink: "#16181D", secondary: "#555B66", grid: "#D9D6CE", baseline: "#555B66",
    roles: [
      ("c-chn", Pair(mark: "#A41E25", text: "#A41E25")), ("c-jpn", Pair(mark: "#183369", text: "#183369")),
      ("c-kor", Pair(mark: "#1AA39D", text: "#08756F")), ("c-usa", Pair(mark: "#B16F03", text: "#8F5B00")),
      ("k1", Pair(mark: "#0F3D82", text: "#0F3D82")), ("k2", Pair(mark: "#D36300", text: "#A84E00")),
      ("k3", Pair(mark: "#28A295", text: "#0B7268")), ("k4", Pair(mark: "#8A4BD1", text: "#7F3FD0")),
      ("k5", Pair(mark: "#694B00", text: "#694B00")), ("k6", Pair(mark: "#2D272A", text: "#2D272A")),
      ("g1", Pair(mark: "#5C616A", text: "#555B66")), ("g2", Pair(mark: "#666B74", text: "#555B66")),
      ("g3", Pair(mark: "#6E737C", text: "#555B66")),
    ],
    steps: ramps(
      ["#D9E9F3", "#97BFD8", "#5793B4", "#286687", "#103B51"], rises: ["#BCD4FE", "#779EE6", "#2E57A5"],
      falls: ["#FEC2B7", "#E8796C", "#A32224"]))

  static let dark = ChartPalette(
    page: "#15171C", ink: "#ECEBE6", secondary: "#A9AEB8", grid: "#333842", baseline: "#A9AEB8",
    roles: [
      ("c-chn", Pair(mark: "#CF605A", text: "#E07A72")), ("c-jpn", Pair(mark: "#7D99F7", text: "#7D99F7")),
      ("c-kor", Pair(mark: "#5BE3DB", text: "#5BE3DB")), ("c-usa", Pair(mark: "#DEB23D", text: "#DEB23D")),
      ("k1", Pair(mark: "#56A7FC", text: "#56A7FC")), ("k2", Pair(mark: "#C36B09", text: "#E58A2B")),
      ("k3", Pair(mark: "#71ECDC", text: "#71ECDC")), ("k4", Pair(mark: "#855EBD", text: "#AC8AE0")),
      ("k5", Pair(mark: "#E9D661", text: "#E9D661")), ("k6", Pair(mark: "#AFA19A", text: "#AFA19A")),
      ("g1", Pair(mark: "#9DA2AC", text: "#A9AEB8")), ("g2", Pair(mark: "#868B95", text: "#A9AEB8")),
      ("g3", Pair(mark: "#80858E", text: "#A9AEB8")),
    ],
    steps: ramps(
      ["#1B3442", "#2A5D78", "#4D8DB1", "#83BBDC", "#CAE8FA"], rises: ["#213862", "#3F68B5", "#91B5F4"],
      falls: ["#5E251F", "#B03E38", "#F5978E"]))

  private static func ramps(
    _ amounts: [String], rises: [String], falls: [String]
  ) -> [(cssClass: String, mark: String)] {
    func named(_ marks: [String], _ step: (Int) -> ColorStep) -> [(cssClass: String, mark: String)] {
      marks.enumerated().map { (step($0 + 1).cssClass, $1) }
    }
    return named(amounts, ColorStep.amount) + named(rises, ColorStep.rise) + named(falls, ColorStep.fall)
  }

  /// Custom properties: `--chart-ink:#16181D;--chart-c-chn:#A41E25;--chart-c-chn-text:…`.
  var properties: String {
    var text = "--chart-page:\(page);--chart-ink:\(ink);--chart-secondary:\(secondary);--chart-grid:\(grid);"
    text += "--chart-base:\(baseline);"
    for (cssClass, colors) in roles {
      text +=
        "--chart-\(cssClass):\(colors.mark);--chart-\(cssClass)-text:\(colors.text);--chart-\(cssClass)-on:\(colors.on);"
    }
    for (cssClass, mark) in steps {
      text += "--chart-\(cssClass):\(mark);--chart-\(cssClass)-on:\(Pair(mark: mark, text: mark).on);"
    }
    return text
  }
}
