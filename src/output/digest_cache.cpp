#include "output/digest_cache.hpp"

#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "output/file.hpp"
#include "output/sha256.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace actlas::output {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view header = "actlas.digests/1\n";

/// Fonts come and go with their packages: what was recorded of old ones need not be kept for ever.
constexpr std::size_t most_entries = 200;

/// Two writes within one tick of a file system's clock leave the same times. The coarsest clock in use, FAT's, ticks
/// every two seconds.
constexpr std::time_t settling_seconds = 3;

/// Nothing for what is not a regular file, and for one that has changed so lately that it could change again unseen.
std::optional<std::string> stamp_of(const fs::path& path) {
    struct stat status {};
    std::error_code error;
    const auto written = fs::last_write_time(path, error);
    if (error || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    const std::time_t settled = std::time(nullptr) - settling_seconds;
    if (status.st_mtime > settled || status.st_ctime > settled) return std::nullopt;
    return fmt::format("{}:{}:{}:{}:{}", status.st_size, written.time_since_epoch().count(), status.st_ctime,
                       status.st_dev, status.st_ino);
}

bool is_sha256(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Takes the text up to the next `end` off the front; nothing, and all of it gone, where there is none.
std::string_view cut_off(std::string_view& text, char end) {
    const std::size_t at = text.find(end);
    const std::string_view part = text.substr(0, at == std::string_view::npos ? 0 : at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    return part;
}

/// Makes a folder and those that hold it, for nobody but the user, as the XDG specification asks. Whether it is there.
bool make_private_folder(const fs::path& folder) {
    std::error_code error;
    if (fs::is_directory(folder, error)) return true;
    if (!folder.has_parent_path() || folder == folder.parent_path() || !make_private_folder(folder.parent_path()))
        return false;
    return ::mkdir(folder.c_str(), S_IRWXU) == 0 || errno == EEXIST;
}

} // namespace

fs::path user_cache_folder() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return fs::path(value != nullptr ? value : "");
    };
    if (const fs::path folder = variable("XDG_CACHE_HOME"); folder.is_absolute()) return folder / "actlas";
    const fs::path home = variable("HOME");
    std::error_code error;
    return home.is_absolute() && fs::is_directory(home, error) ? home / ".cache" / "actlas" : fs::path();
}

DigestCache::DigestCache(fs::path file) : file_(std::move(file)) {
    std::error_code error;
    if (file_.empty() || !fs::is_regular_file(file_, error)) return;
    try {
        const std::string text = read_file(file_);
        std::string_view rest = text;
        if (!rest.starts_with(header)) return;
        rest.remove_prefix(header.size());
        while (!rest.empty()) {
            std::string_view line = cut_off(rest, '\n');
            const std::string_view digest = cut_off(line, ' ');
            const std::string_view stamp = cut_off(line, ' ');
            if (is_sha256(digest) && !stamp.empty())
                entries_.insert_or_assign(std::string(line), Entry{std::string(stamp), std::string(digest)});
        }
    } catch (const FileError&) {
        return; // as if it were not there
    }
}

std::string DigestCache::sha256_of(const fs::path& path) {
    std::error_code error;
    const std::string place = fs::absolute(path, error).string();
    const std::optional<std::string> stamp = error ? std::nullopt : stamp_of(path);
    if (stamp) {
        const std::lock_guard lock(mutex_);
        const auto known = entries_.find(place);
        if (known != entries_.end() && known->second.stamp == *stamp) return known->second.sha256;
    }
    std::string digest = sha256_of_file(path);
    if (stamp && stamp == stamp_of(path) && place.find('\n') == std::string::npos) {
        const std::lock_guard lock(mutex_);
        if (entries_.size() >= most_entries) entries_.clear();
        entries_.insert_or_assign(place, Entry{*stamp, digest});
        has_news_ = true;
    }
    return digest;
}

void DigestCache::save() const {
    const std::lock_guard lock(mutex_);
    if (file_.empty() || !has_news_) return;
    std::string text(header);
    for (const auto& [path, entry] : entries_)
        text += fmt::format("{} {} {}\n", entry.sha256, entry.stamp, path);
    if (!make_private_folder(file_.parent_path())) return;
    try {
        remove_half_written(file_.parent_path()); // a run that loses its file takes the cache for one not to be kept
        write_file(file_, text);
    } catch (const FileError&) {
        return; // the next run digests the files again
    }
}

} // namespace actlas::output
