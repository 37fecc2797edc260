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
      discussion: "Marks of the same article and filters of the same name are replaced.")

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
      guard let marks = try? JSONDecoder().decode(MarksExport.self, from: data),
        marks.version <= 1
      else {
        throw Complaint.exit("\(file) is not what onrecord marks export writes")
      }
      do throws(ArchiveError) {
        try MarksFile.shared.take(marks)
      } catch {
        throw Complaint.exit(error.words)
      }
    }
  }
}
