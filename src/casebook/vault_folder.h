// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A vault's folder (0700) and its small files (0600): made, locked, written whole or not at all.
#pragma once

#include "foundation/bytes.h"
#include "foundation/result.h"

#include <filesystem>
#include <functional>
#include <string_view>

namespace chevet::casebook {

/// An open file, closed with the object.
class FileHandle
{
public:
    FileHandle() = default;
    explicit FileHandle(int descriptor) : m_descriptor(descriptor) {}
    FileHandle(const FileHandle&) = delete;
    FileHandle(FileHandle&& other) noexcept;
    FileHandle& operator=(const FileHandle&) = delete;
    FileHandle& operator=(FileHandle&& other) noexcept;
    ~FileHandle();

    int get() const { return m_descriptor; }
    bool isOpen() const { return m_descriptor >= 0; }

private:
    int m_descriptor = -1;
};

/// The right to write to a vault, held as long as the object lives. The system takes it back when the process
/// dies, however it dies; the process number in the file is for people.
class VaultLock
{
public:
    VaultLock() = default;
    /// Errors: VaultInUse (number: the process that has it, 0 if unknown), DiskFailed, ReadOnly.
    static Result<VaultLock> take(const std::filesystem::path& folder);
    bool isHeld() const { return m_file.isOpen(); }

private:
    FileHandle m_file;
};

/// Makes the folder with mode 0700, or takes an existing one that holds no vault: what a founding that was
/// cut short left there is removed. Errors: VaultExists, DiskFull, DiskFailed.
Result<void> makeVaultFolder(const std::filesystem::path& folder);

/// Removes the vault's own files, and the folder if it is empty then.
void removeVaultFiles(const std::filesystem::path& folder);

/// Errors: NotFound, DiskFailed, TooLarge above `limit` bytes.
Result<Bytes> readWholeFile(const std::filesystem::path& file, std::size_t limit);

/// Writes pieces one after the other; a failed one ends it.
using WritePiece = std::function<Result<void>(View)>;

/// Writes `file` whole or leaves the former one: temporary file, fsync, rename, fsync of the folder. `fill`
/// is called once with the function that writes. Errors: DiskFull, DiskFailed, and those of `fill`.
Result<void> replaceFile(const std::filesystem::path& file,
                         const std::function<Result<void>(const WritePiece&)>& fill);

/// Made if absent. Errors: DiskFull, DiskFailed, ReadOnly.
Result<FileHandle> openForWritingAt(const std::filesystem::path& file);
/// One pwrite; not synced. `place` names the file in errors. Errors: DiskFull, DiskFailed.
Result<void> writeAt(const FileHandle& handle, std::size_t offset, View bytes, std::string_view place);

} // namespace chevet::casebook
