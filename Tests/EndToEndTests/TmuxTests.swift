import Testing

@testable import TestSupport

/// The true screen, by way of tmux.
@Suite(.serialized, .enabled(if: Tmux.isInstalled)) struct TmuxTests {
  @Test func `opens on the seeds and gives the shell its screen back`() throws {
    let tmux = try Tmux("bash --norc --noprofile", columns: 100, rows: 30)
    try tmux.send("echo before-it", "Enter")
    #expect(tmux.waitForText("before-it"))
    try tmux.send("\(try Onrecord.path) \(Onrecord.seeds)", "Enter")
    #expect(tmux.waitForText("onrecord · seeds"))
    #expect(!tmux.screen.contains("before-it"))
    try tmux.send("q")
    #expect(tmux.waitForText("before-it"))
    #expect(!tmux.screen.contains("onrecord · seeds"))
  }

  @Test func `a wide title keeps its columns`() throws {
    let folder = try TemporaryFolder()
    try folder.write("日本語の見出し\n\nTOKYO, May 1. It said “はい”.\n", to: "日本.txt")
    let tmux = try Tmux("\(try Onrecord.path) \(folder.path)/日本.txt", columns: 100, rows: 30)
    #expect(tmux.waitForText("onrecord · 日本.txt"))
  }
}
