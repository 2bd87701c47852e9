#include "pages.hpp"
#include "report/code_model.hpp"
#include "report/model.hpp"
#include "report/relatives_model.hpp"
#include "report/report.hpp"
#include "report/templates.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>

using namespace actlas;
using nlohmann::ordered_json;

namespace {

bool has_exactly(const ordered_json& json, const std::set<std::string>& names) {
    if (!json.is_object() || json.size() != names.size()) return false;
    for (const auto& [name, value] : json.items())
        if (!names.contains(name)) return false;
    return true;
}

using Members = std::map<std::string, std::set<std::string>>; // of the objects of a model

/// Adds an object's members under its dotted name, in which "[]" follows a list, and all below it: a text in two
/// languages and a string's name are texts to a template, formulas and columns are described once.
void collect(const ordered_json& node, const std::string& name, const std::string& member, Members& members) {
    const std::string path = name.empty() ? member : name + "." + member;
    if (has_exactly(node, {"latex", "mathml", "mathml_display"}))
        members[name].insert(member + " (formula)");
    else if (has_exactly(node, {"text", "key", "evidence"}))
        members[name].insert(member + " (column)");
    else if (has_exactly(node, {"en", "zh"}) || has_exactly(node, {"t"}) || !node.is_structured())
        members[name].insert(member);
    else if (node.is_array())
        for (const auto& item : node)
            collect(item, name, member + "[]", members);
    else
        for (const auto& [inner, value] : node.items())
            collect(value, path, inner, members);
}

/// "NAME: MEMBER, MEMBER" for each object.
std::set<std::string> lines(const Members& members) {
    std::set<std::string> all;
    for (const auto& [name, set] : members) {
        std::string line = name.empty() ? "the report" : name;
        char separator = ':';
        for (const auto& member : set)
            (line += std::exchange(separator, ',')) += " " + member;
        all.insert(line);
    }
    return all;
}

/// The lines of the fenced block under "## The report's model".
std::set<std::string> documented() {
    std::ifstream file(std::string(ACTLAS_SOURCE_DIR) + "/templates/README.md");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const std::size_t heading = text.find("\n## The report's model\n");
    REQUIRE(heading != std::string::npos);
    std::istringstream block(text.substr(text.find("```text\n", heading) + 8));
    std::set<std::string> all;
    for (std::string line; std::getline(block, line) && line != "```";)
        all.insert(line);
    return all;
}

} // namespace

TEST_CASE("templates/README.md lists the names of the model, all of them and no other") {
    const auto& input = pages::small_input();
    const auto& studies = input.studies;
    const report::Seeds seeds{*studies[0], *studies[1], *studies[2], *studies[3]};
    ordered_json model = report::build_model(studies, seeds, seeds.all(), *input.catalogue);
    report::add_snippets(model, studies, *input.catalogue, report::Templates::builtin());
    report::add_relatives(model, input.relatives, *input.catalogue);
    Members members;
    const auto chapters = report::chapter_names();
    for (const auto& [name, value] : model.items()) {
        if (std::find(chapters.begin(), chapters.end(), name) != chapters.end())
            members[""].insert(name + " (facts)");
        else
            collect(value, "", name, members);
    }
    // What is false for some is an object for others.
    for (const char* const name : {"previous", "next"})
        members["activations[]"].erase(name);
    members["activations[].same_as[].items[]"].erase("formula");

    const std::set<std::string> listed = documented();
    std::string missing;
    std::string superfluous;
    for (const auto& name : lines(members))
        if (!listed.contains(name)) missing += name + "\n";
    for (const auto& name : listed)
        if (!lines(members).contains(name)) superfluous += name + "\n";
    INFO("missing:\n" << missing << "superfluous:\n" << superfluous);
    CHECK(missing.empty());
    CHECK(superfluous.empty());
}
