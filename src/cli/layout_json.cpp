#include "cli/layout_json.hpp"

#include <stdexcept>

namespace actlas::cli {
namespace {

std::string_view word(plot::Role role) {
    using plot::Role;
    switch (role) {
    case Role::background:
        return "background";
    case Role::fill:
        return "fill";
    case Role::hatch:
        return "hatch";
    case Role::grid:
        return "grid";
    case Role::axis:
        return "axis";
    case Role::tick:
        return "tick";
    case Role::curve:
        return "curve";
    case Role::asymptote:
        return "asymptote";
    case Role::guide:
        return "guide";
    case Role::leader:
        return "leader";
    case Role::point:
        return "point";
    case Role::label:
        return "label";
    case Role::tick_label:
        return "tick_label";
    case Role::title:
        return "title";
    case Role::inset:
        return "inset";
    }
    throw std::logic_error("a role without a word");
}

} // namespace

nlohmann::ordered_json layout_json(const plot::Scene& scene) {
    nlohmann::ordered_json json{{"schema", "actlas.layout/1"},      {"width", scene.width},
                                {"height", scene.height},           {"title", scene.title},
                                {"description", scene.description}, {"language", scene.language}};
    json["marks"] = nlohmann::ordered_json::array();
    for (const plot::Mark& mark : scene.marks) {
        nlohmann::ordered_json entry{{"role", word(mark.role)}, {"name", mark.name}};
        if (const auto* text = std::get_if<plot::TextMark>(&mark.shape)) entry["text"] = text->text->plain();
        const plot::Box box = plot::bounds(mark);
        entry["box"] = {box.left, box.top, box.right, box.bottom};
        json["marks"].push_back(std::move(entry));
    }
    json["dropped"] = scene.dropped;
    return json;
}

} // namespace actlas::cli
