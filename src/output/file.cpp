#include "output/file.hpp"

#include "base/diagnostic.hpp"
#include "base/file.hpp"

#include <fmt/core.h>

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace actlas::output {
namespace {

namespace fs = std::filesystem;

/// An open file that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    /// 0, or the error: some file systems report a full disk only here.
    int close() { return ::close(std::exchange(number_, -1)) == 0 ? 0 : errno; }

private:
    int number_;
};

/// 0 or the error.
int write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return 0;
}

constexpr std::string_view temporary_start = ".actlas-", temporary_end = ".tmp";

} // namespace

fs::path name_beside(const fs::path& path) {
    static std::atomic<unsigned> serial{0};
    return path.parent_path() / fmt::format("{}{}-{}{}", temporary_start, ::getpid(), serial++, temporary_end);
}

bool is_temporary_name(std::string_view name) {
    if (!name.starts_with(temporary_start) || !name.ends_with(temporary_end)) return false;
    name.remove_prefix(temporary_start.size());
    name.remove_suffix(temporary_end.size());
    const std::size_t dash = name.find('-');
    const auto is_number = [](std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return dash != std::string_view::npos && is_number(name.substr(0, dash)) && is_number(name.substr(dash + 1));
}

void remove_half_written(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> found;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (is_temporary_name(entry->path().filename().string())) found.push_back(entry->path());
    }
    for (const fs::path& file : found)
        ::unlink(file.c_str()); // fails on a folder
}

void fail_to(const char* verb, const fs::path& path, int error) {
    throw FileError(fmt::format("cannot {} {}: {}", verb, path.string(), std::generic_category().message(error)));
}

bool holds(const fs::path& path, std::string_view bytes) {
    std::error_code error;
    if (!fs::is_regular_file(path, error) || fs::file_size(path, error) != bytes.size() || error) return false;
    try {
        return read_file(path) == bytes;
    } catch (const FileError&) {
        return false; // it can still be replaced
    }
}

void write_file(const fs::path& path, std::string_view bytes) {
    Replacement(path, bytes).put_in_place();
}

StagedFile::StagedFile(fs::path target, std::string_view bytes) : target_(std::move(target)) {
    // rename() would say so too, but only after other files were put in place.
    if (std::error_code error; fs::is_directory(target_, error)) fail_to("write", target_, EISDIR);
    fs::path temporary;
    int number = -1;
    do { // a name may be left over from a process that was killed
        temporary = name_beside(target_);
        number = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (number < 0 && errno == EEXIST);
    if (number < 0) fail_to("write", target_, errno);
    Descriptor file(number);
    int failure = write_all(number, bytes);
    if (failure == 0) failure = file.close();
    if (failure != 0) {
        ::unlink(temporary.c_str());
        fail_to("write", target_, failure);
    }
    temporary_ = std::move(temporary);
}

StagedFile::StagedFile(StagedFile&& other) noexcept
    : target_(std::move(other.target_)), temporary_(std::exchange(other.temporary_, fs::path())) {}

StagedFile::~StagedFile() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void StagedFile::put_in_place() {
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail_to("write", target_, errno);
    temporary_.clear();
}

Replacement::Replacement(const fs::path& path, std::string_view bytes) : path_(path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status)) {
        bytes_ = bytes;
        return;
    }
    const fs::path target = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : path;
    staged_.emplace(target.empty() ? path : target, bytes);
}

void Replacement::put_in_place() {
    if (staged_) return staged_->put_in_place();
    Descriptor file(::open(path_.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.number() < 0) fail_to("write", path_, errno);
    if (const int failure = write_all(file.number(), bytes_)) fail_to("write", path_, failure);
    if (const int failure = file.close()) fail_to("write", path_, failure);
}

} // namespace actlas::output
