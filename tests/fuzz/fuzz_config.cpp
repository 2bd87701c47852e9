// The text of a config: whatever it holds, it is read or refused with messages that can be printed.
#include "base/utf8.hpp"
#include "config/config.hpp"
#include "fuzz/require.hpp"

#include <cstdint>

namespace {

const actlas::config::Vocabulary& words() {
    static const actlas::config::Vocabulary words{{"curve", "grid", "compare", "family", "icon"},
                                                  {"light", "dark", "print", "contrast"},
                                                  {"summary", "limitations", "code"},
                                                  {"document", "slide"}};
    return words;
}

void check(const actlas::Diagnostic& diagnostic) {
    using actlas::fuzz::require;
    require(!diagnostic.message.empty(), "an error without a message");
    const std::string shown = actlas::format_for_people(diagnostic, true);
    require(actlas::code_points(shown).size() < 10'000, "a message that nobody can read");
    const std::string annotation = actlas::format_for_github(diagnostic);
    require(annotation.find('\n') == std::string::npos || annotation.find('\n') + 1 == annotation.size(),
            "an annotation of several lines");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        actlas::config::parse_config("fuzz.toml", {reinterpret_cast<const char*>(data), size}, "/nonexistent/folder",
                                     words());
    } catch (const actlas::InputError& error) {
        actlas::fuzz::require(!error.diagnostics().empty(), "an error without diagnostics");
        for (const actlas::Diagnostic& diagnostic : error.diagnostics())
            check(diagnostic);
    } catch (const actlas::FileError&) { // a catalogue folder that is not there
    }
    return 0;
}
