extension HTMLTree {
  /// An attribute that is a small whole number.
  func integer(_ name: Name, of node: Int) -> Int? {
    string(name, of: node).flatMap { Int($0) }.flatMap { abs($0) < 1_000_000 ? $0 : nil }
  }

  /// Tables whose rows are rows of short cells, not a page's layout.
  var dataTables: Set<Int> {
    var found = Set<Int>()
    var open: (index: Int, cells: Int, bytes: Int, isData: Bool)?
    for (index, node) in nodes.enumerated() {
      if let table = open, index >= Int(nodes[table.index].end) {
        if table.isData, table.cells > 1, table.bytes < 160 * table.cells {
          found.insert(table.index)
        }
        open = nil
      }
      switch node.tag {
      case .table:
        let role = string(.role, of: index)
        open = (index, 0, 0, role != "presentation" && role != "none")
      case .td, .th: open?.cells += 1
      case .text: open?.bytes += Int(node.count)
      case .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .blockquote, .article, .section, .form, .pre,
        .figure, .nav, .aside:
        open?.isData = false
      default: break
      }
    }
    if let table = open, table.isData, table.cells > 1, table.bytes < 160 * table.cells {
      found.insert(table.index)
    }
    return found
  }
}
