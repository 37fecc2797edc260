/// Tables; half of the inputs get a header so that the fuzzer need not find one.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var splitters = ItemSplitters(options: Fuzzed.options)
  splitters.splitters = [TableSplitter(options: Fuzzed.options)]
  Fuzzed.checkPieces(bytes, by: splitters)
  Fuzzed.checkPieces(Array("title,text,date\na,b,2019-03-12\n".utf8) + bytes, by: splitters)
  return 0
}
