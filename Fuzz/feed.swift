/// Feeds of all formats.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var splitters = ItemSplitters(options: Fuzzed.options)
  splitters.splitters = [FeedSplitter()]
  Fuzzed.checkPieces(bytes, by: splitters)
  // As one item, too, whether it is recognised or not.
  var item = RawItem(file: "file", bytes: bytes)
  item.hints.format = .feed
  Fuzzed.read([item])
  return 0
}
