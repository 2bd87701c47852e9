#include "cli/locales.hpp"

#include "support/temporary_folder.hpp"

#include <fmt/core.h>

#include <cstdlib>
#include <stdexcept>

namespace actlas::test {

void make_locales(const std::filesystem::path& folder) {
    for (const char* name : {"de_DE", "zh_CN"}) {
        const std::string command = fmt::format(
            "localedef --no-archive -i {0} -f UTF-8 '{1}/{0}.UTF-8' 2>'{1}/messages'", name, folder.string());
        if (std::system(command.c_str()) != 0)
            throw std::runtime_error(
                fmt::format("no locale {} (Debian's package locales has it): {}", name, bytes_of(folder / "messages")));
    }
}

std::vector<std::string> in_locale(const std::filesystem::path& folder, const std::string& locale) {
    return {"LOCPATH=" + folder.string(), "LC_ALL=" + locale, "LANG=" + locale};
}

std::string decimal_point(const std::filesystem::path& folder, const std::string& locale) {
    const std::string command =
        fmt::format("LOCPATH='{0}' LC_ALL={1} locale decimal_point >'{0}/answer'", folder.string(), locale);
    if (std::system(command.c_str()) != 0) throw std::runtime_error("cannot run: " + command);
    std::string answer = bytes_of(folder / "answer");
    if (answer.ends_with('\n')) answer.pop_back();
    return answer;
}

} // namespace actlas::test
