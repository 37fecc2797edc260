import Model

extension Russian {
  /// Why an archive cannot be used, or not further, as the screen says it.
  static func text(_ error: ArchiveError) -> String {
    if error.subject == .marks { return marks(error) }
    return switch error.problem {
    case .damaged:
      "Архив \(error.path) повреждён. Его можно создать заново из ваших файлов."
    case .newer(let version):
      "Архив \(error.path) создан более новой программой (версия таблиц \(version)). Откройте его ею "
        + "или создайте заново из ваших файлов для этой."
    case .diskFull:
      "На диске архива \(error.path) нет места. Прочитанное сохранено; освободите место и "
        + "попробуйте ещё раз."
    case .readOnly: "в архив нельзя писать; новые и изменённые файлы не учтены"
    case .busy: "в архив пишет другая программа onrecord; попробуйте, когда она закончит"
    case .unreachable(let reason):
      "Архив \(error.path) нельзя ни открыть, ни создать (\(reason))."
    case .other(let words): "архив \(error.path) нельзя использовать: \(words)"
    }
  }

  /// Why the reader's own marks cannot be used.
  private static func marks(_ error: ArchiveError) -> String {
    switch error.problem {
    case .damaged: "ваши пометки в \(error.path) повреждены; уберите файл в другое место"
    case .newer(let version):
      "ваши пометки в \(error.path) записаны более новой программой (версия таблиц \(version))"
    case .diskFull:
      "на диске ваших пометок (\(error.path)) нет места: эта не сохранена, прежние целы"
    case .readOnly: "ваши пометки в \(error.path) нельзя изменить; их только видно"
    case .busy: "ваши пометки (\(error.path)) записывает другая программа; попробуйте ещё раз"
    case .unreachable(let reason): "ваши пометки негде хранить (\(error.path): \(reason))"
    case .other(let words): "ваши пометки в \(error.path) нельзя использовать: \(words)"
    }
  }
}
