#include "pages.hpp"
#include "report/report.hpp"
#include "support/catch.hpp"

#include <map>
#include <set>
#include <string>

using namespace actlas;
using pages::attributes;

namespace {

const std::map<std::string, std::string>& files() {
    static const std::map<std::string, std::string> all = [] {
        auto input = pages::small_input();
        input.markdown = false;
        input.single_file = true;
        std::map<std::string, std::string> made;
        for (auto& artefact : report::render_report(input))
            made[artefact.path] = artefact.bytes;
        return made;
    }();
    return all;
}

/// A file without what stands between the tags of an element that holds no HTML.
std::string without(std::string html, const std::string& element) {
    for (std::size_t at = html.find("<" + element + ">"); at != std::string::npos;
         at = html.find("<" + element + ">")) {
        const std::string end = "</" + element + ">";
        html.erase(at, html.find(end, at) + end.size() - at);
    }
    return html;
}

} // namespace

TEST_CASE("the HTML of a language is one file beside the figures") {
    std::set<std::string> pages;
    for (const auto& [path, bytes] : files())
        if (!path.starts_with("figures/")) pages.insert(path);
    CHECK(pages == std::set<std::string>{"atlas.en.html", "atlas.zh.html"});
}

TEST_CASE("a single file needs no other and leads everywhere within itself") {
    for (const char* const path : {"atlas.en.html", "atlas.zh.html"}) {
        INFO(path);
        const std::string html = without(without(files().at(path), "style"), "script");
        CHECK_NOTHROW(pages::require_well_formed(html));
        const auto list = attributes(html, "id");
        const std::set<std::string> ids(list.begin(), list.end());
        CHECK(ids.size() == list.size());
        for (const char* const page :
             {"index", "overview", "compare", "method", "activation/gelu", "activation/my_own"})
            CHECK(ids.contains(page));
        CHECK(ids.contains("activation/gelu/graph"));
        for (const char* const name : {"href", "src", "srcset"})
            for (const auto& address : attributes(html, name)) {
                INFO(address.substr(0, 80));
                if (address.starts_with("#"))
                    CHECK(ids.contains(address.substr(1)));
                else
                    CHECK((address.starts_with("data:image/svg+xml;base64,") || address.starts_with("http")));
            }
        CHECK(files().at(path).find("<link") == std::string::npos);
    }
}

TEST_CASE("a single file says what the pages say") {
    const std::string& html = files().at("atlas.en.html");
    for (const auto& [path, page] : pages::small_report()) {
        if (!path.starts_with("en/") || !path.ends_with(".html")) continue;
        const std::size_t begin = page.find("<h1>");
        INFO(path);
        CHECK(html.find(page.substr(begin, page.find("</h1>") + 5 - begin)) != std::string::npos);
    }
}
