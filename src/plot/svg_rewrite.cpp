#include "plot/svg_rewrite.hpp"

#include "plot/svg_numbers.hpp"
#include "plot/theme.hpp"
#include "plot/xml.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>

namespace actlas::plot {
namespace {

constexpr int page_decimals = 3;
constexpr int glyph_decimals = 2;

using Attributes = std::vector<std::pair<std::string, std::string>>;

/// 64-bit FNV-1a (Fowler, Noll, Vo).
std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash;
}

/// "rgb(0%,44.705882%,69.803922%)" as "#0072B2"; anything else ("none") unchanged.
std::string short_colour(std::string_view text) {
    if (!text.starts_with("rgb(")) return std::string(text);
    std::array<double, 3> percent{};
    const char* at = text.data() + 4;
    for (double& value : percent) {
        at = std::from_chars(at, text.data() + text.size(), value).ptr;
        while (at != text.data() + text.size() && (*at == '%' || *at == ','))
            ++at;
    }
    const auto channel = [](double value) { return static_cast<std::uint8_t>(std::lround(value * 2.55)); };
    return to_hex({channel(percent[0]), channel(percent[1]), channel(percent[2])});
}

/// Whether a property has the value it would have anyway.
bool is_default(std::string_view key, std::string_view value) {
    static const std::set<std::pair<std::string_view, std::string_view>> defaults{
        {"fill-opacity", "1"},        {"stroke-opacity", "1"},    {"fill-rule", "nonzero"},
        {"clip-rule", "nonzero"},     {"stroke", "none"},         {"stroke-linecap", "butt"},
        {"stroke-linejoin", "miter"}, {"stroke-miterlimit", "4"}, {"stroke-dashoffset", "0"},
        {"overflow", "visible"},
    };
    return defaults.contains({key, value});
}

class Rewriter {
public:
    Rewriter(const XmlElement& root, double scale) : scale_(scale) {
        collect_glyphs(root);
        collect_uses(root);
        for (const auto& child : root.children)
            write(child);
    }

    /// The body with every id preceded by `salt`.
    std::string body(const std::string& salt) const {
        std::string result;
        std::size_t from = 0;
        for (const std::size_t at : id_places_) {
            result.append(body_, from, at - from);
            result += salt;
            from = at;
        }
        return result.append(body_, from);
    }

private:
    /// Glyphs by Cairo's id. Those of blanks draw nothing, and Cairo writes one of each face that nobody uses.
    void collect_glyphs(const XmlElement& element) {
        if (element.name == "symbol" && !element.children.empty()) {
            glyphs_[std::string(element.attribute("id"))] =
                short_path(element.children[0].attribute("d"), scale_, glyph_decimals);
        }
        for (const auto& child : element.children)
            collect_glyphs(child);
    }
    void collect_uses(const XmlElement& element) {
        if (element.name == "use") used_.insert(std::string(target(element)));
        for (const auto& child : element.children)
            collect_uses(child);
    }
    static std::string_view target(const XmlElement& use) { return use.attribute("xlink:href").substr(1); }

    bool draws_nothing(const XmlElement& element) const {
        if (element.name == "use") {
            const auto glyph = glyphs_.find(std::string(target(element)));
            return glyph != glyphs_.end() && glyph->second.empty();
        }
        if (element.name != "g") return false;
        for (const auto& child : element.children) {
            if (!draws_nothing(child)) return false;
        }
        return true;
    }

    void write(const XmlElement& element) {
        if (element.name == "symbol") {
            write_glyph(std::string(element.attribute("id")));
            return;
        }
        if (draws_nothing(element)) return;
        const Attributes attributes = shortened(element);
        if (element.name == "g" && attributes.empty()) { // Cairo's groups round a whole surface and round its glyphs
            for (const auto& child : element.children)
                write(child);
            return;
        }
        if (element.name == "defs") return write_definitions(element);
        open(element.name, attributes);
        close(element);
    }

    void write_definitions(const XmlElement& element) {
        body_ += "<defs>\n";
        const std::size_t empty = body_.size();
        for (const auto& child : element.children)
            write(child);
        if (body_.size() == empty) {
            body_.erase(empty - 7);
        } else {
            body_ += "</defs>\n";
        }
    }

    void write_glyph(const std::string& id) {
        const std::string& data = glyphs_.at(id);
        if (!used_.contains(id) || data.empty()) return;
        body_ += "<path id=\"";
        write_id(id);
        body_ += "\" d=\"" + data + "\"/>\n";
    }

