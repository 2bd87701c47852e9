#include "base/diagnostic.hpp"
#include "output/memory_sink.hpp"
#include "output/path.hpp"
#include "support/catch.hpp"

using namespace actlas;
using namespace actlas::output;

TEST_CASE("paths inside the folder are allowed") {
    for (const char* good : {"a", "en/relu.html", "figures/函数.svg", "a b", "...", "..a/b", ".hidden"}) {
        INFO(good);
        CHECK(path_fault(good).empty());
        CHECK_NOTHROW(require_safe_path(good));
    }
}

TEST_CASE("paths that leave the folder or are no paths are refused") {
    const std::string bad[] = {"",
                               "/etc/passwd",
                               "..",
                               "../a",
                               "a/../b",
                               "a/..",
                               "a//b",
                               "a/",
                               ".",
                               "./a",
                               "a\\b",
                               "a\nb",
                               "a\tb",
                               "a\x7F",
                               "\x1b",
                               "a\xFF",
                               "a\xC2\x85"
                               "b"};
    for (const std::string& path : bad) {
        INFO(path);
        CHECK_FALSE(path_fault(path).empty());
        MemorySink sink;
        CHECK_THROWS_AS(sink.accept({path, "x"}), InputError);
        CHECK(sink.files().empty());
    }
    CHECK_THROWS_AS(require_safe_path(std::string("a\0b", 3)), InputError);
}

TEST_CASE("a path is accepted once") {
    MemorySink sink;
    sink.accept({"a", "1"});
    CHECK_THROWS_AS(sink.accept({"a", "1"}), InputError);
    CHECK(sink.commit().written == std::vector<std::string>{"a"});
    CHECK(sink.files().at("a") == "1");
}
