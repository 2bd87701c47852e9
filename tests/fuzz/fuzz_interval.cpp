// Two doubles and a formula: its enclosure on the interval between them holds its value at every point, and where it
// says that the formula is defined there is a value.
#include "formula/enclosure.hpp"
#include "formula/parser.hpp"
#include "formula/printers.hpp"
#include "fuzz/exact.hpp"
#include "fuzz/require.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace {

using namespace actlas;

/// Points of a box: its ends, whole numbers and zero where formulas break, and others in between.
std::vector<double> points_in(const interval::Interval& box) {
    std::vector<double> points{box.low(), box.high(), box.middle()};
    for (const double x : {0.0, 1.0, -1.0, 0.5, 3.0})
        points.push_back(x);
    for (const double share : {0.1, 0.37, 0.8})
        points.push_back(box.low() + (box.high() - box.low()) * share);
    std::erase_if(points, [&](double x) { return !std::isfinite(x) || !box.contains(x); });
    return points;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::array<double, 2> ends{};
    if (size < sizeof ends) return 0;
    std::memcpy(ends.data(), data, sizeof ends);
    const interval::Interval box(std::min(ends[0], ends[1]), std::max(ends[0], ends[1]));
    if (box.empty()) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + sizeof ends, size - sizeof ends);
    try {
        const formula::Expr expr = formula::parse(text);
        if (formula::node_count(expr) > 300) return 0;
        const formula::EnclosureEvaluator evaluator(expr);
        const interval::Interval enclosure = evaluator(box);
        for (const double x : points_in(box)) {
            const auto exact = fuzz::reference(expr, x);
            const std::string where =
                fmt::format("{} at {} in [{}, {}]", formula::to_source(expr), x, box.low(), box.high());
            if (exact) fuzz::require(fuzz::holds(enclosure, *exact), "an enclosure without the value of " + where);
            const auto value = formula::test::exact_value(expr, x);
            if (enclosure.defined() && value.sure)
                fuzz::require(value.value.defined(), "no value although it is said to be defined: " + where);
        }
    } catch (const formula::ParseError&) {
    }
    return 0;
}
