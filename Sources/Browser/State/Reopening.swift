/// How an archive is opened anew after something was wrong with it.
enum Reopening: Hashable, Sendable {
  /// As it is, once more.
  case again
  /// As it was opened meanwhile.
  case opened
  /// Made anew from the files.
  case rebuilt
  /// Not at all: the files are read into memory, and nothing is written.
  case inMemory
}
