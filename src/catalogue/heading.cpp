#include "catalogue/heading.hpp"

#include <algorithm>

namespace actlas::catalogue {

Heading heading_of(const Activation& activation) {
    Heading heading{activation.id, activation.name, activation.aliases, activation.family, {}};
    for (const FrameworkName& name : activation.frameworks) {
        auto& ids = heading.frameworks;
        if (name.is_activation && std::find(ids.begin(), ids.end(), name.framework) == ids.end())
            ids.push_back(name.framework);
    }
    return heading;
}

bool is_called(const Heading& heading, std::string_view folded) {
    return folded_name(heading.id) == folded || folded_name(heading.name) == folded;
}

bool answers_to(const Heading& heading, std::string_view folded) {
    const auto same = [&](const std::string& name) { return folded_name(name) == folded; };
    return is_called(heading, folded) || std::any_of(heading.aliases.begin(), heading.aliases.end(), same);
}

std::string folded_name(std::string_view name) {
    std::string result;
    for (const char c : name) {
        if (c == ' ' || c == '-' || c == '_') continue;
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

} // namespace actlas::catalogue
