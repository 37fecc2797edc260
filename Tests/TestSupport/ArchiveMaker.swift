import CArchive

/// Archives in memory, for tests to read.
public enum ArchiveMaker {
  /// The format of an archive of files.
  public enum Format: String, CaseIterable, Sendable {
    case zip, pax, ustar, gnutar, newc
  }
  /// How a file is compressed, by libarchive's names.
  public enum Filter: String, CaseIterable, Sendable {
    case gzip, bzip2, xz, zstd, lz4, lzip, compress
  }

  /// An archive of files.
  public static func archive(
    _ format: Format, _ members: [(name: String, bytes: [UInt8])], filter: Filter? = nil,
    options: String? = nil, password: String? = nil
  ) -> [UInt8] {
    write(format: format.rawValue, filter: filter, options: options, password: password, members)
  }

  /// One compressed file.
  public static func compressed(_ filter: Filter, _ bytes: [UInt8]) -> [UInt8] {
    write(format: "raw", filter: filter, options: nil, password: nil, [("data", bytes)])
  }

  private final class Output { var bytes: [UInt8] = [] }

  private static func write(
    format: String, filter: Filter?, options: String?, password: String?,
    _ members: [(name: String, bytes: [UInt8])]
  ) -> [UInt8] {
    let output = Output()
    guard let archive = archive_write_new() else { return [] }
    defer { archive_write_free(archive) }
    archive_write_set_format_by_name(archive, format)
    if let filter { archive_write_add_filter_by_name(archive, filter.rawValue) }
    if let options { archive_write_set_options(archive, options) }
    if let password { archive_write_set_passphrase(archive, password) }
    archive_write_set_bytes_per_block(archive, 0)
    archive_write_open(
      archive, Unmanaged.passUnretained(output).toOpaque(), nil,
      { _, data, bytes, count in
        guard let data, let bytes else { return -1 }
        Unmanaged<Output>.fromOpaque(data).takeUnretainedValue().bytes +=
          UnsafeRawBufferPointer(start: bytes, count: count)
        return count
      }, nil)
    for member in members {
      let entry = archive_entry_new()
      archive_entry_set_pathname(entry, member.name)
      archive_entry_set_size(entry, Int64(member.bytes.count))
      archive_entry_set_filetype(entry, 0o100000)
      archive_entry_set_perm(entry, 0o644)
      archive_write_header(archive, entry)
      _ = member.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
      archive_entry_free(entry)
    }
    archive_write_close(archive)
    return output.bytes
  }
}
