#include "base/packed.hpp"
#include "support/catch.hpp"

#include <string>

using actlas::Packed;

TEST_CASE("a packed text comes back as it was") {
    std::string all_bytes;
    for (int i = 0; i < 256; ++i)
        all_bytes += static_cast<char>(i);
    std::string noise;
    unsigned state = 12345;
    for (int i = 0; i < 100'000; ++i) {
        state = state * 1664525U + 1013904223U;
        noise += static_cast<char>(state >> 24U);
    }
    for (const std::string& text : {std::string(), std::string("x"), all_bytes, noise, std::string(1'000'000, 'a')}) {
        const Packed packed(text);
        CHECK(packed.text() == text);
        CHECK(Packed(packed).text() == text);
    }
}
