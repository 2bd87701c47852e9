#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace actlas::output {

/// A name beside `path` for a file that is soon to go or to be renamed: ".actlas-PROCESS-NUMBER.tmp", another one at
/// each call. A name that a process left over when it was killed may come again.
std::filesystem::path name_beside(const std::filesystem::path& path);

/// Whether a file's name is one that name_beside() makes.
bool is_temporary_name(std::string_view name);

/// Removes the files of a folder, not of those in it, that processes which were killed have left half written. One that
/// is still writing there fails.
void remove_half_written(const std::filesystem::path& folder);

/// Throws FileError: "cannot VERB PATH: " and what the system's error number means.
[[noreturn]] void fail_to(const char* verb, const std::filesystem::path& path, int error);

/// True where a regular file of exactly these bytes can be read.
bool holds(const std::filesystem::path& path, std::string_view bytes);

/// Replaces a file as a whole: its readers see the old bytes or the new ones, and a failure leaves the old ones. A path
/// that is a device or a pipe is written to directly; a symbolic link is followed. Throws FileError.
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// A file written beside its target and not yet in its place. Unless put in place it removes itself.
class StagedFile {
public:
    /// Writes the bytes to a temporary file in the target's folder, which must exist. Throws FileError.
    StagedFile(std::filesystem::path target, std::string_view bytes);
    ~StagedFile();
    StagedFile(StagedFile&& other) noexcept;
    StagedFile& operator=(StagedFile&&) = delete;

    /// Renames the temporary file to its target. Throws FileError.
    void put_in_place();

    const std::filesystem::path& target() const { return target_; }

private:
    std::filesystem::path target_;
    std::filesystem::path temporary_; ///< empty: nothing to remove
};

/// What write_file() does, in two steps, so that several files can be made ready before any of them changes.
class Replacement {
public:
    /// Writes the bytes beside the path; for a device or a pipe only keeps them. Throws FileError.
    Replacement(const std::filesystem::path& path, std::string_view bytes);

    /// Throws FileError.
    void put_in_place();

    /// The file beside its target; nullptr where a device or a pipe is written to.
    StagedFile* staged() { return staged_ ? &*staged_ : nullptr; }

private:
    std::filesystem::path path_;
    std::optional<StagedFile> staged_;
    std::string bytes_; ///< for a device or a pipe
};

} // namespace actlas::output
