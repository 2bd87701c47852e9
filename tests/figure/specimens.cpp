#include "specimens.hpp"

#include "figure/network.hpp"
#include "figure/slides.hpp"
#include "scenes.hpp"

using namespace actlas;
using namespace scenes;

namespace specimens {

namespace {

using Studies = std::vector<const analysis::Study*>;

Studies studies_of(const std::vector<std::string>& ids) {
    Studies studies;
    for (const auto& id : ids)
        studies.push_back(&study_of(id));
    return studies;
}

figure::Context on(const figure::Profile& profile, Language language, const char* theme) {
    const figure::Context page = context(language, theme);
    return {page.theme, language, page.typesetter, profile};
}

Specimen specimen(std::string name, const char* kind, std::vector<std::string> ids, Language language,
                  figure::Options options = {}, bool picture = false, bool slide = false, const char* theme = "light") {
    return {std::move(name), picture, [=] {
                return figure::by_name(
                    kind, studies_of(ids),
                    on(slide ? figure::slide_profile() : figure::document_profile(), language, theme), options);
            }};
}

Specimen limitation(const char* id, const char* kind, Language language, bool picture = false) {
    figure::Options options;
    options.limitation = kind;
    return specimen(std::string("limitation-") + kind, "limitation", {id}, language, options, picture);
}

/// 2*0.5 - 0.5*2 + 0.3 = 0.3; -3*0.5 - 0.25*2 + 0.2 = -1.8, which ReLU makes 0; 1.5*0.3 + 0.1 = 0.55.
plot::Scene network() {
    const figure::NetworkShown shown{{0.5, 2},
                                     {{{{"2", "−0.5"}, "0.3", 0.3, 0.3}, {{"−3", "−0.25"}, "0.2", -1.8, 0}}},
                                     {{"1.5", "−2"}, "0.1", 0.55, 0.55}};
    return figure::network(study_of("relu"), shown, context());
}

std::vector<Specimen> make() {
    constexpr Language en = Language::en, zh = Language::zh;
    figure::Options grid, wide;
    grid.title = "四种经典激活函数";
    grid.x_range = std::pair{-10.0, 10.0};
    std::vector<Specimen> result{
        specimen("curve-silu", "curve", {"silu"}, en, {}, true),
        specimen("curve-relu", "curve", {"relu"}, zh),
        specimen("curve-sigmoid", "curve", {"sigmoid"}, en),
        specimen("curve-leaky_relu", "curve", {"leaky_relu"}, zh), // with a magnifier
        specimen("curve-hardshrink", "curve", {"hardshrink"}, en), // jumps
        specimen("curve-sine", "curve", {"sine"}, zh),
        specimen("slide-gelu", "curve", {"gelu"}, zh, {}, false, true, "dark"),
        specimen("slide-tanh", "curve", {"tanh"}, en, {}, false, true),
        specimen("grid", "grid", {"sigmoid", "tanh", "relu", "leaky_relu"}, zh, grid, true),
        specimen("compare", "compare", {"relu", "leaky_relu", "elu", "mish", "silu", "gelu"}, en, {}, true),
        specimen("compare-bounded", "compare", {"tanh", "sigmoid", "softsign"}, zh),
        specimen("compare-slide", "compare", {"relu", "elu", "gelu"}, en, {}, false, true),
        specimen("family-swish", "family", {"swish"}, en, {}, true, false, "dark"),
        specimen("family-elu", "family", {"elu"}, zh),
        specimen("precision", "precision", {"gelu"}, en, {}, true),
        specimen("depth", "depth", {"relu", "tanh", "sigmoid"}, zh, {}, true),
        specimen("decision", "decision", {"relu"}, zh, {}, true),
        specimen("loss", "loss", {"sigmoid", "tanh", "relu", "gelu"}, en, {}, true),
        specimen("dead_units", "dead_units", {"relu", "leaky_relu", "elu"}, zh, {}, true),
        specimen("icon-mish", "icon", {"mish"}, en, {}, true),
        limitation("swish", "cost", en),
        limitation("relu", "dead_interval", zh),
        limitation("hardshrink", "jump", en),
        limitation("leaky_relu", "kink", zh),
        limitation("identity", "linear", en),
        limitation("sigmoid", "low_precision", zh),
        limitation("silu", "non_monotone", en),
        limitation("relu", "not_self_normalising", zh),
        limitation("sigmoid", "not_zero_centred", en),
        limitation("prelu", "parameter", zh),
        limitation("square", "unbounded_growth", en),
        limitation("sigmoid", "vanishing_gradient", zh, true),
    };
    result.push_back({"network", true, network});
    result.push_back({"title-slide", true, [] {
                          return figure::title_slide("Activation functions",
                                                     "What each of them does, and where it fails",
                                                     studies_of({"relu", "gelu", "silu", "tanh", "sigmoid", "mish"}),
                                                     on(figure::slide_profile(), Language::en, "dark"));
                      }});
    return result;
}

} // namespace

const std::vector<Specimen>& all() {
    static const std::vector<Specimen> made = make();
    return made;
}

} // namespace specimens
