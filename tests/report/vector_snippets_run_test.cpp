// The code on the pages of activations of vectors is run, and held against definitions that were typed independently:
// see oracle/vectors.py.

#include "base/utf8.hpp"
#include "catalogue/vector_catalogue.hpp"
#include "report/code_model.hpp"
#include "report/templates.hpp"
#include "report/vector_code.hpp"
#include "support/catch.hpp"
#include "support/python.hpp"
#include "support/temporary_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

using namespace actlas;

namespace {

using Vector = std::vector<double>;

Vector numbers(const std::string& text) {
    Vector result;
    std::istringstream list(text);
    for (std::string word; std::getline(list, word, ',');)
        result.push_back(std::strtod(word.c_str(), nullptr));
    return result;
}

struct Row {
    Vector x, y;
};

/// The rows of the oracle at inputs of ordinary size, where code in doubles can be right without more care than a page
/// has room for.
const std::map<std::string, std::vector<Row>>& oracle() {
    static const std::map<std::string, std::vector<Row>> rows = [] {
        std::map<std::string, std::vector<Row>> made;
        std::ifstream file(ACTLAS_SOURCE_DIR "/tests/oracle/vectors.txt");
        for (std::string line; std::getline(file, line);) {
            std::istringstream parts(line);
            std::string id, x, y;
            std::getline(parts, id, ';');
            std::getline(parts, x, ';');
            std::getline(parts, y, ';');
            const Row row{numbers(x), numbers(y)};
            const bool is_ordinary = std::all_of(row.x.begin(), row.x.end(), [](double value) {
                return value == 0 || (std::fabs(value) >= 1e-9 && std::fabs(value) <= 800);
            });
            const bool has_value = std::all_of(row.y.begin(), row.y.end(), [](double v) { return std::isfinite(v); });
            if (is_ordinary && has_value) made[id].push_back(row);
        }
        return made;
    }();
    return rows;
}

const std::vector<catalogue::VectorActivation>& all() {
    static const auto catalogue = catalogue::VectorCatalogue::builtin();
    return catalogue.activations();
}

std::string code_of(const catalogue::VectorActivation& activation, const report::SnippetKind& kind,
                    Language language = Language::en) {
    static const auto english = report::strings(report::Templates::builtin(), Language::en);
    static const auto chinese = report::strings(report::Templates::builtin(), Language::zh);
    return report::vector_snippet(activation, kind, language == Language::en ? english : chinese, language);
}

std::string written(const Vector& x) {
    std::string text;
    for (const double value : x)
        text += fmt::format("{}{:a}", text.empty() ? "" : ",", value);
    return text;
}

/// By the name of the module and the function, the values at each vector in the order in which they were asked for.
std::map<std::string, std::vector<Row>> answers(const std::string& text) {
    std::map<std::string, std::vector<Row>> all;
    std::istringstream lines(text);
    std::string module, function, x, y;
    while (lines >> module >> function >> x >> y)
        all[module + " " + function].push_back({numbers(x), numbers(y)});
    return all;
}

/// Whether a value is the oracle's: to 1e-12, or to rounding of what cancels in it, which is of the size of the input
/// or the largest output.
bool is_close(const Row& got, const Row& wanted) {
    if (got.x != wanted.x || got.y.size() != wanted.y.size()) return false;
    double size = 0;
    for (const Vector& each : {wanted.x, wanted.y})
        for (const double value : each)
            size = std::max(size, std::fabs(value));
    for (std::size_t i = 0; i < got.y.size(); ++i)
        if (!(std::fabs(got.y[i] - wanted.y[i]) <= 1e-12 * std::fabs(wanted.y[i]) + 4e-15 * size)) return false;
    return true;
}

/// What is wrong with the values of one function.
std::string faults(const std::map<std::string, std::vector<Row>>& got, const std::string& key, const std::string& id) {
    const auto found = got.find(key);
    const std::vector<Row>& wanted = oracle().at(id);
    if (found == got.end() || found->second.size() != wanted.size()) return key + " did not run\n";
    for (const Row& row : wanted)
        if (std::none_of(found->second.begin(), found->second.end(),
                         [&](const Row& each) { return is_close(each, row); }))
            return fmt::format("{} is wrong at {}\n", key, fmt::join(row.x, ", "));
    return {};
}

/// A module's function, "module function", and the id of the activation that it is to be.
using Expected = std::vector<std::pair<std::string, std::string>>;

void check_answers(const std::string& printed, const Expected& expected) {
    const auto got = answers(printed);
    std::string wrong;
    for (const auto& [key, id] : expected)
        wrong += faults(got, key, id);
    INFO(wrong);
    CHECK(wrong.empty());
}

std::string module_of(const catalogue::VectorActivation& activation) {
    return "m_" + activation.about.id;
}

std::string requests(const std::string& function, const std::string& id) {
    std::string text;
    for (const Row& row : oracle().at(id))
        text += function + " " + written(row.x) + "\n";
    return text;
}

/// Runs the code of a Python library; the answer is how many of its own functions were run beside ours.
std::size_t run_python(const report::SnippetKind& kind) {
    const test::TemporaryFolder folder;
    Expected expected;
    std::size_t natives = 0;
    for (const auto& activation : all()) {
        const std::string& id = activation.about.id;
        const std::string code = code_of(activation, kind);
        folder.write("code/" + module_of(activation) + ".py", code);
        std::string wanted;
        for (const std::string& name : {id, id + "_native"}) {
            const std::string function = formula::code_identifier(name, kind.language);
            const bool is_native = name != id;
            if (is_native && code.find(function) == std::string::npos) continue;
            if (is_native) ++natives;
            wanted += requests(function, id);
            expected.emplace_back(module_of(activation) + " " + function, id);
        }
        folder.write("code/" + module_of(activation) + ".points", wanted);
    }
    const std::string tests = ACTLAS_SOURCE_DIR "/tests/report/";
    const int status = std::system(fmt::format("{} -B '{}run_vector_snippets.py' '{}' '{}stand_ins' >'{}' 2>'{}'",
                                               test::python(), tests, (folder / "code").string(), tests,
                                               (folder / "out").string(), (folder / "err").string())
                                       .c_str());
    INFO(test::bytes_of(folder / "err"));
    CHECK(status == 0);
    CHECK(test::bytes_of(folder / "err").empty());
    check_answers(test::bytes_of(folder / "out"), expected);
    return natives;
}

} // namespace