    void open(const std::string& name, const Attributes& attributes) {
        body_ += '<' + name;
        for (const auto& [key, value] : attributes) {
            body_ += ' ' + key + "=\"";
            if (key == "id") {
                write_id(value);
            } else if (value.starts_with("url(#")) {
                body_ += "url(#";
                write_id(value.substr(5, value.size() - 6));
                body_ += ')';
            } else if (key == "xlink:href" && value.starts_with('#')) {
                body_ += '#';
                write_id(value.substr(1));
            } else {
                body_ += value;
            }
            body_ += '"';
        }
    }

    void close(const XmlElement& element) {
        if (element.children.empty()) {
            body_ += "/>\n";
            return;
        }
        body_ += ">\n";
        for (const auto& child : element.children)
            write(child);
        body_ += "</" + element.name + ">\n";
    }

    void write_id(const std::string& id) {
        id_places_.push_back(body_.size());
        const auto [found, unused] = ids_.emplace(id, ids_.size() + 1);
        body_ += '-' + std::to_string(found->second);
    }

    /// Cairo gives the lengths of a stroked path in user space and adds the transformation, all others in device space.
    Attributes shortened(const XmlElement& element) const {
        Attributes result;
        const std::string_view transform = element.attribute("transform");
        const double scale = transform.empty() ? scale_ : 1;
        if (!transform.empty()) {
            const std::string matrix = short_matrix(transform);
            if (matrix != "1 0 0 1 0 0") result.emplace_back("transform", "matrix(" + matrix + ")");
        }
        // A stroke's own numbers are in user space even where the path's are not.
        for (const auto& [key, value] : element.attributes) {
            if (key == "transform" || (key == "id" && element.name == "g") || is_default(key, value)) continue;
            if (key == "style") {
                add_style(value, result);
            } else if (key == "d") {
                result.emplace_back(key, short_path(value, scale, page_decimals));
            } else if (key == "x" || key == "y" || key == "width" || key == "height") {
                result.emplace_back(key, short_numbers(value, scale, page_decimals));
            } else {
                result.emplace_back(key, value);
            }
        }
        return result;
    }

    std::string short_matrix(std::string_view transform) const {
        constexpr std::string_view start = "matrix(";
        return short_numbers(transform.substr(start.size(), transform.size() - start.size() - 1), scale_, 6);
    }

    static void add_style(std::string_view style, Attributes& result) {
        while (!style.empty()) {
            const auto end = std::min(style.find(';'), style.size());
            std::string_view property = style.substr(0, end);
            style.remove_prefix(std::min(end + 1, style.size()));
            property.remove_prefix(std::min(property.find_first_not_of(' '), property.size()));
            const auto colon = property.find(':');
            if (colon == std::string_view::npos) continue;
            const std::string_view key = property.substr(0, colon), value = property.substr(colon + 1);
            if (is_default(key, value)) continue;
            const bool numeric = key == "stroke-width" || key == "stroke-dasharray" || key == "stroke-dashoffset";
            result.emplace_back(key, numeric ? short_numbers(value, 1, page_decimals) : short_colour(value));
        }
    }

    double scale_;
    std::map<std::string, std::string> glyphs_;
    std::set<std::string> used_;
    std::map<std::string, std::size_t> ids_;
    std::vector<std::size_t> id_places_;
    std::string body_;
};

} // namespace

std::string rewrite_svg(std::string_view cairo_svg, double scale, const SvgHead& head) {
    const XmlElement root = parse_xml(cairo_svg);
    const Rewriter rewriter(root, scale);
    const std::string width = short_number(head.width, page_decimals),
                      height = short_number(head.height, page_decimals);
    const std::string title = escape_xml(head.title), description = escape_xml(head.description);
    const std::string language = escape_xml(head.language);
    const std::uint64_t hash =
        fnv1a(fmt::format("{}\n{}\n{}\n{}\n{}\n{}", width, height, language, title, description, rewriter.body("")));
    const std::string salt = fmt::format("f{:010x}", hash >> 24);

    std::string labelled;
    std::string texts;
    if (!title.empty()) {
        labelled = salt + "-title";
        texts += fmt::format("<title id=\"{0}-title\">{1}</title>\n", salt, title);
    }
    if (!description.empty()) {
        labelled += (labelled.empty() ? "" : " ") + salt + "-desc";
        texts += fmt::format("<desc id=\"{0}-desc\">{1}</desc>\n", salt, description);
    }
    std::string result =
        fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                    "width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\"",
                    width, height);
    if (!language.empty()) result += fmt::format(" lang=\"{0}\" xml:lang=\"{0}\"", language);
    result +=
        labelled.empty() ? " aria-hidden=\"true\"" : fmt::format(" role=\"img\" aria-labelledby=\"{}\"", labelled);
    return result + ">\n" + texts + rewriter.body(salt) + "</svg>\n";
}

} // namespace actlas::plot
