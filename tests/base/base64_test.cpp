#include "base/base64.hpp"
#include "support/catch.hpp"

#include <string>
#include <string_view>

using actlas::base64;

TEST_CASE("base64 of the test vectors of RFC 4648") {
    CHECK(base64("").empty());
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foob") == "Zm9vYg==");
    CHECK(base64("fooba") == "Zm9vYmE=");
    CHECK(base64("foobar") == "Zm9vYmFy");
    using namespace std::string_view_literals;
    CHECK(base64("\xFF\xEF\xBE\0"sv) == "/+++AA==");
}