TEST_CASE("NumPy code of activations of vectors gives the values of their definitions") {
    CHECK(oracle().size() == all().size());
    CHECK(run_python(report::snippet_kinds[0]) == 0);
}

TEST_CASE("PyTorch code of activations of vectors has the right names, arguments and values") {
    CHECK(run_python(report::snippet_kinds[1]) >= 2);
}

TEST_CASE("JAX code of activations of vectors has the right names, arguments and values") {
    CHECK(run_python(report::snippet_kinds[2]) >= 1);
}

TEST_CASE("C++ code of activations of vectors gives the values of their definitions, without a warning") {
    const test::TemporaryFolder folder;
    std::string source =
        "#include <algorithm>\n#include <cmath>\n#include <cstddef>\n#include <cstdio>\n"
        "#include <vector>\n"
        "static void list(const std::vector<double>& x) {\n"
        "    for (std::size_t i = 0; i < x.size(); ++i) std::printf(i > 0 ? \",%a\" : \" %a\", x[i]);\n"
        "}\n"
        "static void list(double x) { std::printf(\" %a\", x); }\n";
    std::string body;
    Expected expected;
    for (const auto& activation : all()) {
        const std::string& id = activation.about.id;
        const std::string function = formula::code_identifier(id, formula::CodeLanguage::cpp);
        source += fmt::format("namespace {} {{\n{}}}\n", module_of(activation),
                              code_of(activation, report::snippet_kinds[3]));
        for (const Row& row : oracle().at(id))
            body +=
                fmt::format("    std::printf(\"{0} {1}\"); list(std::vector<double>{{{2}}}); list({0}::{1}({{{2}}})); "
                            "std::printf(\"\\n\");\n",
                            module_of(activation), function, written(row.x));
        expected.emplace_back(module_of(activation) + " " + function, id);
    }
    const auto file = folder.write("all.cpp", source + "int main() {\n" + body + "}\n");
    const std::string streams = fmt::format(">'{}' 2>'{}'", (folder / "out").string(), (folder / "err").string());
    const int compiled = std::system(fmt::format("c++ -std=c++17 -O0 -Wall -Wextra -Wpedantic -Wshadow -Wconversion "
                                                 "-Werror '{}' -o '{}' {}",
                                                 file.string(), (folder / "all").string(), streams)
                                         .c_str());
    INFO(test::bytes_of(folder / "err"));
    REQUIRE(compiled == 0);
    REQUIRE(std::system(fmt::format("'{}' {}", (folder / "all").string(), streams).c_str()) == 0);
    check_answers(test::bytes_of(folder / "out"), expected);
}

TEST_CASE("each piece of C++ code of an activation of vectors has the headers that it needs, and no line is too long") {
    const test::TemporaryFolder folder;
    for (const auto& activation : all()) {
        folder.write(module_of(activation) + ".cpp", code_of(activation, report::snippet_kinds[3]) + "int main() {}\n");
        for (const Language language : all_languages)
            for (const auto& kind : report::snippet_kinds) {
                std::istringstream lines(code_of(activation, kind, language));
                for (std::string line; std::getline(lines, line);) {
                    INFO(activation.about.id << ", " << kind.id << ": " << line);
                    CHECK(code_points(line).size() <= 88);
                }
            }
    }
    // One compiler over a few: each is half a second.
    const std::vector<const char*> few{"softmax",  "kwta",  "lwta",      "groupsort",
                                       "entmax15", "crelu", "logsumexp", "maxout"};
    for (const char* const id : few) {
        const auto file = folder / (std::string("m_") + id + ".cpp");
        INFO(test::bytes_of(file));
        CHECK(std::system(
                  fmt::format("c++ -std=c++11 -fsyntax-only -Wall -Wextra -Werror '{}'", file.string()).c_str()) == 0);
    }
}
