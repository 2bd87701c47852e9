// Whether the program's heap has large pages while it runs.

#include "cli/support.hpp"
#include "support/catch.hpp"
#include "support/smaps.hpp"
#include "support/temporary_folder.hpp"

#include <chrono>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace actlas::test;

namespace {

/// The size of a process' heap that large pages were asked for, bytes.
std::size_t large_heap(pid_t process) {
    std::size_t found = 0;
    for (const Mapping& mapping : mappings(std::to_string(process)))
        if (mapping.name == "[heap]" && mapping.wants_large_pages) found += mapping.last - mapping.first;
    return found;
}

} // namespace

TEST_CASE("the program's heap begins with megabytes of large pages") {
    if (!has_large_pages() || sizeof(void*) < 8) {
        WARN("skipped: this kernel has no large pages to ask for");
        return;
    }
    // A config that nobody writes keeps the program waiting.
    const TemporaryFolder folder, streams;
    const std::string config = (folder / "a.toml").string();
    REQUIRE(::mkfifo(config.c_str(), 0600) == 0);
    const pid_t process = start_actlas({"build", "a.toml"}, {.folder = folder.path()}, streams.path());
    REQUIRE(process > 0);
    const auto start = std::chrono::steady_clock::now();
    std::size_t found = 0;
    while (found == 0 && std::chrono::steady_clock::now() - start < std::chrono::seconds(20)) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        found = large_heap(process);
    }
    ::kill(process, SIGKILL);
    ::waitpid(process, nullptr, 0);
    CHECK(found >= 28'000 * std::size_t{1024});
}
