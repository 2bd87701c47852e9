#include "analysis/study.hpp"
#include "catalogue/catalogue.hpp"
#include "figure/figure.hpp"
#include "plot/layout.hpp"
#include "plot/render.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace actlas;

namespace {

std::vector<std::string> ids_of(const std::string& svg) {
    std::vector<std::string> ids;
    for (auto at = svg.find(" id=\""); at != std::string::npos; at = svg.find(" id=\"", at)) {
        at += 5;
        ids.push_back(svg.substr(at, svg.find('"', at) - at));
    }
    return ids;
}

} // namespace

TEST_CASE("the catalogue's SVG files are small, faultless, and may all stand in one page", "[catalogue]") {
    constexpr std::size_t most = 40'000, most_median = 25'000;
    constexpr std::size_t most_at_all = 44'000, most_exceptions = 8; // Chinese texts beside long formulas
    std::size_t exceptions = 0;
    const plot::Typesetter typesetter;
    std::vector<std::size_t> sizes;
    std::map<std::string, std::string> owner; // of each id: the figure's bytes
    const auto catalogue = catalogue::Catalogue::builtin();
    for (const auto& activation : catalogue.activations()) {
        const auto study = analysis::study(activation, analysis::Scope::properties);
        for (const Language language : all_languages) {
            for (const char* theme : {"light", "dark"}) {
                INFO(activation.id << ' ' << code(language) << ' ' << theme);
                const auto scene = figure::curve(study, {plot::theme(theme), language, typesetter});
                for (const auto& fault : plot::layout_faults(scene))
                    CHECK(fault == "");
                const std::string svg = plot::render_svg(scene);
                sizes.push_back(svg.size());
                CHECK(svg.size() <= most_at_all);
                if (svg.size() > most) ++exceptions;

                const auto ids = ids_of(svg);
                CHECK(std::set(ids.begin(), ids.end()).size() == ids.size());
                for (const auto& id : ids) {
                    const auto [found, is_new] = owner.emplace(id, svg);
                    CHECK((is_new || found->second == svg));
                }
                // <title> and <desc> are the first children of the root.
                const auto root_end = svg.find(">\n") + 2;
                CHECK(svg.find(" role=\"img\"") < root_end);
                CHECK(svg.substr(root_end, 10) == "<title id=");
                const auto title_end = svg.find("</title>\n") + 9;
                CHECK(svg.substr(title_end, 9) == "<desc id=");
            }
        }
    }
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
    CHECK(sizes[sizes.size() / 2] <= most_median);
    CHECK(exceptions <= most_exceptions); // each counts once a theme
}

TEST_CASE("a figure's bytes do not depend on the typesetter's past") {
    const auto catalogue = catalogue::Catalogue::builtin();
    const auto draw = [&](const char* id, const plot::Typesetter& typesetter) {
        const auto study = analysis::study(*catalogue.find(id), analysis::Scope::properties);
        const auto scene = figure::curve(study, {plot::theme("light"), Language::zh, typesetter});
        return plot::render_svg(scene) + plot::render_pdf(scene) + plot::render_png(scene);
    };
    const plot::Typesetter fresh, used;
    for (const char* before : {"tanh", "selu", "relu6"})
        draw(before, used);
    CHECK((draw("gelu", fresh) == draw("gelu", used)));
}
