/// Crawl dumps; each input is read as it is, and as what a web server answered.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var splitters = ItemSplitters(options: Fuzzed.options)
  splitters.splitters = [WARCSplitter(), ARCSplitter(), JSONSplitter()]
  Fuzzed.checkPieces(bytes, by: splitters)
  let head = """
    WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/a\r\n\
    Content-Length: \(count)\r\n\r\n
    """
  Fuzzed.checkPieces(Array(head.utf8) + bytes, by: splitters)
  return 0
}
