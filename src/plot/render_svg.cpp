#include "plot/render.hpp"
#include "plot/svg_body.hpp"
#include "plot/svg_path.hpp"
#include "plot/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace actlas::plot {
namespace {

/// 64-bit FNV-1a (Fowler, Noll, Vo).
std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash;
}

/// A letter and eight digits to base 36: of a million figures the chance that any two share it is one in six.
std::string salt_of(std::uint64_t hash) {
    std::string salt = "f";
    hash >>= 16; // the low bits of this hash are its weakest
    for (int i = 0; i < 8; ++i, hash /= 36)
        salt += "0123456789abcdefghijklmnopqrstuvwxyz"[hash % 36];
    return salt;
}

} // namespace

// Cairo's own SVG surface prints every glyph's outline anew for every size of type, which takes ten times as long and
// three times the space; what it would draw is written here instead, with outlines that Cairo gave once.
std::string render_svg(const Scene& scene) {
    const SvgBody body = svg_body(scene);
    const std::string width = short_number(scene.width, 3), height = short_number(scene.height, 3);
    const std::string title = escape_xml(scene.title), description = escape_xml(scene.description),
                      language = escape_xml(scene.language);
    const std::string salt =
        salt_of(fnv1a(fmt::format("{}\n{}\n{}\n{}\n{}\n{}", width, height, language, title, description, body.text)));

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
    return result + ">\n" + texts + body.salted(salt) + "</svg>\n";
}

} // namespace actlas::plot
