import Model

extension English {
  /// Why an archive cannot be used, or not further, as the screen says it.
  static func text(_ error: ArchiveError) -> String {
    switch error.problem {
    case .damaged:
      "The archive \(error.path) is damaged. It can be made anew from your files."
    case .newer(let version):
      "The archive \(error.path) was made by a newer onrecord (version \(version) of its tables). "
        + "Use that one, or make the archive anew from your files for this one."
    case .diskFull:
      "The disk of the archive \(error.path) is full. What was read so far is kept; make room and try "
        + "again."
    case .readOnly:
      "the archive cannot be written to; new and changed files are not taken up"
    case .busy: "another onrecord is writing to the archive; try again when it is done"
    case .other(let words): "the archive \(error.path) cannot be used: \(words)"
    }
  }
}
