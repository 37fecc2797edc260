import Model
import Synchronization

/// Places that last as long as the program runs.
final class MemoryPlaces: ReadingPlaces {
  private let places = Mutex<[ArticleID: Int]>([:])

  func all() -> [ArticleID: Int] { places.withLock { $0 } }

  func remember(_ offset: Int?, of article: ArticleID) {
    places.withLock { $0[article] = offset }
  }
}
