#include "plot/layout.hpp"

#include "base/number.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>

namespace actlas::plot {
namespace {

using Json = nlohmann::ordered_json;

double hundredths(double px) {
    const double rounded = std::round(px * 100) / 100;
    return rounded == 0 ? 0 : rounded; // no "-0.0"
}

} // namespace

std::string_view role_name(Role role) {
    // In the order of the enumeration.
    static constexpr std::array<std::string_view, 15> names{"background", "fill",  "hatch",      "grid",  "axis",
                                                            "tick",       "curve", "asymptote",  "guide", "leader",
                                                            "point",      "label", "tick_label", "title", "inset"};
    return names.at(static_cast<std::size_t>(role));
}

std::string layout_json(const Scene& scene) {
    Json document{{"schema", "actlas.layout/1"},      {"width", scene.width},
                  {"height", scene.height},           {"title", scene.title},
                  {"description", scene.description}, {"language", scene.language}};
    Json& marks = document["marks"] = Json::array();
    for (const auto& mark : scene.marks) {
        const Box box = bounds(mark);
        Json entry{{"role", role_name(mark.role)}, {"name", mark.name}};
        if (const auto* text = std::get_if<TextMark>(&mark.shape)) entry["text"] = text->text->plain();
        entry["box"] = {hundredths(box.left), hundredths(box.top), hundredths(box.right), hundredths(box.bottom)};
        marks.push_back(std::move(entry));
    }
    document["dropped"] = scene.dropped;
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace actlas::plot
