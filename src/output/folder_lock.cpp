#include "output/folder_lock.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace actlas::output {

FolderLock::FolderLock(const std::filesystem::path& folder)
    : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (folder_ < 0) return;
    int result = 0;
    do
        result = ::flock(folder_, LOCK_EX);
    while (result != 0 && errno == EINTR);
    held_ = result == 0;
}

FolderLock::~FolderLock() {
    if (folder_ >= 0) ::close(folder_);
}

} // namespace actlas::output
