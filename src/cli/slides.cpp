#include "cli/slides.hpp"

#include "analysis/summary_text.hpp"
#include "base/parallel.hpp"
#include "cli/slides_markdown.hpp"
#include "cli/wording.hpp"
#include "figure/slides.hpp"
#include "figure/wording.hpp"
#include "plot/deck.hpp"

#include <fmt/format.h>

#include <iterator>
#include <memory>
#include <utility>

namespace actlas::cli {
namespace {

class DeckMaker {
public:
    DeckMaker(const config::SlideSettings& settings, const std::vector<const analysis::Study*>& studies,
              const plot::Theme& theme)
        : settings_(settings), studies_(studies), theme_(theme) {}

    /// How many pieces of work a deck has: its title, and one a function.
    std::size_t pieces() const { return studies_.size() + 1; }

    std::vector<plot::Scene> draw(std::size_t piece, Language language, const plot::Typesetter& typesetter) const {
        const figure::Context context{theme_, language, typesetter, figure::slide_profile()};
        if (piece == 0) {
            if (!settings_.title_slide) return {};
            std::vector<plot::Scene> scenes;
            scenes.push_back(figure::title_slide(title(language), subtitle(language), studies_, context));
            return scenes;
        }
        std::vector<plot::Scene> scenes = figure::slide_builds(*studies_[piece - 1], context);
        if (!settings_.builds) scenes.erase(scenes.begin(), scenes.end() - 1);
        return scenes;
    }

    /// The files of a deck from its scenes, piece by piece.
    std::vector<output::Artefact> files(const std::vector<std::vector<plot::Scene>>& pieces, Language language) const {
        std::vector<output::Artefact> artefacts;
        std::vector<SlidePage> pages;
        std::vector<const plot::Scene*> scenes;
        plot::DeckInfo info{title(language), subtitle(language), std::string(tag(language)), {}};
        for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
            if (pieces[piece].empty()) continue;
            info.contents.push_back({scenes.size() + 1, pieces[piece].front().title});
            for (std::size_t build = 0; build < pieces[piece].size(); ++build) {
                const plot::Scene& scene = pieces[piece][build];
                scenes.push_back(&scene);
                if (!settings_.markdown) continue;
                const std::string picture = picture_path(piece, build, pieces[piece].size(), language);
                pages.push_back({scene.title, scene.description, picture,
                                 piece == 0 ? std::string() : speech(*studies_[piece - 1], scene, language)});
                artefacts.push_back({fmt::format("slides/{}", picture), render(scene, settings_.images, 96)});
            }
        }
        if (settings_.pdf)
            artefacts.push_back(
                {fmt::format("slides/{}.{}.pdf", settings_.name, code(language)), plot::render_pdf_deck(scenes, info)});
        if (settings_.markdown)
            artefacts.push_back({fmt::format("slides/{}.{}.md", settings_.name, code(language)),
                                 slides_markdown({info.title, info.language, to_hex(theme_.page)}, pages)});
        return artefacts;
    }

    std::string name_of(std::size_t piece) const {
        return piece == 0 ? std::string("title") : studies_[piece - 1]->activation.id;
    }

private:
    std::string title(Language language) const {
        const std::string& given = settings_.title.in(language);
        return given.empty() ? figure::Wording::in(language).text("slides.title") : given;
    }

    std::string subtitle(Language language) const {
        if (settings_.subtitle) return settings_.subtitle->in(language);
        return figure::Wording::in(language).text(studies_.size() == 1 ? "slides.count_one" : "slides.count",
                                                  {{"count", std::to_string(studies_.size())}});
    }

    /// Relative to the folder of the decks.
    std::string picture_path(std::size_t piece, std::size_t build, std::size_t builds, Language language) const {
        const std::string number = builds == 1 ? std::string() : fmt::format("-{}", build + 1);
        return fmt::format("{}/{}{}.{}.{}.{}", settings_.name, name_of(piece), number, code(language), theme_.name,
                           config::word(settings_.images));
    }

    /// What a speaker may say: the summary of the catalogue and what the study found.
    static std::string speech(const analysis::Study& study, const plot::Scene& scene, Language language) {
        const std::string summary = analysis::summary_text(study).in(language);
        return fmt::format("{}{}{}", summary, language == Language::en ? " " : "", scene.description);
    }

    const config::SlideSettings& settings_;
    const std::vector<const analysis::Study*>& studies_;
    const plot::Theme& theme_;
};

} // namespace

DrawnSlides draw_slides(const config::SlideSettings& settings, const std::vector<const analysis::Study*>& studies,
                        const std::vector<plot::Theme>& own_themes, unsigned jobs) {
    const DeckMaker maker(settings, studies, plot::theme(settings.theme, own_themes));
    const std::size_t pieces = maker.pieces();
    // Scenes hold text that must be drawn by the thread that set it: a deck is drawn and written by one.
    std::vector<std::vector<output::Artefact>> files(settings.languages.size());
    std::vector<std::vector<std::string>> dropped(settings.languages.size());
    std::vector<std::unique_ptr<plot::Typesetter>> typesetters(settings.languages.size());
    parallel_for(settings.languages.size(), jobs, [&](std::size_t i, unsigned) {
        const Language language = settings.languages[i];
        typesetters[i] = std::make_unique<plot::Typesetter>();
        std::vector<std::vector<plot::Scene>> deck;
        for (std::size_t piece = 0; piece < pieces; ++piece) {
            deck.push_back(maker.draw(piece, language, *typesetters[i]));
            if (deck.back().empty()) continue;
            for (const std::string& label : deck.back().back().dropped)
                dropped[i].push_back(
                    fmt::format("{}/{} ({}): {}", settings.name, maker.name_of(piece), code(language), label));
        }
        files[i] = maker.files(deck, language);
    });

    DrawnSlides drawn;
    for (auto& each : files)
        std::move(each.begin(), each.end(), std::back_inserter(drawn.artefacts));
    for (auto& each : dropped)
        std::move(each.begin(), each.end(), std::back_inserter(drawn.dropped));
    drawn.fonts = typesetters.front()->fonts();
    return drawn;
}

} // namespace actlas::cli
