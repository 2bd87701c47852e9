// Statements of studies that claim to be proved or exact, of formulas made up at random, against dense samples in MPFR.

#include "analysis/properties.hpp"
#include "base/diagnostic.hpp"
#include "base/number.hpp"
#include "falsifier.hpp"
#include "formula/formulas.hpp"
#include "formula/parser.hpp"
#include "formula/printers.hpp"
#include "support/catch.hpp"

#include <chrono>
#include <cstdlib>
#include <iostream>

using namespace actlas;
using namespace actlas::analysis;

namespace {

/// The number of formulas that have a study.
int hunt(unsigned seed, int count) {
    actlas::formula::test::Maker maker(seed);
    int studied = 0;
    for (int k = 0; k < count; ++k) {
        const formula::Expr expr = maker.formula(2 + k % 3);
        INFO(formula::to_source(expr));
        try {
            const Properties found = properties(expr);
            ++studied;
            for (const std::string& statement : analysis::test::falsified(expr, found)) {
                INFO(statement);
                CHECK(statement.empty());
            }
        } catch (const InputError& error) {
            const std::string& message = error.diagnostics().front().message;
            INFO(message);
            CHECK((message == "the formula has a value on no interval" ||
                   message == "the formula divides by 0, whatever x is"));
        }
    }
    return studied;
}

} // namespace

TEST_CASE("no point contradicts what is proved of a random formula") {
    constexpr unsigned seed = 20251125;
    CAPTURE(seed);
    CHECK(hunt(seed, 250) > 200);
}

// By hand: ACTLAS_HUNT=seed,count build/dev/tests/test_analysis "hunt for false statements"
TEST_CASE("hunt for false statements", "[.]") {
    const char* wish = std::getenv("ACTLAS_HUNT");
    REQUIRE(wish != nullptr);
    const std::string text = wish;
    const std::size_t comma = text.find(',');
    REQUIRE(comma != std::string::npos);
    const auto seed = static_cast<unsigned>(parse_number(text.substr(0, comma)).value());
    const int count = static_cast<int>(parse_number(text.substr(comma + 1)).value());
    CAPTURE(seed);
    CHECK(hunt(seed, count) > 0);
}
