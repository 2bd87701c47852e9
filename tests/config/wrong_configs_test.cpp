#include "config/support.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace actlas;

TEST_CASE("the program refuses whatever the schema is shown to refuse") {
    const std::string all = test::bytes_of(ACTLAS_SOURCE_DIR "/tests/schema/wrong.txt");
    const std::string separator = "\n=== ";
    std::size_t configs = 0;
    for (std::size_t at = all.find(separator); at != std::string::npos;) {
        const std::size_t why = at + separator.size();
        const std::size_t text = all.find('\n', why) + 1;
        at = all.find(separator, text);
        INFO(all.substr(why, text - why));
        CHECK_FALSE(test::faults(all.substr(text, at - text)).empty());
        ++configs;
    }
    CHECK(configs > 20);
}
