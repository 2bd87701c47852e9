#include "report/mustache.hpp"

#include "base/diagnostic.hpp"
#include "base/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <stdexcept>

namespace actlas::report {
namespace {

namespace km = kainjow::mustache;
using nlohmann::ordered_json;

bool is_localized(const ordered_json& json) {
    return json.is_object() && json.size() == 2 && json.contains("en") && json.contains("zh");
}

bool is_reference(const ordered_json& json) {
    return json.is_object() && json.size() == 1 && json.contains("t") && json.at("t").is_string();
}

/// "1.2 × 10⁻⁷" must not be broken across lines.
std::string unbroken(std::string text) {
    static constexpr std::string_view loose = " × 10", tight = "\u00A0×\u00A010";
    for (std::size_t at = text.find(loose); at != std::string::npos; at = text.find(loose, at))
        text.replace(at, loose.size(), tight);
    return text;
}

/// How deep sections nest in a template. Where it has errors the answer may be too large, never too small.
std::size_t section_depth(std::string_view text) {
    std::string open = "{{", close = "}}";
    std::size_t depth = 0, deepest = 0;
    for (std::size_t at = text.find(open); at != std::string_view::npos; at = text.find(open, at)) {
        at += open.size();
        const std::size_t first = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
        const char sign = first < text.size() ? text[first] : '\0';
        if (sign == '#' || sign == '^') deepest = std::max(deepest, ++depth);
        if (sign == '/' && depth > 0) --depth;
        if (sign != '=') continue;
        // {{=<% %>=}}: other delimiters from here on
        const std::size_t end = text.find("=" + close, first + 1);
        if (end == std::string_view::npos) break;
        const std::string_view both = text.substr(first + 1, end - first - 1);
        const std::size_t blank = both.find_first_of(" \t\r\n"), second = both.find_last_of(" \t\r\n");
        at = end + 1 + close.size();
        if (blank == 0 || blank == std::string_view::npos || second + 1 == both.size()) continue;
        open = both.substr(0, blank);
        close = both.substr(second + 1);
    }
    return deepest;
}

/// A context that knows no silence: what is not there is an error.
class StrictContext final : public km::basic_context<std::string> {
public:
    StrictContext(std::string_view name, const Names& names) : name_(name), names_(names) {
        for (auto layer = names.layers.rbegin(); layer != names.layers.rend(); ++layer)
            push(*layer);
    }

    void push(const Data* data) override {
        stack_.push_back(data);
        count_item();
    }
    void pop() override { stack_.pop_back(); }

    const Data* get(const std::string& name) const override {
        if (name == ".") return stack_.back();
        if (const Data* const found = find(name)) return found;
        throw error(fmt::format("nothing is called \"{}\"", name));
    }

    const Data* get_partial(const std::string& name) const override {
        count_item();
        require_room(name);
        if (const Data* const found = find(name)) {
            if (found->is_string()) return keep(found->string_value());
            throw error(fmt::format("\"{}\" is no text and cannot be a partial", name));
        }
        for (const std::string_view folder : {std::string_view(names_.partial_folder), std::string_view("pages")}) {
            const std::string path = fmt::format("{}/{}.md", folder, name);
            if (names_.templates != nullptr && names_.templates->has(path)) return keep(names_.templates->text(path));
        }
        if (names_.templates != nullptr && names_.templates->has(name)) return keep(names_.templates->text(name));
        throw error(fmt::format("there is no partial \"{}\"", name));
    }

    InputError error(const std::string& message) const {
        return InputError(
            Diagnostic{Diagnostic::Severity::error, fmt::format("templates/{}: {}", name_, message), std::nullopt, {}});
    }

    /// Throws where a text has more sections inside each other than may be.
    void require_flat(std::string_view text) const {
        if (section_depth(text) > limits::template_depth)
            throw error(fmt::format("sections nest deeper than {} levels", limits::template_depth));
    }

private:
    void count_item() const {
        if (++items_ > limits::template_items)
            throw error(fmt::format("the page renders more than {} sections and partials", limits::template_items));
    }

    /// The renderer calls itself for a partial, and nothing tells when one ends: so the stack is measured.
    void require_room(const std::string& name) const {
        const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
        if (start_ > here ? start_ - here > limits::partials_stack : here - start_ > limits::partials_stack)
            throw error(fmt::format("the partial \"{}\" holds itself, or partials nest too deep", name));
    }

    /// A partial's text, without the line break that ends its file, so that it can stand inside a line.
    const Data* keep(std::string text) const {
        require_flat(text);
        if (text.ends_with('\n')) text.pop_back();
        return &partials_.emplace_back(text);
    }

    const Data* find(const std::string& name) const {
        for (auto item = stack_.rbegin(); item != stack_.rend(); ++item)
            if (const Data* const found = member(**item, name)) return found;
        return nullptr;
    }

    static const Data* member(const Data& item, std::string_view name) {
        const Data* data = &item;
        for (std::size_t begin = 0; data != nullptr && begin <= name.size();) {
            const std::size_t end = std::min(name.find('.', begin), name.size());
            data = data->get(std::string(name.substr(begin, end - begin)));
            begin = end + 1;
        }
        return data;
    }

    std::string_view name_;
    const Names& names_;
    std::vector<const Data*> stack_;
    std::uintptr_t start_ = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    mutable std::size_t items_ = 0;
    mutable std::deque<Data> partials_; // the renderer keeps a pointer to each while it is at work
};

} // namespace

std::string string_of(const ordered_json& strings, std::string_view name, Language language) {
    const ordered_json* node = &strings;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('.', begin), name.size());
        const auto member = node->find(std::string(name.substr(begin, end - begin)));
        if (!node->is_object() || member == node->end())
            throw InputError(Diagnostic{Diagnostic::Severity::error,
                                        fmt::format("templates/{}/strings.json lacks \"{}\"", code(language), name),
                                        std::nullopt,
                                        {}});
        node = &*member;
        begin = end + 1;
    }
    return node->get<std::string>();
}

Data to_data(const ordered_json& json, Language language, const ordered_json& strings) {
    if (is_localized(json)) return to_data(json.at(std::string(code(language))), language, strings);
    if (is_reference(json)) return Data(string_of(strings, json.at("t").get_ref<const std::string&>(), language));
    if (json.is_object()) {
        Data object(Data::type::object);
        for (const auto& [name, value] : json.items())
            object.set(name, to_data(value, language, strings));
        return object;
    }
    if (json.is_array()) {
        if (json.empty()) return Data(false);
        Data list(Data::type::list);
        for (const auto& value : json)
            list.push_back(to_data(value, language, strings));
        return list;
    }
    if (json.is_string()) {
        const std::string text = unbroken(json.get_ref<const std::string&>());
        return text.empty() ? Data(false) : Data(text);
    }
    if (json.is_boolean()) return Data(json.get<bool>());
    throw std::invalid_argument("a number or null in the report's model has no printed form: " + json.dump());
}

std::string render(std::string_view name, const std::string& text, const Names& names,
                   const std::function<std::string(std::string_view)>& escape) {
    StrictContext context(name, names);
    context.require_flat(text);
    km::mustache compiled(text);
    compiled.set_custom_escape([&escape](const std::string& value) { return escape(value); });
    if (!compiled.is_valid()) throw context.error(compiled.error_message());
    std::string out = compiled.render(context);
    if (!compiled.is_valid()) throw context.error(compiled.error_message());
    return out;
}

} // namespace actlas::report
