#pragma once

#include "catalogue/vector_activation.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::catalogue {

/// The family of those that a configuration defines.
const Family& family_of_own_vectors();

/// The activations of vectors that can be named, in the order of their families and files.
class VectorCatalogue {
public:
    /// Those compiled into the binary, from config/vectors/*.toml.
    static VectorCatalogue builtin();

    /// Adds one of the user's; throws InputError (with `where`, if given) if its id is taken, or if an activation of
    /// vectors that it is related to does not exist. Pointers that find() gave are no longer valid.
    void add(VectorActivation activation, const std::optional<SourceSpan>& where = std::nullopt);

    const std::vector<VectorActivation>& activations() const { return activations_; }
    const std::vector<Family>& families() const { return families_; }

    /// By id, or else by name or alias (case and the characters space, '-' and '_' ignored); nullptr if there is none.
    const VectorActivation* find(std::string_view id_or_name) const;

    /// "@vector" for all, or "@" and a family's id, such as "@gates": ids in order; empty if there is no such group.
    std::vector<std::string> group(std::string_view name) const;

    /// The names that may follow '@', with the '@'.
    std::vector<std::string> group_names() const;

    std::vector<std::string> ids() const;

    /// All names and aliases.
    std::vector<std::string> names() const;

private:
    std::vector<VectorActivation> activations_;
    std::vector<Family> families_;
};

} // namespace actlas::catalogue
