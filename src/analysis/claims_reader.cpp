#include "analysis/claims.hpp"
#include "analysis/claims_kinds.hpp"
#include "base/embedded.hpp"
#include "catalogue/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace actlas::embedded {
extern const std::span<const EmbeddedFile> claim_files;
} // namespace actlas::embedded

namespace actlas::analysis {
namespace claims {

std::span<const Kind> kinds() {
    static const std::vector<Kind> all = [] {
        std::vector<Kind> result = property_kinds();
        for (Kind& kind : formula_kinds())
            result.push_back(std::move(kind));
        std::sort(result.begin(), result.end(), [](const Kind& a, const Kind& b) { return a.name < b.name; });
        return result;
    }();
    return all;
}

const Kind* find_kind(std::string_view name) {
    for (const Kind& kind : kinds())
        if (kind.name == name) return &kind;
    return nullptr;
}

namespace {

using catalogue::Presence;
using catalogue::TableReader;
using catalogue::TomlSource;

struct Source {
    std::string text;
    std::string url;
};

class ClaimsReader {
public:
    explicit ClaimsReader(const std::vector<TomlSource>& files) {
        std::vector<std::pair<toml::table, const TomlSource*>> parsed;
        for (const TomlSource& file : files) {
            if (auto table = catalogue::parse_toml(file, diagnostics_)) parsed.emplace_back(std::move(*table), &file);
        }
        // Sources of all files come first: a claim may name one of a file that is read later.
        for (const auto& [table, file] : parsed) {
            TableReader reader(table, *file, diagnostics_, "a claims file");
            for (const toml::table* source : reader.tables("source"))
                read_source(*source, *file);
            reader.expect("claim");
            reader.reject_unknown_keys();
        }
        for (const auto& [table, file] : parsed) {
            TableReader reader(table, *file, diagnostics_, "a claims file");
            for (const toml::table* claim : reader.tables("claim"))
                read_claim(*claim, *file);
        }
        if (!diagnostics_.empty()) throw InputError(std::move(diagnostics_));
    }

    std::vector<Claim> take() { return std::move(claims_); }

private:
    void read_source(const toml::table& table, const TomlSource& file) {
        TableReader reader(table, file, diagnostics_, "[[source]]");
        const std::string id = reader.string("id", Presence::required).value_or("");
        Source source{reader.string("text", Presence::required).value_or(""),
                      reader.string("url", Presence::required).value_or("")};
        reader.reject_unknown_keys();
        if (!sources_.emplace(id, std::move(source)).second)
            reader.error_at("id", fmt::format("the source \"{}\" is taken already", id));
    }

    void read_claim(const toml::table& table, const TomlSource& file) {
        TableReader reader(table, file, diagnostics_, "[[claim]]");
        Claim claim;
        claim.activation = reader.string("activation", Presence::required).value_or("");
        claim.statement =
            reader.text("statement", catalogue::Translation::required, Presence::required).value_or(LocalizedText{});
        const std::string source = reader.string("source", Presence::required).value_or("");
        if (const auto known = sources_.find(source); known != sources_.end()) {
            claim.source = known->second.text;
            claim.url = known->second.url;
        } else if (!source.empty()) {
            reader.error_at("source", fmt::format("there is no source \"{}\"", source));
        }
        if (const toml::table* parameters = reader.table("parameters")) {
            TableReader values(*parameters, file, diagnostics_, "parameters");
            for (const auto& [name, node] : *parameters) {
                if (const auto value = values.number(name.str()))
                    claim.parameters.push_back({std::string(name.str()), *value});
            }
        }
        for (const toml::table* check : reader.tables("checks", Presence::required))
            read_check(*check, file, claim.checks);
        reader.reject_unknown_keys();
        claims_.push_back(std::move(claim));
    }

    void read_check(const toml::table& table, const TomlSource& file, std::vector<ClaimCheck>& checks) {
        TableReader reader(table, file, diagnostics_, "a check");
        std::vector<std::string> names;
        for (const Kind& kind : kinds())
            names.emplace_back(kind.name);
        ClaimCheck check;
        check.kind = reader.word("kind", names, Presence::required).value_or("");
        check.low = reader.number("low");
        check.high = reader.number("high");
        check.low_closed = reader.boolean("low_closed");
        check.high_closed = reader.boolean("high_closed");
        check.value = reader.number("value");
        check.at = reader.number("at");
        check.tolerance = reader.number("tolerance").value_or(0);
        check.at_tolerance = reader.number("at_tolerance").value_or(0);
        check.formula = reader.string("formula").value_or("");
        check.expected = reader.boolean("expected").value_or(true);
        check.over = reader.string("over").value_or("");
        if (const auto order = reader.integer("order", -1, 100)) check.order = static_cast<int>(*order);
        read_points(reader, check);
        const Kind* kind = find_kind(check.kind);
        if (kind == nullptr) return;
        if (!kind->words.empty())
            check.word = reader.word("word", {kind->words.begin(), kind->words.end()}).value_or("");
        for (const std::string_view required : kind->required) {
            if (!reader.has(required))
                reader.error_here(fmt::format("a check of kind \"{}\" needs \"{}\"", kind->name, required));
        }
        reader.reject_unknown_keys();
        checks.push_back(std::move(check));
    }

    void read_points(TableReader& reader, ClaimCheck& check) {
        const toml::node* node = reader.node("points");
        if (node == nullptr) return;
        const toml::array* points = node->as_array();
        if (points == nullptr) {
            reader.error_at("points", "expected an array of numbers");
            return;
        }
        for (const toml::node& point : *points) {
            if (const auto value = point.value<double>())
                check.points.push_back(*value);
            else
                reader.error_at_node(point, "expected a number");
        }
    }

    std::vector<Diagnostic> diagnostics_;
    std::map<std::string, Source, std::less<>> sources_;
    std::vector<Claim> claims_;
};

} // namespace
} // namespace claims

std::vector<Claim> read_claims(const std::vector<catalogue::TomlSource>& files) {
    return claims::ClaimsReader(files).take();
}

const std::vector<Claim>& builtin_claims() {
    static const std::vector<Claim> all = [] {
        std::vector<catalogue::TomlSource> files;
        for (const EmbeddedFile& file : embedded::claim_files)
            files.emplace_back(std::string(file.path), std::string(file.text));
        return read_claims(files);
    }();
    return all;
}

} // namespace actlas::analysis
