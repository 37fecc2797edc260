import GRDB

extension DatabaseMigrator {
  /// Brings a database up to date where another program may do so at the same moment.
  ///
  /// The steps that are to be done are listed before a step's lock is had. One that fails because somebody
  /// was faster is undone, and the list is made anew; each failure is a step that somebody has done.
  /// - Throws: `DatabaseError`, where it failed more often than there are steps.
  func migrateBesideOthers(_ queue: DatabaseQueue) throws {
    for _ in migrations where (try? migrate(queue)) != nil { return }
    try migrate(queue)
  }
}
