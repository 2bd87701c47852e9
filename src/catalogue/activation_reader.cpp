#include "catalogue/activation_reader.hpp"

#include "base/ascii.hpp"
#include "base/suggest.hpp"
#include "formula/parser.hpp"
#include "formula/vector_primitive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace actlas::catalogue {
namespace {

constexpr std::array<std::pair<std::string_view, Relation::Kind>, 4> relation_kinds{{
    {"same_function", Relation::Kind::same_function},
    {"special_case", Relation::Kind::special_case},
    {"approximates", Relation::Kind::approximates},
    {"variant", Relation::Kind::variant},
}};

bool is_id(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
}

/// What the formula language takes for a name.
bool is_identifier(std::string_view text) {
    const auto letter = [](char c) { return is_letter(c) || c == '_'; };
    return !text.empty() && letter(text[0]) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || is_digit(c); });
}

/// An id from a name: letters in lower case, everything between letters and digits as one underscore.
std::string id_from_name(std::string_view name) {
    std::string id;
    for (const char c : name) {
        if (is_lower(c) || is_digit(c))
            id += c;
        else if (is_upper(c))
            id += static_cast<char>(c - 'A' + 'a');
        else if (!id.empty() && id.back() != '_')
            id += '_';
    }
    if (!id.empty() && id.back() == '_') id.pop_back();
    return id;
}

class ActivationReader {
public:
    /// What x is.
    enum class Domain { numbers, vectors };

    ActivationReader(const toml::table& table, const TomlSource& source, ReadMode mode,
                     std::vector<Diagnostic>& diagnostics, Domain domain = Domain::numbers)
        : table_(table), source_(source), mode_(mode), diagnostics_(diagnostics), vectors_(domain == Domain::vectors),
          reader_(table, source, diagnostics, vectors_ ? "[[vector_activation]]" : "[[activation]]") {}

    /// Of vectors, after read().
    const formula::VectorFormula& vector_formula() const { return vector_formula_; }

    std::optional<Activation> read() {
        const std::size_t before = diagnostics_.size();
        read_names();
        read_parameters();
        read_formula();
        read_texts();
        read_frameworks();
        read_references();
        read_relations();
        reader_.reject_unknown_keys();
        if (diagnostics_.size() != before) return std::nullopt;
        return std::move(result_);
    }

private:
    bool strict() const { return mode_ == ReadMode::catalogue; }
    Presence in_catalogue() const { return strict() ? Presence::required : Presence::optional; }
    Translation translation() const { return strict() ? Translation::required : Translation::optional; }

    void read_names() {
        const auto id = reader_.string("id", in_catalogue());
        const auto name = reader_.string("name", in_catalogue());
        if (id && !is_id(*id)) {
            const std::string better = id_from_name(*id);
            reader_.error_at("id", fmt::format("the id \"{}\" may hold only a-z, 0-9 and _", *id),
                             better.empty() ? "" : fmt::format("for example \"{}\"", better));
        }
        if (!strict()) read_user_names(id, name);
        result_.id = id.value_or(name ? id_from_name(*name) : "");
        result_.name = name.value_or(result_.id);
        // "SiLU" alone is no title in Chinese; a name of the user's is left as it is.
        const LocalizedText title{result_.name, strict() ? result_.name + " 激活函数" : result_.name};
        result_.label = reader_.text("label", translation()).value_or(title);
        result_.aliases = reader_.strings("aliases").value_or(std::vector<std::string>{});
        if (!strict() && !vectors_) result_.family = reader_.string("family").value_or("custom");
        result_.user_defined = !strict();
    }

    void read_user_names(const std::optional<std::string>& id, const std::optional<std::string>& name) {
        if (!table_.contains("id") && !table_.contains("name")) {
            reader_.error_here(
                fmt::format("{} needs an \"id\" or a \"name\"", vectors_ ? "[[vector_activation]]" : "[[activation]]"));
        } else if (!id && name && id_from_name(*name).empty()) {
            reader_.error_at("name", "no id can be made from this name", "add an \"id\" of a-z, 0-9 and _");
        }
    }

    void read_parameters() {
        for (const toml::table* entry : reader_.tables("parameters")) {
            TableReader reader(*entry, source_, diagnostics_, "a parameter");
            Parameter parameter;
            if (const auto name = reader.string("name", Presence::required)) {
                parameter.name = *name;
                check_parameter_name(reader, *name);
            }
            parameter.value = reader.number("default", Presence::required).value_or(0);
            if (const auto usual = reader.range("usual")) {
                parameter.usual_low = usual->first;
                parameter.usual_high = usual->second;
            }
            parameter.meaning = reader.text("meaning", translation(), in_catalogue()).value_or(LocalizedText{});
            reader.reject_unknown_keys();
            result_.parameters.push_back(std::move(parameter));
        }
    }

    void check_parameter_name(TableReader& reader, const std::string& name) {
        const auto same = [&](const Parameter& p) { return p.name == name; };
        if (!is_identifier(name)) {
            reader.error_at("name",
                            fmt::format("\"{}\" cannot be a parameter: a name holds letters, digits and _", name));
        } else if (name == "x" || name == "pi" || name == "e" || (vectors_ && formula::is_reserved_vector_name(name))) {
            reader.error_at("name",
                            fmt::format("a parameter cannot be named \"{}\": the formula language uses it", name));
        } else if (std::any_of(result_.parameters.begin(), result_.parameters.end(), same)) {
            reader.error_at("name", fmt::format("the parameter \"{}\" is declared twice", name));
        }
    }

