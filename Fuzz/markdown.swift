/// Markdown.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var item = RawItem(file: "file", bytes: bytes)
  item.hints.format = .markdown
  Fuzzed.read([item])
  Fuzzed.read([RawItem(file: "file", bytes: bytes)])
  return 0
}
