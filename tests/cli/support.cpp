#include "cli/support.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace actlas::test {
namespace {

void redirect(const std::filesystem::path& file, int flags, int descriptor) {
    const int opened = ::open(file.c_str(), flags, 0666);
    if (opened < 0 || ::dup2(opened, descriptor) < 0) ::_exit(126);
}

} // namespace

pid_t start_actlas(const std::vector<std::string>& arguments, const Surroundings& surroundings,
                   const std::filesystem::path& streams) {
    const std::filesystem::path input = streams / "in";
    std::ofstream(input, std::ios::binary) << surroundings.input;
    const pid_t child = ::fork();
    if (child != 0) return child;
    redirect(input, O_RDONLY, STDIN_FILENO);
    redirect(surroundings.output.empty() ? streams / "out" : surroundings.output, O_WRONLY | O_CREAT, STDOUT_FILENO);
    redirect(streams / "err", O_WRONLY | O_CREAT, STDERR_FILENO);
    if (::chdir(surroundings.folder.c_str()) != 0) ::_exit(126);
    // What the tests themselves are run in must not show in the messages.
    ::unsetenv("GITHUB_ACTIONS");
    for (const std::string& setting : surroundings.environment)
        ::putenv(const_cast<char*>(setting.c_str()));
    if (surroundings.umask) ::umask(*surroundings.umask);
    if (surroundings.file_size) {
        const rlimit limit{*surroundings.file_size, *surroundings.file_size};
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(126);
    }
    // What the program that is started may not get, it does not get from being root's either.
    if (surroundings.modes_hold && ::geteuid() == 0 && ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE) != 0) ::_exit(126);
    std::vector<char*> words{const_cast<char*>("actlas")};
    for (const std::string& argument : arguments)
        words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    ::execv(ACTLAS_BINARY, words.data());
    ::_exit(127);
}

Run run_actlas(const std::vector<std::string>& arguments, const Surroundings& surroundings) {
    const TemporaryFolder streams;
    const TemporaryFolder empty;
    Surroundings all = surroundings;
    if (all.folder.empty()) all.folder = empty.path();
    const pid_t child = start_actlas(arguments, all, streams.path());
    int status = 0;
    ::waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), bytes_of(streams / "out"),
            bytes_of(streams / "err")};
}

} // namespace actlas::test
