#pragma once

#include "analysis/evidence.hpp"
#include "analysis/sameness.hpp"
#include "catalogue/activation.hpp"
#include "formula/expr.hpp"
#include "formula/rational.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::analysis {

/// A parameter and the value it takes, as a number and as the formula that would be written: 1/6.
struct Setting {
    std::string name;
    double value = 0;
    formula::Expr exact;
};

/// Another activation that is the same function, seen in one way or another.
struct SameAs {
    enum class Kind {
        same,         ///< f = g, both at their parameters' values
        rescaled,     ///< f(x) = output * g(input * x) + offset
        special_case, ///< f is g with `parameters`
        general_case, ///< g is f with `parameters`; not said where the other way round holds too
    };
    Kind kind = Kind::same;
    std::string id; ///< of g
    std::string name;
    Sameness sameness;
    formula::Rational output = formula::one;
    double input = 1;
    formula::Rational offset = {};
    std::vector<Setting> parameters; ///< those that differ from the values that they usually have
};

/// "same", "rescaled", "special_case", "general_case".
std::string_view word(SameAs::Kind kind);

/// An activation that is not the same, but near.
struct Relative {
    std::string id;
    std::string name;
    double gap = 0; ///< the largest |f - g| on [-relatives_reach, relatives_reach]
    double at = 0;  ///< where it is found, or approached at a jump
    Evidence evidence = Evidence::estimated;
    double low = 0; ///< proved: an enclosure of the gap
    double high = 0;
    double gaussian = 0; ///< sqrt(E (f(x) - g(x))^2), x ~ N(0, 1); estimated, to some three digits
    formula::Expr other; ///< g, parameters bound
};

constexpr double relatives_reach = 5;

/// What the catalogue holds beside one activation that is like it.
struct Relatives {
    std::vector<SameAs> same_as;   ///< by kind, then in catalogue order
    std::vector<Relative> nearest; ///< three to five, the nearest first; without those that are the same function
};

/// Compares activations with those of a catalogue, at their parameters' values. Activations of the user's own are not
/// compared with, so that the answer does not depend on the config.
class Comparison {
public:
    /// Samples the catalogue's functions, on that many threads.
    explicit Comparison(const std::vector<catalogue::Activation>& catalogue, unsigned jobs = 1);
    ~Comparison();
    Comparison(Comparison&&) noexcept;
    Comparison& operator=(Comparison&&) noexcept;

    /// Safe from several threads. Bounded in time.
    Relatives relatives(const catalogue::Activation& activation) const;

    /// Those of SameAs::Kind::same alone.
    std::vector<SameAs> twins(const catalogue::Activation& activation) const;

private:
    struct Samples;
    std::unique_ptr<const Samples> samples_;
};

/// The twins without sampling the whole catalogue beforehand: for a single question.
std::vector<SameAs> twins(const catalogue::Activation& activation, const std::vector<catalogue::Activation>& catalogue);

} // namespace actlas::analysis
