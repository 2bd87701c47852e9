#include "base/diagnostic.hpp"
#include "failure.hpp"
#include "report/anchors.hpp"
#include "support/catch.hpp"

using namespace actlas;
using namespace actlas::report;

TEST_CASE("links to headings follow GitHub's anchors") {
    std::map<std::string, std::string> pages{
        {"a", "# Top\n\n## Same " + anchor_mark("one") + "\n\n```\n# Same\n```\n\n## Same " + anchor_mark("two") +
                  "\n\n[x](#" + anchor_reference("a", "two") + ")\n"},
        {"b", "[y](a.md#" + anchor_reference("a", "one") + ") [z](#" + anchor_reference("b", "c") +
                  ")\n\n## R&amp;D \\*x\\* " + anchor_mark("c")}};
    resolve_anchors(pages);
    CHECK(pages["a"] == "# Top\n\n## Same\n\n```\n# Same\n```\n\n## Same\n\n[x](#same-1)\n");
    CHECK(pages["b"] == "[y](a.md#same) [z](#rd-x)\n\n## R&amp;D \\*x\\*");
}

TEST_CASE("a link to a heading that is not there is an error") {
    std::map<std::string, std::string> pages{{"a", "[x](#" + anchor_reference("a", "nowhere") + ")"}};
    CHECK(failure([&] { resolve_anchors(pages); }).find("a#nowhere") != std::string::npos);
}
