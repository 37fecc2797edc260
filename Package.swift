// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "onrecord",
  products: [
    .executable(name: "onrecord", targets: ["Browser"]),
    .library(name: "Model", targets: ["Model"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CGumbo", linkerSettings: [.linkedLibrary("gumbo")]),
    .target(name: "CQuoteModel", exclude: ["quotes.model"]),
    .systemLibrary(name: "CUchardet"),
    .systemLibrary(name: "CArchive"),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    .target(
      name: "Model",
      dependencies: [
        "CArchive", "CGumbo", "CQuoteModel", "CUchardet", "CZstd",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .executableTarget(
      name: "Browser",
      dependencies: [
        "CNcurses", "Model",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]),
    .target(
      name: "TestSupport", dependencies: ["Browser", "CArchive", "Model"], path: "Tests/TestSupport"
    ),
    .testTarget(name: "ModelTests", dependencies: ["Model", "TestSupport"]),
    .testTarget(
      name: "BrowserTests", dependencies: ["Browser", "Model", "TestSupport"],
      exclude: ["Screens/Golden"]),
    .testTarget(name: "EndToEndTests", dependencies: ["Browser", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
