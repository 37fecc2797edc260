/// Reads a JSON object as an article, by the names of its fields.
struct JSONReader: PageReader {
  private let map: FieldMap
  private let mends: Bool

  /// A reader that looks at the user's own names first.
  init(options: ReadingOptions = .init()) {
    map = FieldMap(options.fieldNames)
    mends = options.mendsDoubleEncoding
  }

  func recognises(_ item: RawItem) -> Bool { item.hints.format == .json }

  /// One page.
  /// - Throws: `.malformed` with the line where it is not JSON or holds no words.
  func pages(of item: RawItem) throws(ReadingError) -> PagesRead {
    let (bytes, undecoded) = FieldDecoding.text(of: item, mendsDoubleEncoding: mends)
    var invalid = undecoded
    var gatherer = FieldGatherer()
    let fault = bytes.withUnsafeBytes { bytes -> JSONParser.Fault? in
      do throws(JSONParser.Fault) {
        var parser = JSONParser(bytes)
        try gather(&parser, into: &gatherer)
        invalid += parser.invalid
        return nil
      } catch {
        return error
      }
    }
    if let fault {
      let line = item.firstLine + Self.lineBreaks(in: bytes, before: fault.offset)
      throw item.error(.malformed(.line(line), "not JSON: \(fault.words)"))
    }
    let fields = gatherer.fields { item.firstLine + Self.lineBreaks(in: bytes, before: $0) }
    guard fields.hasWords else {
      let words = "no field holds a text; name the one that does with --map text=FIELD"
      throw item.error(.malformed(.line(item.firstLine), words))
    }
    return PagesRead(
      [fields.page(of: item)], findings: FieldDecoding.findings(of: item, invalid: invalid))
  }

  private func gather(
    _ parser: inout JSONParser, into gatherer: inout FieldGatherer
  ) throws(JSONParser.Fault) {
    var titleIsDerived = false
    try parser.object { (key, parser) throws(JSONParser.Fault) in
      let name = FieldNames.folded(key)
      let paths = map.paths(from: name)
      if !paths.isEmpty {
        let value = try parser.value()
        for path in paths {
          if let found = value.value(at: path.rest) { gatherer.add(found, to: path.slot, rank: 0) }
        }
      } else if name == "titlebasis" {
        // An export of this program: the headline was made from the text.
        if case .string(let basis, _) = try parser.value() {
          titleIsDerived = basis == Array("derived".utf8)
        }
      } else if let known = FieldNames.slot(of: name), !map.isMapped(known.slot) {
        gatherer.add(try parser.value(), to: known.slot, rank: known.rank)
      } else {
        try parser.skip()
      }
    }
    if titleIsDerived { gatherer.drop(.title) }
    guard parser.isAtEnd() else { throw parser.fault("something follows the object") }
  }

  /// How many lines end before an offset.
  private static func lineBreaks(in bytes: [UInt8], before offset: Int) -> Int {
    bytes.firstOffset(of: 0x0A, from: 0) == nil ? 0 : bytes[..<offset].count { $0 == 0x0A }
  }
}
