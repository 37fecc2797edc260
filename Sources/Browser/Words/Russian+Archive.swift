import Model

extension Russian {
  /// Why an archive cannot be used, or not further, as the screen says it.
  static func text(_ error: ArchiveError) -> String {
    switch error.problem {
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
    case .other(let words): "архив \(error.path) нельзя использовать: \(words)"
    }
  }
}
