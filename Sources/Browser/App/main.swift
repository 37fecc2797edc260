import Glibc
import Model

let paths = Array(CommandLine.arguments.dropFirst())
Importer(paths: paths, workers: 1).forEachBatch { _, outcomes in
  for outcome in outcomes {
    for article in outcome.articles {
      let line = ArticleExport.jsonLines(for: article)
      line.withUnsafeBytes { _ = write(1, $0.baseAddress, $0.count) }
    }
  }
}
