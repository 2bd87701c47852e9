#pragma once

#include <span>
#include <string_view>

namespace actlas::catalogue {

/// A heading and the text that the activation is read from when it is asked for.
struct IndexedActivation {
    std::string_view id;
    std::string_view name;
    std::span<const std::string_view> aliases;
    std::string_view family;
    std::span<const std::string_view> frameworks;
    std::string_view text; ///< TOML: the [[activation]] and nothing else
};

struct IndexedFamily {
    std::string_view id;
    std::string_view name_en;
    std::string_view name_zh;
    std::string_view summary_en;
    std::string_view summary_zh;
};

struct IndexedFramework {
    std::string_view id;
    std::string_view name;
    bool complete = false;
};

struct IndexedGroup {
    std::string_view id;
    std::span<const std::string_view> members;
};

/// The catalogue in config/catalogue/, read and checked when the program was built (by builtin/index/main.cpp).
struct BuiltinIndex {
    std::span<const IndexedActivation> activations;
    std::span<const IndexedFamily> families;
    std::span<const IndexedFramework> frameworks;
    std::span<const IndexedGroup> groups;
};

extern const BuiltinIndex builtin_index;

} // namespace actlas::catalogue
