#include "analysis/limitations_text.hpp"
#include "base/infinity.hpp"
#include "support/catch.hpp"

#include <set>
#include <stdexcept>
#include <string>

using namespace actlas;
using namespace actlas::analysis;

namespace {

std::multiset<std::string> placeholders(const std::string& sentence) {
    std::multiset<std::string> result;
    for (std::size_t open = sentence.find('{'); open != std::string::npos; open = sentence.find('{', open + 1))
        result.insert(sentence.substr(open, sentence.find('}', open) - open + 1));
    return result;
}

} // namespace

TEST_CASE("sentences: both languages, the same keys and placeholders, nothing unfilled") {
    for (const auto& [key, sentence] : Sentences::builtin().all()) {
        INFO(key);
        CHECK(!sentence.en.empty());
        CHECK(!sentence.zh.empty());
        CHECK(placeholders(sentence.en) == placeholders(sentence.zh));
    }
    CHECK_THROWS_AS(Sentences::builtin().fill("limitation.kink.basis"), std::logic_error);
    CHECK_THROWS_AS(Sentences::builtin().fill("no.such.key"), std::logic_error);
}

TEST_CASE("numbers in sentences are rounded to the safe side") {
    CHECK(rounded_up(2.99322, 3) == "3");
    CHECK(rounded_up(0.2501, 2) == "0.26");
    CHECK(rounded_up(0.25, 2) == "0.25");
    CHECK(rounded_down(0.2599, 2) == "0.25");
    CHECK(rounded_down(-6.2614, 3) == "−6.27");
    CHECK(rounded_up(-6.2699, 3) == "−6.26");
    CHECK(rounded_up(999.5, 3) == "1000");
    CHECK(rounded_up(0, 3) == "0");
    CHECK(rounded_up(infinity, 3) == "∞");
    CHECK(rounded_down(-infinity, 3) == "−∞");
    CHECK(beyond(-4.595, 4.595).en == "|x| > 4.6");
    CHECK(beyond(-1.0, 2.0).en == "x < −1 or x > 2");
    CHECK(beyond(-1.0, 2.0).zh == "x < −1 或 x > 2");
    CHECK(beyond({}, 2.001).en == "x > 2.01");
    CHECK(open_interval({-infinity, 0}) == "(−∞, 0)");
    CHECK(percent(0.5).zh == " 50%");
    CHECK(percent(1.27e-9).en == "less than 0.0001%");
    const std::vector<LocalizedText> pieces(6, same("x"));
    CHECK(shortened_list(std::span(pieces).first(1)).en == "x");
    CHECK(shortened_list(std::span(pieces).first(3)).en == "x, x and x");
    CHECK(shortened_list(std::span(pieces).first(3)).zh == "x、x、x");
    CHECK(shortened_list(pieces).en == "x, x, x, x and 2 more");
}
