#pragma once

#include "config/config.hpp"

#include <string>
#include <vector>

namespace actlas::test {

/// Stands in for what figure, plot and report offer.
inline config::Vocabulary words() {
    return {{"curve", "grid", "compare"},       {"light", "dark"},
            {"summary", "limitations", "code"}, {"document", "slide"},
            {"vanishing_gradient", "kink"},     {}};
}

inline config::Config parse(std::string text) {
    return config::parse_config("test.toml", std::move(text), "base", words());
}

/// The diagnostics of a text as "line:column message [hint]".
inline std::vector<std::string> faults(std::string text) {
    std::vector<std::string> result;
    try {
        parse(std::move(text));
    } catch (const InputError& error) {
        for (const Diagnostic& diagnostic : error.diagnostics()) {
            std::string line = std::to_string(diagnostic.where->line) + ":" + std::to_string(diagnostic.where->column) +
                               " " + diagnostic.message;
            if (!diagnostic.hint.empty()) line += " [" + diagnostic.hint + "]";
            result.push_back(std::move(line));
        }
    }
    return result;
}

} // namespace actlas::test
