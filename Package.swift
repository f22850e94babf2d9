// swift-tools-version: 6.1
import PackageDescription

// Layers, low to high; a target depends on lower layers only (ARCHITECTURE.md).
let package = Package(
  name: "briefing",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
  ],
  targets: [
    // 0
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "Diagnostics"),
    .target(name: "Figures"),
    .target(name: "Markup"),
    // 1
    .target(name: "Settings", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")]),
    .target(name: "Markdown", dependencies: ["CMarkGFM", "Diagnostics", "Markup"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures"]),
    .testTarget(name: "SettingsTests", dependencies: ["Settings"]),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Diagnostics", "Markdown", "Markup"], resources: [.copy("Corpus")]),
  ],
  swiftLanguageModes: [.v6]
)
