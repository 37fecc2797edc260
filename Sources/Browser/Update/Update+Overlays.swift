import Model

extension BrowserState {
  mutating func toggleHelp() -> [Effect] {
    if case .help = overlay { overlay = nil } else { overlay = .help(top: 0) }
    return []
  }

  mutating func toggleFindings() -> [Effect] {
    if case .findings = overlay {
      overlay = nil
      return []
    }
    overlay = .findings(top: 0)
    return [loadFindings()]
  }

  /// Asks for the findings anew.
  mutating func loadFindings() -> Effect {
    findingsRequest = nextRequest()
    return .loadFindings(request: findingsRequest)
  }

  /// The rows of an overlay below its heading.
  var overlayRows: Int { max(1, layout.middle.rows - 1) }

  mutating func scrollOverlay(_ motion: Motion) {
    switch overlay {
    case nil: break
    case .help(let top):
      let count = HelpLines.all.count
      overlay = .help(top: motion.target(from: top, count: count, page: overlayRows))
    case .findings(let top):
      overlay = .findings(
        top: motion.target(from: top, count: findings.count, page: overlayRows))
    }
    clampOverlay()
  }

  mutating func clampOverlay() {
    switch overlay {
    case nil: break
    case .help(let top):
      overlay = .help(top: max(0, min(top, HelpLines.all.count - overlayRows)))
    case .findings(let top):
      overlay = .findings(top: max(0, min(top, findings.count - overlayRows)))
    }
  }
}
