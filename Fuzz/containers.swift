/// Everything: archives, what is in them, and what no splitter knows.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let splitters = ItemSplitters(options: Fuzzed.options)
  Fuzzed.read(Fuzzed.items(bytes, pieces: 1 << 16, by: splitters).items)
  return 0
}
