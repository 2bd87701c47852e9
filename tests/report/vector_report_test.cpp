// A report of activations of vectors alone: it has no page, table or line about functions that it does not show.

#include "analysis/vector_study.hpp"
#include "catalogue/vector_catalogue.hpp"
#include "pages.hpp"
#include "support/catch.hpp"

#include <deque>
#include <set>

using namespace actlas;

namespace {

std::map<std::string, std::string> report_on(const std::vector<std::string>& ids) {
    const auto vectors = catalogue::VectorCatalogue::builtin();
    std::deque<analysis::VectorStudy> studies;
    report::Input input = pages::small_input();
    input.studies.clear();
    input.relatives.clear();
    input.experiments.reset();
    input.chapters = {"limitations", "code"};
    for (const std::string& id : ids)
        input.vectors.push_back(&studies.emplace_back(analysis::study_vector(*vectors.find(id))));
    std::map<std::string, std::string> files;
    for (auto& artefact : report::render_report(input))
        files.emplace(artefact.path, artefact.bytes);
    return files;
}

std::set<std::string> pages_of(const std::map<std::string, std::string>& files, const std::string& language) {
    std::set<std::string> pages;
    for (const auto& [path, text] : files)
        if (path.starts_with(language + "/") && path.ends_with(".html")) pages.insert(path.substr(3, path.size() - 8));
    return pages;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a report of activations of vectors alone has the pages on them, and none with nothing on it") {
    const auto files = report_on({"softmax", "swiglu", "crelu"});
    for (const char* const language : {"en", "zh"})
        CHECK(pages_of(files, language) == std::set<std::string>{"index", "lookup", "method", "names", "vectors",
                                                                 "vector/softmax", "vector/swiglu", "vector/crelu"});
    CHECK(pages::broken_links(files) == std::vector<std::string>());
    for (const auto& [path, text] : files) {
        if (!path.ends_with(".html")) continue;
        INFO(path);
        CHECK_NOTHROW(pages::require_well_formed(text));
        CHECK_FALSE(has(text, "0 functions"));
        CHECK_FALSE(has(text, "0 个函数"));
        CHECK_FALSE(has(text, "<tbody></tbody>"));
        CHECK_FALSE(has(text, "<ul></ul>"));
    }
    // Both ways lead to them: the menu of every page, and the contents of the first.
    CHECK(has(files.at("en/vector/crelu.html"), "<a href=\"../vectors.html\" aria-current"));
    CHECK(has(files.at("en/index.html"), "Softmax, gates, maxout and others"));
}

TEST_CASE("index and names hold activations of vectors") {
    const auto files = report_on({"softmax", "swiglu", "crelu"});
    const std::string& index = files.at("en/lookup.md");
    CHECK(has(index, "[Softmax](vector/softmax.md)"));
    CHECK(has(index, "[Concatenated ReLU](vector/crelu.md)"));
    CHECK(has(index, "tf.nn.crelu"));
    const std::string& names = files.at("en/names.md");
    CHECK(has(names, "jax.nn.softmax"));
    CHECK(has(names, "Which half is bent differs between libraries"));
}

TEST_CASE("without a name in a framework and without a note there is no page on names") {
    const auto files = report_on({"bilinear"});
    CHECK_FALSE(pages_of(files, "en").contains("names"));
    CHECK(pages::broken_links(files) == std::vector<std::string>());
    CHECK_FALSE(has(files.at("en/lookup.html"), "id=\"frameworks\""));
}
