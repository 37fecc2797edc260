import Testing

@testable import Model
@testable import TestSupport

@Suite struct CrawlTests {
  /// A record with its length counted.
  private func record(_ header: String, _ block: String, length: Int? = nil) -> String {
    let head = header.split(separator: "\n").map { $0 + "\r\n" }.joined()
    return
      "WARC/1.0\r\n\(head)Content-Length: \(length ?? block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
  }

  private func response(
    _ body: String, url: String = "http://example.org/a", http: String = "Content-Type: text/html"
  ) -> String {
    let head = "HTTP/1.1 200 OK\r\n\(http.split(separator: "\n").joined(separator: "\r\n"))\r\n\r\n"
    return record(
      "WARC-Type: response\nWARC-Target-URI: \(url)\nContent-Type: application/http; msgtype=response",
      head + body)
  }

  private let info = "WARC-Type: warcinfo\nContent-Type: application/warc-fields"

  @Test(arguments: [1, 13, 1 << 16])
  func `pages come with address and character set, the rest is counted`(pieces: Int) {
    let dump =
      record(info, "software: x")
      + response("<p>One", http: "content-type: text/html; charset=\"Windows-1251\"")
      + record("WARC-Type: request\nContent-Type: application/http", "GET / HTTP/1.1\r\n\r\n")
      + response("{}", url: "http://example.org/x.png", http: "Content-Type: image/png")
      + record(
        "WARC-Type: conversion\nWARC-Target-URI: <http://example.org/b>\nContent-Type: text/plain",
        "Plain words")
    let split = Split(Array(dump.utf8), of: "x.warc", pieces: pieces)
    #expect(split.texts == ["<p>One", "Plain words"])
    #expect(split.items.map(\.item) == [0, 1])
    #expect(split.items.map(\.hints.url) == ["http://example.org/a", "http://example.org/b"])
    #expect(split.items.map(\.hints.charset) == ["windows-1251", nil])
    #expect(split.items.map(\.hints.format) == [.html, nil])
    #expect(
      split.problems == [.passedOver("of 5 records, 1 of image/png, 1 of request, 1 of warcinfo")])
  }

  @Test func `chunks are joined and what is compressed is unfolded`() {
    let body = "<p>The lake was closed.</p>"
    let gzip = ArchiveMaker.compressed(.gzip, Array(body.utf8))
    var chunked: [UInt8] = []
    for start in stride(from: 0, to: gzip.count, by: 10) {
      let part = gzip[start..<min(start + 10, gzip.count)]
      chunked += Array("\(String(part.count, radix: 16)); x=y\r\n".utf8) + part + [13, 10]
    }
    chunked += Array("0\r\n\r\n".utf8)
    let head = """
      HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\
      Content-Encoding: gzip\r\n\r\n
      """
    let block = Array(head.utf8) + chunked
    let dump =
      Array(
        "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: \(block.count)\r\n\r\n".utf8) + block
    #expect(Split(dump).texts == [body])
  }

  @Test(arguments: [
    ("Transfer-Encoding: chunked", "no chunks"), ("Content-Encoding: gzip", "not compressed"),
    ("Content-Encoding: deflate", "not compressed, either"),
    ("Transfer-Encoding: chunked", "3\r\nabc\r\nthen no more"),
  ])
  func `headers that say what the body is not do no harm`(header: String, body: String) {
    let split = Split(response(body, http: "Content-Type: text/html\n" + header))
    #expect(split.texts == [body.hasPrefix("3\r\n") ? "abcthen no more" : body])
  }

  @Test func `a way of compression that is not known is named`() {
    let split = Split(response("x", http: "Content-Type: text/html\nContent-Encoding: br"))
    #expect(split.items.isEmpty)
    #expect(split.problems == [.malformed(.record(1), "compressed as br, which is not read")])
  }

  @Test func `answers in JSON are cut like files of it`() {
    let json = "{\"articles\": [{\"title\": \"A\"}, {\"title\": \"B\"}]}"
    let split = Split(response(json, http: "Content-Type: application/json") + response("<p>C"))
    #expect(split.texts == ["{\"title\": \"A\"}", "{\"title\": \"B\"}", "<p>C"])
    #expect(split.items.map(\.item) == [0, 1, 2])
    #expect(split.items.map(\.hints.format) == [.json, .json, .html])
    #expect(split.items.allSatisfy { $0.hints.url == "http://example.org/a" })
  }

  @Test func `a record without a length, or with words before it, stops nothing`() {
    let dump =
      "WARC/1.0\r\nWARC-Type: response\r\n\r\nlost\r\n\r\n" + response("<p>One") + "stray\r\n"
      + response("<p>Two")
    let split = Split(dump)
    #expect(split.texts == ["<p>One", "<p>Two"])
    #expect(split.findings.count == 3)
    #expect(split.findings.allSatisfy { !$0.isFatal })
  }

  @Test func `the last record may be cut off`() {
    // A line break is one character.
    let whole = response("<p>One") + response("<p>Two words here")
    let split = Split(String(whole.dropLast(7)))
    #expect(split.texts == ["<p>One", "<p>Two words"])
    #expect(split.problems == [.damaged("the last record is cut off")])
  }

  @Test func `a record that is too large is passed over without being held`() {
    var options = ReadingOptions()
    options.largestItem = 1_000
    let large = response(String(repeating: "x", count: 5_000))
    let split = Split(large + response("<p>One"), options: options)
    #expect(split.texts == ["<p>One"])
    #expect(split.problems == [.itemTooLarge(.record(1), limit: 1_000)])
  }

  @Test func `lengths that no file can have are refused`() {
    for length in ["-1", "99999999999999999999", "0x10", "9223372036854775807"] {
      let split = Split("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(length)\r\n\r\nx")
      #expect(split.items.isEmpty)
      #expect(!split.findings.isEmpty)
    }
  }

  // MARK: ARC

  private let arcHead = """
    filedesc://x.arc 127.0.0.1 20140216050221 text/plain 25
    1 0 Example
    URL IP-address\n\n
    """

  @Test func `records of the older format are read, whatever blanks their address has`() {
    let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>One"
    let split = Split(
      arcHead
        + "http://example.org/a b c 93.184.216.119 20140216050221 text/html \(answer.utf8.count)\n"
        + answer + "\n"
        + "http://example.org/d 1.2.3.4 20140216050221 text/plain 200 - - 12 x.arc 5\nwords\n"
        + "dns:example.org 1.2.3.4 20140216050221 text/dns 3\nx y\n")
    #expect(split.texts == ["<p>One", "words"])
    #expect(
      split.items.map(\.hints.url) == ["http://example.org/a b c", "http://example.org/d"])
    #expect(split.problems == [.passedOver("of 4 records, 2 about the dump or its hosts")])
  }

  @Test func `a length that is none is said and the next record searched for`() {
    let split = Split(
      "filedesc://x.arc 127.0.0.1 20140301000000 text/plain -1\n1 0 Bad\n\n"
        + "http://example.org/ 1.2.3.4 20140401000000 text/html abc\n\n"
        + "http://example.org/ 1.2.3.4 20140401000000 text/plain 5\nwords\n")
    #expect(split.texts == ["words"])
    #expect(split.findings.count == 2)
  }
}
