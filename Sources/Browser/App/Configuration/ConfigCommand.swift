import ArgumentParser

/// `onrecord config check|show|path`
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show and check the configuration.",
    subcommands: [Check.self, Show.self, Path.self])

  /// `onrecord config check`
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Name the line and the mistake of each thing that is wrong.")

    @Argument(help: "The file; else your own.", completion: .file())
    var file: String?

    func run() throws {
      let own = ConfigurationFile.path(environment: ChildProcess.environment)
      guard let path = file ?? own else {
        throw Complaint.exit("there is no home folder to look for a configuration in")
      }
      guard let text = SmallFile.read(path) else {
        if file == nil {
          print("\(DisplayText.sanitized(path)): there is none; the defaults hold")
          return
        }
        throw Complaint.exit("\(path): cannot be read")
      }
      let mistakes = ConfigurationFile(text, path: path).mistakes
      for mistake in mistakes { Complaint.print(mistake.text) }
      if !mistakes.isEmpty { throw ExitCode(1) }
      print("\(DisplayText.sanitized(path)): nothing is wrong")
    }
  }

  /// `onrecord config show`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the defaults as a configuration.")

    func run() { print(ConfigurationText.defaults, terminator: "") }
  }

  /// `onrecord config path`
  struct Path: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print where it is looked for.")

    func run() throws {
      guard let path = ConfigurationFile.path(environment: ChildProcess.environment) else {
        throw Complaint.exit("there is no home folder")
      }
      print(DisplayText.sanitized(path))
    }
  }
}
