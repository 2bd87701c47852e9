#pragma once

#include <filesystem>

namespace actlas::output {

/// Keeps other builds out of an output folder while it lives; waits until it may. It is the kernel's lock on the folder
/// itself: no file is made, and a process that is killed gives it up.
class FolderLock {
public:
    explicit FolderLock(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

    /// False where the file system has no locks: others may be at work.
    bool held() const { return held_; }

private:
    int folder_ = -1;
    bool held_ = false;
};

} // namespace actlas::output
