// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/vault_folder.h"

#include "casebook/journal_format.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace chevet::casebook {
namespace {

constexpr mode_t privateFile = S_IRUSR | S_IWUSR;

Error systemError(std::string_view place, int number)
{
    const auto code = number == ENOSPC || number == EDQUOT || number == EFBIG  ? ErrorCode::DiskFull
                      : number == EROFS || number == EACCES || number == EPERM ? ErrorCode::ReadOnly
                      : number == ENOENT                                       ? ErrorCode::NotFound
                                                                               : ErrorCode::DiskFailed;
    return Error{code, std::string(place), number};
}

std::string roleOf(const std::filesystem::path& file)
{
    return file.filename().string();
}

FileHandle openFile(const std::filesystem::path& file, int flags)
{
    FileHandle handle(::open(file.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, privateFile));
    if (handle.isOpen() && (flags & O_CREAT) != 0) {
        ::fchmod(handle.get(), privateFile); // whatever the umask says
    }
    return handle;
}

Result<void> writeAll(int descriptor, View bytes, std::string_view place)
{
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return tl::unexpected(systemError(place, written == 0 ? ENOSPC : errno));
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> syncFolder(const std::filesystem::path& folder)
{
    const FileHandle handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!handle.isOpen() || ::fsync(handle.get()) != 0) {
        return tl::unexpected(systemError("folder", errno));
    }
    return {};
}

} // namespace

FileHandle::FileHandle(FileHandle&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

FileHandle::~FileHandle()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

Result<VaultLock> VaultLock::take(const std::filesystem::path& folder)
{
    VaultLock lock;
    lock.m_file = openFile(folder / format::lockFile, O_RDWR | O_CREAT);
    if (!lock.m_file.isOpen()) {
        return tl::unexpected(systemError("lock", errno));
    }
    std::array<char, 24> text{};
    if (::flock(lock.m_file.get(), LOCK_EX | LOCK_NB) != 0) {
        const auto read = ::pread(lock.m_file.get(), text.data(), text.size(), 0);
        std::int64_t holder = 0;
        std::from_chars(text.data(), text.data() + (read > 0 ? read : 0), holder);
        return errno == EWOULDBLOCK ? fail(ErrorCode::VaultInUse, "lock", holder)
                                    : tl::unexpected(systemError("lock", errno));
    }
    auto* const end = std::to_chars(text.data(), text.data() + text.size() - 1, ::getpid()).ptr;
    *end = '\n';
    if (::ftruncate(lock.m_file.get(), 0) != 0 ||
        ::pwrite(lock.m_file.get(), text.data(), static_cast<std::size_t>(end + 1 - text.data()), 0) < 0) {
        // The number is a courtesy; the lock holds without it (a full disk must not keep anyone from
        // reading).
        return lock;
    }
    return lock;
}

Result<void> makeVaultFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    if (std::filesystem::exists(folder / format::vaultFile, error)) {
        return fail(ErrorCode::VaultExists, "vault");
    }
    std::filesystem::create_directories(folder.parent_path(), error);
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        return tl::unexpected(systemError("folder", errno));
    }
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    if (error) {
        return tl::unexpected(systemError("folder", error.value()));
    }
    for (const auto* const name :
         {"journal.db", "journal.db-wal", "journal.db-shm", "journal.db-journal", "head", "model.snap"}) {
        std::filesystem::remove(folder / name, error);
    }
    return {};
}

void removeVaultFiles(const std::filesystem::path& folder)
{
    std::error_code ignored; // what can't be removed is reported by whoever uses the folder next
    for (const auto* const name :
         {"journal.db", "journal.db-wal", "journal.db-shm", "journal.db-journal", "head", "model.snap",
          "model.snap.tmp", "vault.cbor", "vault.cbor.tmp", "lock"}) {
        std::filesystem::remove(folder / name, ignored);
    }
    std::filesystem::remove(folder, ignored);
}

Result<Bytes> readWholeFile(const std::filesystem::path& file, std::size_t limit)
{
    const auto handle = openFile(file, O_RDONLY);
    struct stat about = {};
    if (!handle.isOpen() || ::fstat(handle.get(), &about) != 0) {
        return tl::unexpected(systemError(roleOf(file), errno));
    }
    if (about.st_size < 0 || static_cast<std::size_t>(about.st_size) > limit) {
        return fail(ErrorCode::TooLarge, roleOf(file));
    }
    Bytes bytes(static_cast<std::size_t>(about.st_size));
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto read = ::read(handle.get(), bytes.data() + done, bytes.size() - done);
        if (read < 0 && errno == EINTR) {
            continue;
        }
        if (read < 0) {
            return tl::unexpected(systemError(roleOf(file), errno));
        }
        if (read == 0) {
            break;
        }
        done += static_cast<std::size_t>(read);
    }
    bytes.resize(done);
    return bytes;
}

Result<void> replaceFile(const std::filesystem::path& file,
                         const std::function<Result<void>(const WritePiece&)>& fill)
{
    auto temporary = file;
    temporary += ".tmp";
    const auto written = [&]() -> Result<void> {
        const auto handle = openFile(temporary, O_WRONLY | O_CREAT | O_TRUNC);
        if (!handle.isOpen()) {
            return tl::unexpected(systemError(roleOf(file), errno));
        }
        CHEVET_TRY(fill([&](View piece) { return writeAll(handle.get(), piece, roleOf(file)); }));
        if (::fsync(handle.get()) != 0) {
            return tl::unexpected(systemError(roleOf(file), errno));
        }
        return {};
    }();
    if (!written || ::rename(temporary.c_str(), file.c_str()) != 0) {
        const auto error = written ? systemError(roleOf(file), errno) : written.error();
        ::unlink(temporary.c_str());
        return tl::unexpected(error);
    }
    return syncFolder(file.parent_path());
}

Result<FileHandle> openForWritingAt(const std::filesystem::path& file)
{
    auto handle = openFile(file, O_WRONLY | O_CREAT);
    if (!handle.isOpen()) {
        return tl::unexpected(systemError(roleOf(file), errno));
    }
    return handle;
}

Result<void> writeAt(const FileHandle& handle, std::size_t offset, View bytes, std::string_view place)
{
    const auto written = ::pwrite(handle.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written != static_cast<ssize_t>(bytes.size())) {
        return tl::unexpected(systemError(place, written < 0 ? errno : ENOSPC));
    }
    return {};
}

} // namespace chevet::casebook
