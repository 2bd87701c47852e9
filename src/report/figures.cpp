#include "report/figures.hpp"

#include "base/parallel.hpp"
#include "plot/render.hpp"
#include "plot/theme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>

namespace actlas::report {
namespace {

struct Drawn {
    std::vector<PackedArtefact> artefacts;
    int width = 0;
    int height = 0;
    std::string description;
};

Drawn draw(const FigureOrder& order, Language language, const std::string& theme, const FigureFiles& files,
           const plot::Typesetter& typesetter) {
    const plot::Scene scene = order.draw(
        {plot::theme(theme, files.own_themes), language, typesetter, figure::document_profile(), files.transparent});
    Drawn drawn;
    drawn.width = static_cast<int>(std::lround(scene.width));
    drawn.height = static_cast<int>(std::lround(scene.height));
    drawn.description = scene.description;
    drawn.artefacts.push_back({figure_path(order.name, language, theme), Packed(plot::render_svg(scene))});
    if (files.png)
        drawn.artefacts.push_back(
            {figure_path(order.name, language, theme, "png"), Packed(plot::render_png(scene, files.png_scale))});
    if (files.pdf)
        drawn.artefacts.push_back({figure_path(order.name, language, theme, "pdf"), Packed(plot::render_pdf(scene))});
    return drawn;
}

} // namespace

std::string figure_path(std::string_view name, Language language, std::string_view theme, std::string_view extension) {
    return fmt::format("figures/{}.{}.{}.{}", name, code(language), theme, extension);
}

std::string small_figure(std::string_view name) {
    return fmt::format("{}-small", name);
}

std::string figure_bytes(const FigureBook& book, std::string_view path) {
    const auto found = std::find_if(book.artefacts.begin(), book.artefacts.end(),
                                    [path](const PackedArtefact& artefact) { return artefact.path == path; });
    if (found == book.artefacts.end()) throw std::logic_error(fmt::format("no figure was drawn at {}", path));
    return found->bytes.text();
}

FigureBook draw_figures(const std::vector<FigureOrder>& orders, const std::vector<Language>& languages,
                        const FigureFiles& files, unsigned jobs, Progress& progress) {
    const std::size_t per_order = languages.size() * files.themes.size();
    std::vector<Drawn> drawn(orders.size() * per_order);
    std::vector<std::unique_ptr<plot::Typesetter>> typesetters(std::max(jobs, 1U));
    progress.begin("figures", drawn.size());
    parallel_for(drawn.size(), jobs, [&](std::size_t i, unsigned worker) {
        auto& typesetter = typesetters[worker];
        if (!typesetter) typesetter = std::make_unique<plot::Typesetter>();
        const std::size_t variant = i % per_order;
        drawn[i] = draw(orders[i / per_order], languages[variant / files.themes.size()],
                        files.themes[variant % files.themes.size()], files, *typesetter);
        progress.step();
    });

    FigureBook book;
    const auto shown =
        std::find_if(files.themes.begin(), files.themes.end(), [](const auto& name) { return name != "dark"; });
    book.default_theme = shown != files.themes.end() ? *shown : files.themes.front();
    const bool has_dark = std::find(files.themes.begin(), files.themes.end(), "dark") != files.themes.end();
    if (has_dark && book.default_theme != "dark") book.dark_theme = "dark";
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        FigureEntry& entry = book.entries[orders[i / per_order].name];
        const Language language = languages[i % per_order / files.themes.size()];
        if (files.themes[i % files.themes.size()] == book.default_theme) {
            entry.width = drawn[i].width;
            entry.height = drawn[i].height;
            entry.description[language] = std::move(drawn[i].description);
        }
        for (auto& artefact : drawn[i].artefacts)
            book.artefacts.push_back(std::move(artefact));
    }
    return book;
}

} // namespace actlas::report
