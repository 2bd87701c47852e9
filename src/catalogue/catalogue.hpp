#pragma once

#include "catalogue/activation.hpp"
#include "catalogue/heading.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::catalogue {

struct Contents;
struct BuiltinIndex;

/// All activations that can be named, in catalogue order, and the groups. Of the built-in ones each is read when it is
/// first asked for; asking from several threads at once is safe.
class Catalogue {
public:
    /// The catalogue compiled into the binary.
    static Catalogue builtin();

    /// A catalogue read from the *.toml files of a folder (sorted by name) instead. Throws InputError or FileError.
    static Catalogue from_folder(const std::filesystem::path& folder);

    Catalogue(Catalogue&& other) noexcept;
    Catalogue& operator=(Catalogue&& other) noexcept;
    ~Catalogue();

    /// Adds an activation of the user's; throws InputError (with `where`, if given) if its id is taken, or if its
    /// family or an activation that it is related to does not exist. The family "custom" comes into being with its
    /// first member. Pointers that find() gave are no longer valid.
    void add(Activation activation, const std::optional<SourceSpan>& where = std::nullopt);

    /// Reads all that have not been asked for yet.
    const std::vector<Activation>& activations() const;
    const std::vector<Family>& families() const { return families_; }
    const std::vector<Framework>& frameworks() const { return frameworks_; }

    /// By id, or else by name or alias (case and the characters space, '-' and '_' ignored); nullptr if there is none.
    const Activation* find(std::string_view id_or_name) const;

    /// Whether an activation has exactly this id; reads none.
    bool has_id(std::string_view id) const;

    /// "@seed", "@torch", "@keras", "@jax", "@onnx", "@all", "@family" for a family's id, e.g. "@rectifier": ids in
    /// catalogue order (a group written in a file keeps the order written there); empty if there is no such group.
    std::vector<std::string> group(std::string_view name) const;

    /// The names that may follow '@', with the '@'.
    std::vector<std::string> group_names() const;

    /// All ids, for did-you-mean.
    std::vector<std::string> ids() const;

    /// All names and aliases, likewise.
    std::vector<std::string> names() const;

private:
    struct Unread;

    explicit Catalogue(Contents contents);
    explicit Catalogue(const BuiltinIndex& index);
    const Activation& read(std::size_t position) const;

    std::vector<Heading> headings_;
    mutable std::vector<Activation> activations_; ///< a place for each heading, empty until it is read
    std::unique_ptr<Unread[]> unread_;            ///< for the first activations; none where all were read at once
    std::size_t unread_count_ = 0;
    std::vector<Family> families_;
    std::vector<Framework> frameworks_;
    std::vector<Group> groups_; ///< those written in the catalogue's files
};

} // namespace actlas::catalogue
