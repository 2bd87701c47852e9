#include "report/code_model.hpp"

#include "report/mustache.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

namespace actlas::report {
namespace {

using formula::NativeCall;
using nlohmann::ordered_json;

/// Stands around a comment's key until the comment's language is known: no code holds it.
constexpr char mark = '\x1f';

bool is_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.';
}

/// Keyword arguments with plain values: "alpha=1.0, approximate='none'".
bool is_plain(std::string_view arguments) {
    constexpr std::string_view others = "=-+'\", ";
    for (std::size_t start = 0; start < arguments.size();) {
        const std::size_t end = std::min(arguments.find(',', start), arguments.size());
        const std::string_view one = arguments.substr(start, end - start);
        if (one.find('=') == std::string_view::npos) return false;
        if (!std::all_of(one.begin(), one.end(), [&](char c) { return is_name(c) || others.find(c) != others.npos; }))
            return false;
        start = end + 1;
    }
    return true;
}

/// "torch.nn.ELU(alpha=1.0)" taken apart; nothing for a name that is no such call.
std::optional<NativeCall> parse_call(std::string_view name, std::string_view package) {
    const std::size_t open = std::min(name.find('('), name.size());
    const std::string_view callee = name.substr(0, open);
    std::string_view arguments;
    if (open < name.size()) {
        if (!name.ends_with(')')) return std::nullopt;
        arguments = name.substr(open + 1, name.size() - open - 2);
    }
    const bool in_package =
        callee.size() > package.size() && callee.starts_with(package) && callee[package.size()] == '.';
    if (!in_package || !std::all_of(callee.begin(), callee.end(), is_name) || !is_plain(arguments)) return std::nullopt;
    const char initial = callee[callee.rfind('.') + 1];
    return NativeCall{std::string(callee), std::string(arguments), initial >= 'A' && initial <= 'Z'};
}

/// The code with comments still to be filled in.
std::string unfinished(const catalogue::Activation& activation, const formula::Expr& derivative,
                       const catalogue::Catalogue& catalogue, const SnippetKind& kind) {
    formula::CodeOrder order;
    order.name = activation.id.empty() ? "f" : activation.id;
    order.parameters = activation.bindings();
    order.function = activation.expr;
    order.derivative = derivative;
    order.native = native_call(activation, catalogue.find(activation.id), kind.framework);
    return formula::to_code(order, kind.language,
                            [](std::string_view key) { return fmt::format("{0}{1}{0}", mark, key); });
}

std::string with_comments(std::string_view code, const ordered_json& strings, Language language) {
    std::string result;
    for (std::size_t start = 0; start < code.size();) {
        const std::size_t open = std::min(code.find(mark, start), code.size());
        result += code.substr(start, open - start);
        if (open == code.size()) break;
        const std::size_t close = code.find(mark, open + 1);
        result +=
            string_of(strings, fmt::format("snippets.comments.{}", code.substr(open + 1, close - open - 1)), language);
        start = close + 1;
    }
    return result;
}

/// True where the activation is the catalogue's own with the parameters that it has there.
bool is_as_listed(const catalogue::Activation& activation, const catalogue::Activation* listed) {
    if (listed == nullptr || listed->id != activation.id || activation.user_defined || listed->user_defined)
        return false;
    const auto same = [](const auto& a, const auto& b) { return a.name == b.name && a.value == b.value; };
    return listed->expr == activation.expr &&
           std::equal(listed->parameters.begin(), listed->parameters.end(), activation.parameters.begin(),
                      activation.parameters.end(), same);
}

} // namespace

std::optional<NativeCall> native_call(const catalogue::Activation& activation, const catalogue::Activation* listed,
                                      std::string_view framework) {
    if (framework.empty() || !is_as_listed(activation, listed)) return std::nullopt;
    for (const auto& name : activation.frameworks) {
        if (name.framework != framework) continue;
        if (auto call = parse_call(name.name, framework)) return call;
    }
    return std::nullopt;
}

std::string snippet(const catalogue::Activation& activation, const formula::Expr& derivative,
                    const catalogue::Catalogue& catalogue, const SnippetKind& kind, const ordered_json& texts,
                    Language language) {
    return with_comments(unfinished(activation, derivative, catalogue, kind), texts, language);
}

void add_snippets(ordered_json& model, const std::vector<const analysis::Study*>& studies,
                  const catalogue::Catalogue& catalogue, const Templates& templates) {
    const ordered_json english = strings(templates, Language::en), chinese = strings(templates, Language::zh);
    for (auto& activation : model["activations"]) {
        const auto& id = activation["id"].get_ref<const std::string&>();
        const auto study = std::find_if(studies.begin(), studies.end(),
                                        [&](const analysis::Study* s) { return s->activation.id == id; });
        ordered_json list = ordered_json::array();
        for (const SnippetKind& kind : snippet_kinds) {
            const std::string code = unfinished((*study)->activation, (*study)->derivative, catalogue, kind);
            list.push_back({{"name", kind.name},
                            {"fence", kind.fence},
                            {"code",
                             {{"en", with_comments(code, english, Language::en)},
                              {"zh", with_comments(code, chinese, Language::zh)}}}});
        }
        activation["snippets"] = std::move(list);
    }
}

} // namespace actlas::report
