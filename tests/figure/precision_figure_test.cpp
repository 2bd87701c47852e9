#include "scenes.hpp"

#include <string>

using namespace actlas;
using namespace scenes;

TEST_CASE("a precision map has a lane for value, slope and textbook formula of every format") {
    const auto scene = figure::precision(study_of("sigmoid"), context());
    CHECK(marks(scene, plot::Role::title, "format").size() == 5);
    CHECK(marks(scene, plot::Role::fill, "inputs").size() == 15);
    for (const char* name : {"fp32", "bf16", "fp16", "fp8 E5M2", "fp8 E4M3"})
        CHECK(says(scene, name));
    CHECK(says(scene, "NaN")); // E4M3 has no infinity: exp(-x) overflows to NaN
}

TEST_CASE("the slope of sigmoid is lost in fp16 beyond 17.34, left and right alike") {
    const auto scene = figure::precision(study_of("sigmoid"), context());
    // ln(2^25) = 17.3287: below half of fp16's smallest number, 2^-24, the slope rounds to 0.
    const auto lost = marks(scene, plot::Role::hatch, "slope is 0");
    REQUIRE(lost.size() == 10);
    for (std::size_t i = 0; i < lost.size(); i += 2) {
        const auto left = plot::bounds(*lost[i]);
        const auto right = plot::bounds(*lost[i + 1]);
        CHECK(left.width() == Approx(right.width()).margin(0.1));
        CHECK(left.right < right.left);
    }
    const auto number = [&](const char* name) {
        const auto found = marks(scene, plot::Role::tick_label, name);
        REQUIRE(found.size() == 1);
        const auto box = plot::bounds(*found.front());
        return (box.left + box.right) / 2;
    };
    // The third format is fp16: its stretch begins between 1 and 100 where log10(17.34) = 1.239 says.
    const double one = number("tick x 1");
    const double hundred = number("tick x 10²");
    CHECK((plot::bounds(*lost[5]).left - one) / (hundred - one) == Approx(1.239 / 2).margin(0.01));
}

TEST_CASE("precision maps of the whole catalogue are laid out without a fault", "[catalogue]") {
    for (const auto& activation : scenes::catalogue().activations())
        for (const Language language : all_languages) {
            INFO(activation.id << ' ' << code(language));
            require_faultless(figure::precision(study_of(activation.id), context(language)));
        }
}
