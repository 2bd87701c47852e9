#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace actlas {

/// Text kept in a fraction of its size (deflate, fastest level) until it is needed again: a large report's figures and
/// pages would not fit into memory side by side as they are.
class Packed {
public:
    explicit Packed(std::string_view text);

    /// The text again. Throws std::logic_error if memory was overwritten.
    std::string text() const;

private:
    std::string data_;
    std::size_t size_ = 0;
};

} // namespace actlas
