#pragma once

#include <cstddef>
#include <string_view>

namespace actlas {

/// Is told how far a long piece of work has come; this one keeps it to itself. A stage ends where the next begins.
class Progress {
public:
    virtual ~Progress() = default;
    /// A stage of so many steps begins; 0 where they are not counted.
    virtual void begin(std::string_view /*stage*/, std::size_t /*steps*/ = 0) {}
    /// A step is done; may be called from several threads at once.
    virtual void step() {}
};

} // namespace actlas