    void read_formula() {
        const auto source = reader_.string("formula", Presence::required);
        if (!source) return;
        std::vector<std::string> names;
        for (const Parameter& parameter : result_.parameters)
            names.push_back(parameter.name);
        try {
            if (vectors_) vector_formula_ = formula::VectorFormula::parse(*source, names);
            result_.expr = vectors_ ? vector_formula_.expr() : formula::parse(*source, names);
        } catch (const formula::ParseError& error) {
            diagnostics_.push_back({Diagnostic::Severity::error, error.what(),
                                    source_.span_in_string(*table_.get("formula"), error.offset(), error.length()),
                                    error.hint()});
            return;
        }
        result_.source = *source;
        reject_unused_parameters();
    }

    void reject_unused_parameters() {
        const std::vector<std::string> used = formula::parameters_of(result_.expr);
        const auto* entries = table_.get_as<toml::array>("parameters");
        if (entries == nullptr) return;
        for (const toml::node& entry : *entries) {
            const toml::node* name = entry.is_table() ? entry.as_table()->get("name") : nullptr;
            const auto text = name != nullptr ? name->value<std::string>() : std::nullopt;
            if (!text || !is_identifier(*text) || std::find(used.begin(), used.end(), *text) != used.end()) continue;
            reader_.error_at_node(*name, fmt::format("the formula does not use the parameter \"{}\"", *text));
        }
    }

    void read_texts() {
        result_.summary = reader_.text("summary", translation()).value_or(LocalizedText{});
        result_.note = reader_.text("note", translation()).value_or(LocalizedText{});
        result_.uncertain = reader_.text("uncertain", translation()).value_or(LocalizedText{});
        if (const auto year = reader_.integer("year", 1600, 2999)) result_.year = static_cast<int>(*year);
    }

    void read_frameworks() {
        for (const toml::table* entry : reader_.tables("frameworks")) {
            TableReader reader(*entry, source_, diagnostics_, "a framework name");
            FrameworkName name;
            name.framework = reader.string("framework", Presence::required).value_or("");
            if (!name.framework.empty() && !is_id(name.framework)) {
                reader.error_at("framework",
                                fmt::format("the framework \"{}\" may hold only a-z, 0-9 and _", name.framework));
            }
            name.name = reader.string("name", Presence::required).value_or("");
            name.note = reader.text("note", translation()).value_or(LocalizedText{});
            name.is_activation = reader.boolean("activation").value_or(true);
            reader.reject_unknown_keys();
            result_.frameworks.push_back(std::move(name));
        }
    }

    void read_references() {
        for (const toml::table* entry : reader_.tables("references")) {
            TableReader reader(*entry, source_, diagnostics_, "a reference");
            Reference reference;
            reference.text = reader.string("text", Presence::required).value_or("");
            reference.url = reader.string("url").value_or("");
            if (!reference.url.empty() && !reference.url.starts_with("https://") &&
                !reference.url.starts_with("http://"))
                reader.error_at("url", "a URL starts with https:// or http://");
            reader.reject_unknown_keys();
            result_.references.push_back(std::move(reference));
        }
    }

    void read_relations() {
        const std::vector<std::string> kinds = relation_words();
        for (const toml::table* entry : reader_.tables("relations")) {
            TableReader reader(*entry, source_, diagnostics_, "a relation");
            Relation relation;
            if (const auto word = reader.word("kind", kinds, Presence::required)) {
                for (const auto& [spelling, kind] : relation_kinds) {
                    if (spelling == *word) relation.kind = kind;
                }
            }
            relation.id = reader.string("id", Presence::required).value_or("");
            relation.note = reader.text("note", translation()).value_or(LocalizedText{});
            reader.reject_unknown_keys();
            result_.relations.push_back(std::move(relation));
        }
    }

    const toml::table& table_;
    const TomlSource& source_;
    ReadMode mode_;
    std::vector<Diagnostic>& diagnostics_;
    bool vectors_;
    TableReader reader_;
    Activation result_;
    formula::VectorFormula vector_formula_;
};

} // namespace

std::vector<std::string> relation_words() {
    std::vector<std::string> words;
    for (const auto& [word, kind] : relation_kinds)
        words.emplace_back(word);
    return words;
}

std::optional<Activation> read_activation(const toml::table& table, const TomlSource& source, ReadMode mode,
                                          std::vector<Diagnostic>& diagnostics) {
    return ActivationReader(table, source, mode, diagnostics).read();
}

std::optional<VectorActivation> read_vector_activation(const toml::table& table, const TomlSource& source,
                                                       ReadMode mode, std::vector<Diagnostic>& diagnostics) {
    ActivationReader reader(table, source, mode, diagnostics, ActivationReader::Domain::vectors);
    auto about = reader.read();
    if (!about) return std::nullopt;
    return VectorActivation{std::move(*about), reader.vector_formula()};
}

} // namespace actlas::catalogue
