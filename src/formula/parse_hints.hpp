#pragma once
// What a syntax error suggests to write instead.

#include <span>
#include <string>
#include <string_view>

namespace actlas::formula {

std::string in_quotes(std::string_view text);

/// For a name that is not known: `did you mean "tanh"?`, or "". `called`: it stands before a bracket; `vectors`: in a
/// formula of a vector.
std::string name_hint(std::string_view word, bool called, std::span<const std::string> parameters, bool vectors);

/// For two values side by side: `did you mean x*y?`. `before` is the formula up to the end of the first one.
std::string missing_operator_hint(std::string_view before, std::string_view after);

} // namespace actlas::formula
