#include "output/depfile.hpp"

#include "base/diagnostic.hpp"

#include <algorithm>

namespace actlas::output {
namespace {

std::string escaped(const std::filesystem::path& path) {
    std::string result;
    for (const char c : path.generic_string()) {
        if (c == '\n' || c == '\r') {
            Diagnostic diagnostic;
            diagnostic.message = "a dependency file cannot name a path that holds a line break";
            throw InputError(std::move(diagnostic));
        }
        if (c == ' ' || c == '#') result += '\\';
        if (c == '$') result += '$';
        result += c;
    }
    return result;
}

} // namespace

std::string depfile(const std::filesystem::path& target, std::vector<std::filesystem::path> inputs) {
    std::sort(inputs.begin(), inputs.end());
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
    std::string text = escaped(target) + ":";
    for (const auto& input : inputs)
        text += " \\\n  " + escaped(input);
    return text + "\n";
}

} // namespace actlas::output
