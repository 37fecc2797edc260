/// Plain text in any character set.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var splitters = ItemSplitters(options: Fuzzed.options)
  splitters.splitters = []
  Fuzzed.checkPieces(bytes, by: splitters)
  // As one item, too, whether it is recognised or not.
  var item = RawItem(file: "file", bytes: bytes)
  item.hints.format = .plainText
  Fuzzed.read([item])
  // Under a declared set, mended, and as a date.
  let labels = ["utf-8", "utf-16", "gb18030", "shift_jis", "iso-2022-jp", "windows-1251", "cp037"]
  let label = labels[Int(bytes.first ?? 0) % labels.count]
  let decoded = TextDecoding.decoded(bytes, declared: label, mendsDoubleEncoding: true)
  precondition(UTF8Decoding.check(decoded.bytes).isValid)
  _ = StatedDate.date(String(decoding: bytes, as: UTF8.self))
  return 0
}
