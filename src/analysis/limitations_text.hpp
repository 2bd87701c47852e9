#pragma once

#include "analysis/study.hpp"
#include "base/language.hpp"
#include "base/phrases.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// The sentences of limitations, strengths and claims, and how numbers are written in them.
namespace actlas::analysis {

/// What takes the place of {name} in a sentence.
using Fillings = Phrases::Fillings;

/// The sentences of templates/<language>/findings.toml.
class Sentences : public Phrases {
public:
    static const Sentences& builtin();

private:
    using Phrases::Phrases;
};

/// The pieces joined by the separator.
LocalizedText joined(std::span<const LocalizedText> pieces, const LocalizedText& separator);

/// A number for people that is not below (not above) `value`, with at most so many significant digits.
std::string rounded_up(double value, int digits);
std::string rounded_down(double value, int digits);

/// A share of [0, 1] in per cent: "31.7%", "0.00045%", "less than 0.0001%".
LocalizedText percent(double share);

/// A number for people; rounding errors of numbers that are of the size of 1 are written 0.
std::string about(double value, int digits);

/// "|x| > 4.6", "x < −6.27", "x < −1 or x > 2": all x < left and all x > right, rounded outwards so that what is said
/// of these x stays true. At least one side must be given.
LocalizedText beyond(std::optional<double> left, std::optional<double> right, int digits = 3);

/// "(−∞, 0)": an open interval within the given one, rounded inwards.
std::string open_interval(const Interval& interval);

/// "(−∞, 0) and (1, 2)", after the first four "and 5 more".
LocalizedText interval_list(std::span<const Interval> intervals);

/// The first four pieces, then how many more there are.
LocalizedText shortened_list(std::span<const LocalizedText> pieces);

} // namespace actlas::analysis
