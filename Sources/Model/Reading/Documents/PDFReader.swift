/// Reads the text of a PDF by way of `pdftotext`, where that is installed.
struct PDFReader: PageReader {
  private let options: ReadingOptions
  private let program: String

  /// - Parameter program: what stands for `pdftotext`.
  init(options: ReadingOptions = .init(), program: String = "pdftotext") {
    self.options = options
    self.program = program
  }

  func recognises(_ item: RawItem) -> Bool {
    item.hints.format == .pdf || item.bytes.starts(with: Array("%PDF-".utf8))
  }

  /// One page of all its pages' text.
  /// - Throws: `.unsupported` where the program is missing or fails; `.empty` for scanned pictures.
  func pages(of item: RawItem) throws(ReadingError) -> PagesRead {
    guard options.runsPrograms else {
      throw item.error(.unsupported("a PDF, which takes another program to read"))
    }
    let converter = Converter(
      arguments: [program, "-enc", "UTF-8", "-eol", "unix", "-nopgbrk", "-", "-"],
      limit: options.largestText, seconds: options.longestConversion)
    switch converter.run(on: item.bytes) {
    case .text(let bytes):
      let (text, invalid) = UTF8Decoding.repaired(bytes)
      guard text.contains(where: { !Bytes.isSpace($0) }) else {
        throw item.error(.unsupported("a PDF without text; recognise its pictures' text first"))
      }
      // Lines of the text are no lines of the file.
      let page = SourcePage(
        file: item.file, item: item.item, text: SourceText(validUTF8: text, origin: .marks([])))
      return PagesRead([page], findings: FieldDecoding.findings(of: item, invalid: invalid))
    case .notInstalled:
      throw item.error(.unsupported("a PDF; to read such files, install poppler-utils"))
    case .failed(let words): throw item.error(.unsupported("pdftotext: \(words)"))
    case .tooLarge: throw item.error(.textTooLarge(limit: options.largestText))
    case .timedOut:
      throw item.error(
        .unsupported("pdftotext took more than \(options.longestConversion) seconds"))
    }
  }
}
