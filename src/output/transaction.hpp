#pragma once

#include "output/file.hpp"

#include <filesystem>
#include <vector>

namespace actlas::output {

/// Changes to files that happen all, or, where one of them fails, not at all. Until keep() is called, what was there
/// before has a second name beside its place; whoever reads meanwhile sees each file as it was or as it will be.
class Transaction {
public:
    Transaction() = default;
    /// Undoes every step, the last one first, unless keep() was called.
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Puts a file in its place. Throws FileError.
    void put(StagedFile& file);

    /// Puts replacements in their places; devices and pipes, which cannot be undone, first. Throws FileError.
    void put(std::vector<Replacement>& replacements);

    /// Takes away a file, or a link and not what it leads to. Throws FileError.
    void take_away(const std::filesystem::path& path);

    /// From here on nothing is undone.
    void keep();

private:
    struct Step {
        std::filesystem::path place;
        std::filesystem::path before; ///< the second name of what was there; empty: nothing was
    };
    std::vector<Step> steps_;
};

} // namespace actlas::output
