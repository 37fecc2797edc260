/// Pages and pieces of HTML.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var item = RawItem(file: "file", bytes: bytes)
  item.hints.format = .html
  item.hints.url = "https://news.example/a/b.html"
  Fuzzed.read([item])
  // As whatever it looks like.
  Fuzzed.read([RawItem(file: "file", bytes: bytes)])

  let (text, structure, lines) = HTMLFragment.read(
    UTF8Decoding.repaired(bytes).bytes, base: item.hints.url, firstLine: 3)
  var end = 0
  for block in structure.blocks {
    precondition(block.span.start >= end && block.span.end > block.span.start, "blocks overlap")
    end = block.span.end
  }
  precondition(end == text.count, "words beside the blocks")
  for (mark, next) in zip(lines, lines.dropFirst()) {
    precondition(mark.offset < next.offset && mark.line >= 3, "marks out of order")
  }
  return 0
}
