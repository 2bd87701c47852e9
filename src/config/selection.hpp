#pragma once

#include "base/diagnostic.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/vector_catalogue.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actlas::config {

/// What is wrong with an id or name that the catalogue does not hold, with the nearest that it does; of `vectors` too,
/// unless it is null.
Diagnostic unknown_activation(std::string_view id, const catalogue::Catalogue& catalogue,
                              std::optional<SourceSpan> where = std::nullopt,
                              const catalogue::VectorCatalogue* vectors = nullptr);

/// What is wrong with a group ("@name") that the catalogue does not hold, likewise.
Diagnostic unknown_group(std::string_view group, const catalogue::Catalogue& catalogue,
                         std::optional<SourceSpan> where = std::nullopt,
                         const catalogue::VectorCatalogue* vectors = nullptr);

/// The activations and groups that a config may name: those of its catalogue, and where they are welcome those of
/// vectors. A word that names something only but for another fault of the config, which is told where it is, is passed
/// over in silence.
class Names {
public:
    /// Reads the activations of vectors when they are first needed.
    using Vectors = std::function<const catalogue::VectorCatalogue&()>;

    /// Which activations can stand somewhere.
    enum class Welcome { of_numbers, all };

    /// The catalogues may grow later, and must outlive the names.
    Names(const catalogue::Catalogue& catalogue, Vectors vectors)
        : catalogue_(catalogue), vectors_(std::move(vectors)) {}

    /// `name` is the id or name of an activation that has a fault, and `family` that of its family.
    void excuse(std::string_view name, std::string_view family);
    /// The catalogue that the config names cannot be read.
    void excuse_all() { all_excused_ = true; }
    bool all_excused() const { return all_excused_; }
    bool is_excused(std::string_view name) const;

    /// The activation of numbers, or of vectors, of an id, name or alias; nullptr where there is none.
    const catalogue::Activation* find(std::string_view name) const { return catalogue_.find(name); }
    const catalogue::VectorActivation* find_vector(std::string_view name) const { return vectors_().find(name); }

    /// The activation of numbers of an id, name or alias; nullptr, and a diagnostic unless it is excused, where there
    /// is none. `welcome` decides what the diagnostic suggests.
    const catalogue::Activation* activation(std::string_view name, const SourceSpan& where,
                                            std::vector<Diagnostic>& diagnostics,
                                            Welcome welcome = Welcome::of_numbers) const;
    /// The ids of a group ("@name") of activations of numbers; none, and a diagnostic likewise, where there is none.
    std::vector<std::string> group(const std::string& name, const SourceSpan& where,
                                   std::vector<Diagnostic>& diagnostics, Welcome welcome = Welcome::of_numbers) const;

private:
    const catalogue::Catalogue& catalogue_;
    Vectors vectors_;
    std::set<std::string> excused_; ///< folded names, and groups with their '@'
    bool all_excused_ = false;
};

/// Sets a parameter. Answers false where the activation has none of that name.
bool set_parameter(catalogue::Activation& activation, std::string_view name, double value);

/// What is wrong with a parameter that the activation does not have.
Diagnostic unknown_parameter(std::string_view name, const catalogue::Activation& activation,
                             std::optional<SourceSpan> where = std::nullopt);

} // namespace actlas::config
