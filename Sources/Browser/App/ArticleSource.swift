import ArgumentParser
import Model

/// Where a command that writes takes its articles from: files, read now, or an archive.
struct ArticleSource: ParsableArguments {
  @Argument(
    help: "Files and folders of articles; - is standard input.", completion: .file())
  var paths: [String] = []

  @Option(
    name: .customLong("archive"),
    help: ArgumentHelp(
      "Take the articles from this archive, as the last import left it, with your corrections.",
      valueName: "file"),
    completion: .file())
  var file: String?

  func validate() throws {
    if paths.isEmpty, file == nil {
      throw ValidationError(
        "Missing expected argument '<paths> ...': name files or folders, or --archive FILE.")
    }
    if !paths.isEmpty, file != nil {
      throw ValidationError(
        "Name files and folders, or an archive, but not both: an archive is brought up to date by "
          + "'onrecord import'.")
    }
  }

  /// Calls `take` for each article of an archive that a filter asks for, in the order of its files, until
  /// `take` returns false.
  /// - Throws: the exit status, where the archive cannot be read.
  func visit(
    archive file: String, _ filtering: WhereArgument, _ take: (Article) -> Bool
  ) throws {
    let location = ArchiveLocation(paths: [], file: file)
    guard location.exists else {
      throw Complaint.exit(
        "there is no archive \(location.path); 'onrecord import PATH... --archive FILE' makes one")
    }
    // Complains where marks are asked for that cannot be read.
    _ = try filtering.filter()
    do throws(ArchiveError) {
      let archive = try DatabaseArchive(location, marks: MarksFile.shared)
      try archive.visit(filtering.query ?? .everything, .file, take)
    } catch {
      throw Complaint.exit(error.words)
    }
  }
}
