import CNcurses

/// Standard input, output and error.
enum StandardDescriptors {
  /// Opens `/dev/null` for each that the caller has closed, so that no other file takes its number.
  static func open() { onrecord_open_standard_descriptors() }
}
