import Foundation
import Testing

@testable import Model
@testable import TestSupport

@Suite struct DocumentTests {
  private func docx(_ body: String, core: String? = nil) -> RawItem {
    var members = [
      (name: "[Content_Types].xml", bytes: Array("<Types/>".utf8)),
      (
        name: "word/document.xml",
        bytes: Array(
          "<?xml version=\"1.0\"?><w:document xmlns:w=\"x\"><w:body>\(body)</w:body></w:document>"
            .utf8)
      ),
    ]
    if let core { members.append((name: "docProps/core.xml", bytes: Array(core.utf8))) }
    return RawItem(file: "a.docx", bytes: ArchiveMaker.archive(.zip, members))
  }

  private func paragraph(_ text: String, _ style: String? = nil, more: String = "") -> String {
    let style = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
    return
      "<w:p><w:pPr>\(style)\(more)</w:pPr><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  private func page(_ item: RawItem) throws -> SourcePage {
    #expect(DOCXReader().recognises(item))
    return try #require(try PageReaders().pages(of: item).pages.first)
  }

  private func blocks(_ page: SourcePage) -> [String] {
    page.structure?.blocks.map { page.text[$0.span] } ?? []
  }

  @Test func `a document is read with headline, headings, lists and rows`() throws {
    let cells =
      "<w:tr><w:tc>\(paragraph("Lake"))</w:tc><w:tc>\(paragraph("20 &amp; 3"))</w:tc></w:tr>"
    let page = try page(
      docx(
        paragraph("Lake closed", "Title") + paragraph("Ice too thin", "Subtitle")
          + "<w:p><w:r><w:t>The lake </w:t></w:r><w:del><w:r><w:delText>is </w:delText></w:r></w:del>"
          + "<w:r><w:t>was closed.</w:t><w:br/><w:t>Really.</w:t></w:r></w:p><w:p/>"
          + paragraph("What now", "Heading2")
          + paragraph("Wait", more: "<w:numPr><w:ilvl w:val=\"1\"/></w:numPr>")
          + "<w:tbl>\(cells)</w:tbl>"
          + "<mc:AlternateContent><mc:Choice>\(paragraph("Box"))</mc:Choice>"
          + "<mc:Fallback>\(paragraph("Box"))</mc:Fallback></mc:AlternateContent>"))
    #expect(page.structure?.title.map { page.text[$0] } == "Lake closed")
    #expect(
      blocks(page) == [
        "Ice too thin", "The lake was closed.\nReally.", "What now", "Wait", "Lake\t20 & 3", "Box",
      ])
    #expect(
      page.structure?.blocks.map(\.kind) == [
        .standfirst, .paragraph, .heading(level: 2), .listItem(depth: 1, number: nil), .tableRow,
        .paragraph,
      ])
  }

  @Test func `title and author may stand in the properties`() throws {
    let core = """
      <cp:coreProperties><dc:title>Lake closed</dc:title><dc:creator>Anna Berg; Jan Roe</dc:creator>\
      <dcterms:created>2019-03-12T00:00:00Z</dcterms:created></cp:coreProperties>
      """
    let beside = try page(docx(paragraph("The lake was closed."), core: core))
    #expect(beside.metadata.title == "Lake closed")
    #expect(beside.metadata.authors == ["Anna Berg", "Jan Roe"])
    #expect(beside.metadata.published == nil)
    let inside = try page(docx(paragraph("Lake closed") + paragraph("It was."), core: core))
    #expect(inside.metadata.title == nil)
    #expect(inside.structure?.title.map { inside.text[$0] } == "Lake closed")
    #expect(blocks(inside) == ["It was."])
  }

  @Test func `a document stays one item, wherever it lies`() {
    let item = docx(paragraph("Words"))
    #expect(Split(item.bytes, of: "a.docx").items.map(\.file) == ["a.docx"])
    let zip = ArchiveMaker.archive(.zip, [(name: "a.docx", bytes: item.bytes)])
    #expect(Split(zip, of: "x.zip").items.map(\.file) == ["x.zip/a.docx"])
  }

  @Test func `what is no text document, damaged or a bomb is refused`() {
    func problem(_ item: RawItem) -> Finding.Problem? {
      do throws(ReadingError) {
        _ = try DOCXReader().pages(of: item)
        return nil
      } catch {
        return error.finding.problem
      }
    }
    let sheet = ArchiveMaker.archive(
      .zip, [(name: "[Content_Types].xml", bytes: [1]), (name: "xl/workbook.xml", bytes: [1])])
    guard case .unsupported? = problem(RawItem(file: "a", bytes: sheet)) else {
      Issue.record("a sheet is no text")
      return
    }
    #expect(problem(docx("<w:p/>")) == .empty)
    let whole = docx(paragraph(String(repeating: "Words and more words. ", count: 400)))
    guard case .damaged? = problem(RawItem(file: "a", bytes: Array(whole.bytes.dropLast(250))))
    else {
      Issue.record("a cut document is damaged")
      return
    }
    let bomb = docx(String(repeating: " ", count: 20_000_000))
    #expect(
      problem(bomb) == .unfoldsTooMuch(ratio: 250) || problem(bomb) == .tooLarge(limit: 16_000_000))
  }

  // MARK: PDF

  @Test func `a PDF goes through another program, and says so where that is missing`() {
    let item = RawItem(file: "a.pdf", bytes: Array("%PDF-1.4\nrubbish".utf8))
    #expect(PDFReader().recognises(item))
    do throws(ReadingError) {
      _ = try PDFReader(program: "no-such-program-anywhere").pages(of: item)
      Issue.record("there is no such program")
    } catch {
      #expect(error.finding.words.contains("install poppler-utils"))
    }
  }

  @Test func `another program is given the bytes and gives text`() {
    let cat = Converter(arguments: ["cat", "-"], limit: 2_000_000, seconds: 20)
    let bytes = [UInt8](repeating: 0x61, count: 1_000_000)
    #expect(cat.run(on: bytes) == .text(bytes))
    #expect(cat.run(on: []) == .text([]))
  }

  @Test func `another program is held to its limits`() {
    let bytes = [UInt8](repeating: 0x61, count: 1_000_000)
    #expect(Converter(arguments: ["cat"], limit: 1_000, seconds: 20).run(on: bytes) == .tooLarge)
    #expect(Converter(arguments: ["sleep", "60"], limit: 10, seconds: 1).run(on: []) == .timedOut)
    #expect(Converter(arguments: ["yes"], limit: 1_000_000, seconds: 20).run(on: []) == .tooLarge)
    #expect(
      Converter(
        arguments: ["sh", "-c", "echo one >&2; echo why >&2; exit 3"], limit: 10, seconds: 20
      )
      .run(on: []) == .failed("why"))
    #expect(
      Converter(arguments: ["sh", "-c", "kill -9 $$"], limit: 10, seconds: 20).run(on: [])
        == .failed("ended by signal 9"))
    #expect(
      Converter(arguments: ["false"], limit: 10, seconds: 20).run(on: [])
        == .failed("ended with status 1"))
  }
}
