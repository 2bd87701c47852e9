#include "analysis/precision_text.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace actlas;
using namespace actlas::analysis;

namespace {

const NumberFormat& fp16() {
    const auto formats = number_formats();
    const auto found =
        std::find_if(formats.begin(), formats.end(), [](const auto& format) { return format.name == "fp16"; });
    REQUIRE(found != formats.end());
    return *found;
}

FormatBehaviour behaviour() {
    FormatBehaviour result;
    result.format = &fp16();
    result.every_value = true;
    return result;
}

/// The English clauses, one after the other.
std::string told(const FormatBehaviour& behaviour) {
    const auto summaries = precision_summaries({&behaviour, 1});
    REQUIRE(summaries.size() == 1);
    std::string all;
    for (const auto& clause : summaries.front().text) {
        CHECK_FALSE(clause.zh.empty());
        all += clause.en + "\n";
    }
    return all;
}

} // namespace

TEST_CASE("inputs in sentences on rounding are rounded to the side on which they stay true") {
    FormatBehaviour found = behaviour();
    found.left = {RoundedTail::Kind::constant, 0, -20.34375, true};
    found.right = {RoundedTail::Kind::identity, 0, 9.0078125, true};
    CHECK(told(found) == "f = 0 for x ≤ −20.3438\nf = x for x ≥ 9.00782\n");
    found.slope_zero_left = -20.328125;
    found.slope_zero_left_proved = true;
    CHECK(told(found).ends_with("\nf′ = 0 for x ≤ −20.3282\n"));
    CHECK(precision_summaries({&found, 1}).front().evidence == Evidence::proved);
    found.slope_zero_left_proved = false;
    CHECK(precision_summaries({&found, 1}).front().evidence == Evidence::estimated);
}

TEST_CASE("a tail that is the whole line is told once, an overflow by its name") {
    FormatBehaviour found = behaviour();
    found.left = {RoundedTail::Kind::constant, 1, fp16().largest, true};
    found.right = {RoundedTail::Kind::constant, 1, -fp16().largest, true};
    CHECK(told(found) == "f = 1 everywhere\n");
    found.left->from = -65;
    found.right->from = 63;
    CHECK(told(found) == "f = 1 for x ≤ −65 or x ≥ 63\n");
    found.left.reset();
    found.right = {RoundedTail::Kind::overflow, 0, 11.09375, true};
    CHECK(told(found) == "f overflows for x ≥ 11.0938\n");
}

TEST_CASE("errors of the textbook formula are counted where every value was looked at") {
    FormatBehaviour found = behaviour();
    found.textbook.flushed = {12, InputRange{-11.09375, -20.328125}, std::nullopt};
    CHECK(told(found) == "textbook formula gives 0 for 12 values of x from −20.3282 to −11.0937\n");
    found.textbook.flushed.inputs.reset();
    CHECK(told(found) == "textbook formula gives 0 for x from −20.3282 to −11.0937\n");
    found.textbook.flushed = {std::nullopt, InputRange{-0.0, -65504}, InputRange{0, 0.75}};
    CHECK(told(found) == "textbook formula gives 0 for x from −65504 to 0.75\n");
}

TEST_CASE("only what takes something from the function is worth a picture") {
    FormatBehaviour found = behaviour();
    CHECK_FALSE(is_affected(found));
    CHECK(told(found).starts_with("no tail"));
    found.right = {RoundedTail::Kind::identity, 0, 0, true};
    CHECK_FALSE(is_affected(found));
    found.left = {RoundedTail::Kind::constant, 0, -20, true};
    CHECK(is_affected(found));
    found = behaviour();
    found.slope_zero_right = 10;
    CHECK(is_affected(found));
    found = behaviour();
    found.textbook.undefined.positive = InputRange{1, 2};
    CHECK(is_affected(found));
}
