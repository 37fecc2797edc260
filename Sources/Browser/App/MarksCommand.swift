import ArgumentParser
import Foundation
import Glibc
import Model

/// `onrecord marks export|import`
struct MarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marks",
    abstract: "Stars, tags, notes, filters and corrections of yours as JSON.",
    subcommands: [Export.self, Import.self])

  /// `onrecord marks export`
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write all of them to standard output.")

    func run() throws {
      let marks = MarksFile.shared
      if let failure = marks.failure { throw Complaint.exit(failure.words) }
      if let repair = marks.repair { Complaint.print(repair.words) }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      var output = OutputFile.standardOutput
      do throws(OutputError) {
        guard let json = try? encoder.encode(marks.export()) else { return }
        try output.write([UInt8](json) + [0x0A])
        try output.flush()
      } catch {
        if error != .closed { throw Complaint.exit(error.words) }
      }
    }
  }

  /// `onrecord marks import FILE`
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take them over from a file that export wrote.",
      discussion: """
        Marks of the same article are joined: of star, tags, note, corrections, what was read and \
        where it was left, the newer one counts. So do two machines come to the same marks when each \
        imports what the other exports. Of filters of one name the newer one counts.
        """)

    @Argument(help: "The file; - is standard input.", completion: .file())
    var file: String

    func run() throws {
      let data: Data
      do {
        data =
          file == "-"
          ? FileHandle.standardInput.readDataToEndOfFile()
          : try Data(contentsOf: URL(fileURLWithPath: file))
      } catch {
        throw Complaint.exit("\(file) cannot be read; see that it is there")
      }
      let marks: MarksExport
      do {
        marks = try JSONDecoder().decode(MarksExport.self, from: data)
      } catch {
        throw Complaint.exit(
          "\(file) is not what onrecord marks export writes\(Self.place(of: error)); nothing was taken"
        )
      }
      guard marks.version <= MarksExport.newest else {
        throw Complaint.exit(
          "\(file) was written by a newer onrecord (version \(marks.version) of its shape, this one "
            + "knows \(MarksExport.newest)); nothing was taken")
      }
      do throws(ArchiveError) {
        let taken = try MarksFile.shared.take(marks)
        print(
          "marks of \(taken.articles) articles and \(taken.filters) filters taken over; "
            + "\(taken.articlesKept) articles and \(taken.filtersKept) filters as they were "
            + "(the same, or newer here)")
      } catch {
        throw Complaint.exit(error.words)
      }
    }

    /// Where in the file the mistake is.
    private static func place(of error: any Error) -> String {
      guard let error = error as? DecodingError else { return "" }
      let context: DecodingError.Context
      switch error {
      case .typeMismatch(_, let found), .valueNotFound(_, let found), .keyNotFound(_, let found),
        .dataCorrupted(let found):
        context = found
      @unknown default: return ""
      }
      let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
      return " (\(path.isEmpty ? "" : "at \(path.joined().drop { $0 == "." }): ")"
        + "\(context.debugDescription))"
    }
  }
}
