#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>

namespace actlas::output {

/// The user's own folder for what can be made anew at any time: actlas in $XDG_CACHE_HOME, or else in .cache of a home
/// that exists. Empty where there is neither. XDG Base Directory Specification 0.8.
std::filesystem::path user_cache_folder();

/// SHA-256 digests of files that seldom change, kept between runs: to digest the 40 MB of two Chinese fonts takes
/// longer than to draw a figure. A digest holds as long as the file's size, inode and times are what they were. Safe to
/// use from several threads.
class DigestCache {
public:
    /// Reads what was saved to the file; one that is missing or damaged counts as empty, and so does an empty path.
    explicit DigestCache(std::filesystem::path file);

    /// The digest in hexadecimal, by reading the file only if it is not known. Throws FileError.
    std::string sha256_of(const std::filesystem::path& path);

    /// Writes the digests to the file if any is new, making its folder. A cache that cannot be kept is no error.
    void save() const;

private:
    struct Entry {
        std::string stamp; ///< the file's size, inode and times
        std::string sha256;
    };

    std::filesystem::path file_;
    std::map<std::string, Entry> entries_; ///< by absolute path
    bool has_news_ = false;
    mutable std::mutex mutex_;
};

} // namespace actlas::output
