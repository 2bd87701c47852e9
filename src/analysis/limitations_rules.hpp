#pragma once
// The rules behind limitations() and strengths(), by subject.

#include "analysis/limitations.hpp"
#include "analysis/limitations_text.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::analysis::rules {

/// One sentence's worth of facts on the way to a Finding.
class Draft {
public:
    /// `group` is "limitation" or "strength".
    Draft(std::string_view group, std::string kind);

    /// A number with the text that stands for it in the sentences.
    Draft& number(const std::string& name, double value, std::string text);
    /// A number that no sentence shows.
    Draft& number(const std::string& name, double value);
    /// A text for a placeholder.
    Draft& text(const std::string& name, LocalizedText text);

    /// The depths gradient_depths as {few} and {many}, and what is left of a gradient there as the numbers factor_10
    /// and factor_50, shown as {factor_few} and {factor_many}. `left_after` gives it for a number of layers, `shown` as
    /// text.
    template<class LeftAfter, class Shown>
    Draft& factors(const LeftAfter& left_after, const Shown& shown);

    /// The finding with the sentences under the given variants ("basis_linear"); plain ones by default.
    Finding finish(Evidence evidence, std::string_view basis = "basis", std::string_view consequence = "consequence",
                   std::string_view remedy = "remedy") const;

private:
    std::string prefix_;
    Finding finding_;
    Fillings fillings_;
};

template<class LeftAfter, class Shown>
Draft& Draft::factors(const LeftAfter& left_after, const Shown& shown) {
    constexpr std::array<std::string_view, gradient_depths.size()> words{"few", "many"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const int layers = gradient_depths[i];
        const double left = left_after(layers);
        const std::string word(words[i]);
        number("factor_" + std::to_string(layers), left);
        text(word, same(std::to_string(layers))).text("factor_" + word, same(shown(left)));
    }
    return *this;
}

/// The text "x = 3 (1.5 → 1)" of a kink.
LocalizedText kink_text(const Kink& kink);

/// P(X < x) for X ~ N(0, 1).
double normal_cdf(double x);

/// How much of N(0, 1) lies below `left` or above `right`.
double tail_share(std::optional<double> left, std::optional<double> right);

/// |f'| < 0.01 along these tails; tails on which f' = 0 are left out if `dead` is false.
struct FlatTails {
    std::optional<double> left;
    std::optional<double> right;
    Evidence evidence = Evidence::undecided;
};
inline constexpr double flat_threshold = 0.01;
FlatTails flat_tails(const Properties& properties, bool dead);

bool zero_gradient(const Properties& properties);
bool both_signs(const Properties& properties);

/// Whether outputs of inputs with mean 0 and variance 1 have them too, within 1e-5.
bool keeps_moments(const Properties& properties);

/// Mean output and root mean square slope for inputs from N(0, 1).
struct Behaviour {
    double mean = 0;
    double slope = 0;
};

/// That of an activation with one parameter set to another value.
Behaviour behaviour(const catalogue::Activation& activation, const std::string& parameter, double value);

using Findings = std::vector<Finding>;
void gradient_rules(const Studied& studied, Findings& findings);
void shape_rules(const Studied& studied, Findings& findings);
void practice_rules(const Studied& studied, Findings& findings);
void precision_rules(const Studied& studied, Findings& findings);

} // namespace actlas::analysis::rules
