import Glibc

/// How many processors there are.
enum ProcessorCount {
  /// Those that are online.
  static var available: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }
}
