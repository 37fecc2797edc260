import Model

/// Everything that is on the screen, and nothing else: a value that `update` changes and `render`
/// shows.
struct BrowserState: Sendable {
  var size: Size
  /// What is read, for the first line: `seeds`.
  let archiveName: String
  var list = ListState()
  var reader = ReaderState()
  var sidebar = SidebarState()
  var filter = FilterState()
  /// Filters that have names, in the order of the names.
  var savedFilters: [SavedFilter] = []
  /// The open prompt.
  var prompt: PromptState?
  /// What lies over the panes.
  var overlay: Overlay?
  /// Views over the panes, the one on the screen last; `Esc` takes it away.
  var views: [ViewState] = []
  /// Views that `Esc` comes back to from a passage.
  var suspended: [ViewState] = []
  var jumps = JumpList()
  /// The question on the last line.
  var ask: AskState?
  var marked = MarkedState()
  var undoing = UndoState()
  /// Words that are being marked in the reader.
  var selection: WordSelection?
  /// What is to be done when the article that is on its way has come, in order.
  var deferred: [DeferredCommand] = []
  /// Where the article that is on its way is to be shown.
  var readerTarget: ReaderTarget?
  /// Whether there is a place for the reader's marks.
  var keepsMarks = false
  var findings: [Finding] = []
  /// The request whose findings are waited for.
  var findingsRequest = 0
  var focus = Pane.list
  var isMaximised = false
  /// Whether the sidebar is shown where it is shown on demand only.
  var isSidebarOpen = false
  var isMouseOn = true
  /// What the status line says until the next key.
  var notice: Notice?
  var progress = ImportProgress()
  var words = Words()
  var keymap = Keymap.standard
  var input = InputState()
  var undoStack = UndoStack()
  /// Lines that were typed behind `:`.
  var commandHistory = LineHistory()
  var typesetting = Typesetting()
  var layoutOptions = LayoutOptions()
  /// The columns of the list besides headlines.
  var columns = Set(ListColumn.allCases)
  /// Whether the file's own lines are shown beside the text.
  var isRaw = false
  var tutorial: TutorialState?
  /// The file that is being written.
  var exporting: ExportState?
  /// What is wrong with the archive, until it is asked what becomes of it.
  var trouble: ArchiveTrouble?
  /// Whether nothing may be run, written or read outside the archive.
  var isRestricted = false
  /// Where articles were left, as offsets into their sources.
  var places: [ArticleID: Int] = [:]
  /// How often something was copied, and the help opened, for the walk.
  var copies = 0
  var helps = 0
  /// The number of the last request; an answer to an older one is dropped.
  private(set) var lastRequest = 0

  init(size: Size, archiveName: String) {
    self.size = size
    self.archiveName = archiveName
  }

  /// Where everything lies.
  var layout: ScreenLayout {
    ScreenLayout(
      size: size, focus: focus, isMaximised: isMaximised, isSidebarOpen: isSidebarOpen,
      measure: typesetting.measure, options: layoutOptions)
  }

  /// Where the reader lies, or would lie if it were gone to, so that it can be scrolled unseen.
  var readingLayout: ScreenLayout {
    let layout = self.layout
    guard layout.reader == nil else { return layout }
    return ScreenLayout(
      size: size, focus: .reader, isMaximised: isMaximised, isSidebarOpen: isSidebarOpen,
      measure: typesetting.measure, options: layoutOptions)
  }

  /// Whether the file's own lines stand where people and quotes do, beside the text.
  var showsRawBeside: Bool {
    isRaw && focus != .sidebar && layout.sidebar != nil && layout.reader != nil
  }

  /// How the sidebar shares its rows; nil where it is not on the screen.
  var sidebarLayout: SidebarLayout? {
    layout.sidebar.map { SidebarLayout(sidebar, rows: $0.body.rows) }
  }

  /// Which keys are in force.
  var context: Context {
    if prompt != nil { return .prompt }
    if ask != nil { return .question }
    switch overlay {
    case .help: return .help
    case .findings: return .findings
    case nil: break
    }
    if let view = views.last {
      switch view.kind {
      case .quotes: return .quotes
      case .names: return .names
      case .person: return .person
      case .timeline: return .timeline
      case .compare: return .compare
      case .filters: return .filters
      }
    }
    if selection != nil { return .selecting }
    switch focus {
    case .list: return .list
    case .reader: return .reader
    case .sidebar: return .sidebar
    }
  }

  /// A number for a new request.
  mutating func nextRequest() -> Int {
    lastRequest += 1
    return lastRequest
  }
}

/// What lies over the panes, with the first line that it shows.
enum Overlay: Hashable, Sendable {
  case help(HelpState)
  case findings(FindingsState)
}

/// A sentence in the status line.
struct Notice: Hashable, Sendable {
  var text: String
  var isWarning = false
}
