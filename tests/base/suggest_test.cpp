#include "base/suggest.hpp"
#include "support/catch.hpp"

#include <vector>

using namespace actlas;

namespace {
const std::vector<std::string> ids{"relu", "gelu", "silu", "leaky_relu", "sigmoid", "hard_sigmoid"};
}

TEST_CASE("the nearest word wins") {
    CHECK(nearest_word("sigmiod", ids) == "sigmoid"); // a swap is one edit
    CHECK(nearest_word("SIGMOID", ids) == "sigmoid");
    CHECK(nearest_word("hardsigmoid", ids) == "hard_sigmoid");
    CHECK(nearest_word("leakyrelu", ids) == "leaky_relu");
    CHECK(nearest_word("elu", ids) == "relu"); // one edit from relu and gelu: the first
    // A swap is likelier than a letter too many.
    CHECK(nearest_word("gleu", std::vector<std::string>{"geu", "gelu"}) == "gelu");
}

TEST_CASE("a word that is like none has no suggestion") {
    CHECK_FALSE(nearest_word("convolution", ids).has_value());
    CHECK_FALSE(nearest_word("", ids).has_value());
    CHECK_FALSE(nearest_word("xyz", ids).has_value());
    CHECK_FALSE(nearest_word("ab", std::vector<std::string>{"cd"}).has_value());
    CHECK_FALSE(nearest_word("sigmoid", std::vector<std::string>{}).has_value());
    CHECK_FALSE(nearest_word(std::string(100000, 'r'), ids).has_value());
}

TEST_CASE("a suggestion is a question") {
    CHECK(did_you_mean("gleu", ids) == "did you mean \"gelu\"?");
    CHECK(did_you_mean("convolution", ids).empty());
}
