import ArgumentParser
import Glibc

/// Where the program starts.
@main
enum Main {
  static func main() {
    StandardDescriptors.open()
    ProcessMemory.keepSmall()
    // A file that must not grow further is an error like a full disk, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try Onrecord.parseAsRoot()
      if Restriction.isAsked(by: ChildProcess.environment), !(command is BrowseCommand) {
        throw Complaint.exit(Restriction.words)
      }
      try command.run()
    } catch {
      Onrecord.exit(withError: error)
    }
  }
}

/// The command line.
struct Onrecord: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "onrecord",
    abstract: "Read archives of news articles in a terminal and see who said what.",
    usage: """
      onrecord [PATH...] [--plain] [--restricted] [--no-mouse] [--color auto|always|never]
      onrecord export PATH... --format jsonl|md|html|csv|bibtex
      onrecord quotes PATH... [--why]
      onrecord show FILE[#ITEM] [--what-was-cut]
      onrecord repeats PATH...
      onrecord config check|show|path
      """,
    discussion: """
      Opens files and folders of articles; without a PATH, the articles that come with it. \
      A PATH of - is standard input. Press ? inside for the keys. Where standard output is not a terminal, the list is printed \
      as text.
      """,
    version: version,
    subcommands: [
      BrowseCommand.self, ShowCommand.self, ImportCommand.self, ExportCommand.self,
      QuotesCommand.self, RepeatsCommand.self, MarksCommand.self, CorrectionsCommand.self,
      ConfigCommand.self, BenchCommand.self, ScreensCommand.self,
    ],
    defaultSubcommand: BrowseCommand.self)
}
