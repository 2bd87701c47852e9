#pragma once

#include "analysis/study.hpp"
#include "base/language.hpp"
#include "catalogue/catalogue.hpp"
#include "formula/code.hpp"
#include "report/templates.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace actlas::report {

/// A language that pages show code in.
struct SnippetKind {
    formula::CodeLanguage language;
    std::string_view id;        ///< "numpy"
    std::string_view name;      ///< "NumPy"
    std::string_view fence;     ///< the language of the fenced block: "python"
    std::string_view framework; ///< whose own version is shown, as in catalogue::FrameworkName; may be empty
};

/// All of them, in the order of the pages.
inline constexpr std::array<SnippetKind, 4> snippet_kinds{{
    {formula::CodeLanguage::numpy, "numpy", "NumPy", "python", ""},
    {formula::CodeLanguage::torch, "torch", "PyTorch", "python", "torch"},
    {formula::CodeLanguage::jax, "jax", "JAX", "python", "jax"},
    {formula::CodeLanguage::cpp, "cpp", "C++", "cpp", ""},
}};

/// What a framework has of an activation under a name of its own. Nothing where it has none or where the activation is
/// not as the catalogue's entry of its id, `listed`, has it; null: there is no such entry.
std::optional<formula::NativeCall> native_call(const catalogue::Activation& activation,
                                               const catalogue::Activation* listed, std::string_view framework);

/// The code for an activation and its derivative, with the framework's own version where the catalogue names one and
/// the parameters are those of the catalogue. `strings` are the language's, for comments.
std::string snippet(const catalogue::Activation& activation, const formula::Expr& derivative,
                    const catalogue::Catalogue& catalogue, const SnippetKind& kind,
                    const nlohmann::ordered_json& strings, Language language);

/// Gives every activation of the report's model its `snippets`: name, fence, code.
void add_snippets(nlohmann::ordered_json& model, const std::vector<const analysis::Study*>& studies,
                  const catalogue::Catalogue& catalogue, const Templates& templates);

} // namespace actlas::report
