import CNcurses

/// The memory that the C library keeps for the process.
enum ProcessMemory {
  /// Has large blocks go back to the system as soon as they are free; to be called at the start.
  static func keepSmall() { onrecord_keep_memory_small() }

  /// Gives what is free back to the system.
  static func trim() { onrecord_trim_memory() }
}
