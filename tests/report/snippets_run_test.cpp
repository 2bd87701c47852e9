// The code that pages show is run, for every entry of the catalogue, and its values held against the evaluator's.

#include "analysis/study.hpp"
#include "base/utf8.hpp"
#include "catalogue/catalogue.hpp"
#include "formula/derivative.hpp"
#include "formula/evaluator.hpp"
#include "formula/parser.hpp"
#include "report/code_model.hpp"
#include "report/rounding_bound.hpp"
#include "support/catch.hpp"
#include "support/python.hpp"
#include "support/temporary_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <sstream>

using namespace actlas;

namespace {

struct Entry {
    const catalogue::Activation* activation;
    formula::Expr derivative;
    formula::Evaluator f, slope;
    bool common; ///< in the group @common
};

const catalogue::Catalogue& all() {
    static const catalogue::Catalogue catalogue = [] {
        catalogue::Catalogue made = catalogue::Catalogue::builtin();
        const auto add = [&](const char* id, const std::string& formula_text,
                             const std::vector<formula::Binding>& parameters) {
            catalogue::Activation own;
            own.id = id;
            own.name = id;
            own.family = "custom";
            own.user_defined = true;
            std::vector<std::string> names;
            for (const auto& parameter : parameters) {
                names.push_back(parameter.name);
                own.parameters.push_back({parameter.name, parameter.value, {}, {}, {}});
            }
            own.expr = formula::parse(formula_text, names);
            made.add(own);
        };
        // Names that the languages reserve, and primitives and traps that the catalogue does not have.
        add("lambda", "x*tanh(lambda*softplus(x)) + sum*sech(x)", {{"lambda", 0.5}, {"sum", 0.25}});
        add("log1p", "if(abs(x) > np, log(abs(x)), (x - np)*sin(np))", {{"np", 1.0}});
        add("2x", "if(x > 0, sqrt(x), 0) + if(x < -lo, -sqrt(-x), x/(x - 1e6)^2)", {{"lo", 1.0}});
        add("sech", "min(max(x, sech(x)), 2) + step(x) + floor(x/4) + clamp(x, -erf(x), 3)", {});
        add("cubic", "if(a > 0, sinh(min(x, 2)), cosh(x)) - erfc(x) + sqrt1pm1(x^2) - normal_pdf(x/2) + atan(x)^5",
            {{"a", 2.0}});
        add("waves", "sph_bessel(3, x) + tan(x/1000) + sinc(2*x)*e^(-abs(x))*sigmoid(a)", {{"a", -0.5}});
        return made;
    }();
    return catalogue;
}

const std::vector<Entry>& entries() {
    static const std::vector<Entry> list = [] {
        std::vector<Entry> made;
        const auto common = all().group("@common");
        for (const auto& activation : all().activations()) {
            const auto slope = formula::derivative(activation.expr);
            const auto bindings = activation.bindings();
            made.push_back({&activation, slope, formula::Evaluator(activation.expr, bindings),
                            formula::Evaluator(slope, bindings),
                            std::find(common.begin(), common.end(), activation.id) != common.end()});
        }
        return made;
    }();
    return list;
}

/// Some 200 points: both tails, the neighbourhood of 0, and every half from -8 to 8 with what is just beside it, where
/// the catalogue's branches meet.
std::vector<double> points() {
    std::vector<double> list;
    for (const double x :
         {1e-300, 1e-8, 1e-3, 0.1, 13.7, 22.0, 30.0, 36.5, 100.0, 311.0, 700.0, 709.0, 745.0, 800.0, 1e4})
        list.insert(list.end(), {x, -x});
    for (int i = -16; i <= 16; ++i)
        list.push_back(0.5 * i);
    for (int i = -16; i <= 16; i += 2)
        list.insert(list.end(), {0.5 * i + 1e-9, 0.5 * i - 1e-9});
    for (int i = -50; i <= 50; ++i)
        list.push_back(0.2137 * i + 0.00123);
    return list;
}

std::string hex(double value) {
    return fmt::format("{:a}", value);
}

/// A line of the points of an entry, "function x"; "inf" or "nan" follows where the value is that.
std::string request(const std::string& function, double x, double value) {
    return fmt::format("{} {}{}\n", function, hex(x), std::isinf(value) ? " inf" : std::isnan(value) ? " nan" : "");
}

/// The points of an entry, a file's worth.
std::string requests(const Entry& entry, const std::string& function, const std::string& derivative) {
    std::string text;
    for (const double x : points())
        text += request(function, x, entry.f(x)) + request(derivative, x, entry.slope(x));
    return text;
}

struct Names {
    std::string function, derivative, native;
};
Names names_of(const Entry& entry, formula::CodeLanguage language) {
    const std::string& id = entry.activation->id;
    return {formula::code_identifier(id, language), formula::code_identifier(id + "_derivative", language),
            formula::code_identifier(id + "_native", language)};
}

std::string code_of(const Entry& entry, const report::SnippetKind& kind) {
    static const auto texts = report::strings(report::Templates::builtin(), Language::en);
    return report::snippet(*entry.activation, entry.derivative, all(), kind, texts, Language::en);
}

/// How far a value may lie from the evaluator's. Code in doubles rounds every step: 1e-12 relative covers exponents up
/// to 745, whose last digit alone is worth 1e-13. Below 1e-300 intermediate values lose digits to underflow, which the
/// evaluator's wide ones do not. Where a formula itself cancels or oscillates, the terms' size counts instead.
double tolerance(const Entry& entry, double x, double expected) {
    const std::string& id = entry.activation->id;
    double scale = std::fabs(expected);
    if (id == "tanhshrink") scale = std::max(scale, 1e-3 * std::fabs(x)); // x - tanh(x): tanh(x) to 2 ulp
    // 1 + sin(2x) nearly vanishes where the slope does: a machine's own sine is good to an ulp or two.
    if (id == "snake") scale = std::max(scale, 1e-3);
    if (id == "waves" || id == "sinc") scale = std::max(scale, 1e-2 / std::max(std::fabs(x), 1.0));
    return 1e-12 * scale + 1e-300;
}

struct Answers {
    std::map<std::string, std::map<std::string, std::vector<std::pair<double, double>>>> of; ///< by entry, function

    explicit Answers(const std::string& text) {
        std::istringstream lines(text);
        std::string entry, function, x, value;
        while (lines >> entry >> function >> x >> value)
            of[entry][function].emplace_back(std::strtod(x.c_str(), nullptr), std::strtod(value.c_str(), nullptr));
    }
};

/// Whether the code's value is the evaluator's. What people use most must keep the tolerance everywhere. The formulas
/// of the others are shown as they were published, cancellation included, and need only be as good as their steps.
enum class Match { yes, within_rounding, no };
Match match(const Entry& entry, bool is_slope, double x, double value) {
    const double expected = (is_slope ? entry.slope : entry.f)(x);
    if (value == expected || (std::isnan(value) && std::isnan(expected))) return Match::yes;
    const double distance = std::fabs(value - expected);
    if (distance <= tolerance(entry, x, expected)) return Match::yes;
    if (entry.common || entry.activation->user_defined) return Match::no;
    const auto bindings = entry.activation->bindings();
    const double bound = test::RoundingBound(bindings, x)(is_slope ? entry.derivative : entry.activation->expr);
    return std::isfinite(bound) && distance <= bound ? Match::within_rounding : Match::no;
}

void compare(const Answers& answers, formula::CodeLanguage language) {
    std::string wrong;
    std::size_t compared = 0, within_rounding = 0;
    for (const Entry& entry : entries()) {
        const Names names = names_of(entry, language);
        for (const bool is_slope : {false, true}) {
            const std::string& function = is_slope ? names.derivative : names.function;
            const auto found = answers.of.find("m_" + entry.activation->id);
            if (found == answers.of.end() || !found->second.contains(function) ||
                found->second.at(function).size() != points().size()) {
                wrong += fmt::format("{}: {} did not run\n", entry.activation->id, function);
                continue;
            }
            for (const auto& [x, value] : found->second.at(function)) {
                const Match found_match = match(entry, is_slope, x, value);
                ++compared;
                if (found_match == Match::within_rounding) ++within_rounding;
                if (found_match == Match::no) {
                    wrong += fmt::format("{}: {}({}) is {}, expected {}\n", entry.activation->id, function, x, value,
                                         (is_slope ? entry.slope : entry.f)(x));
                    break;
                }
            }
        }
    }
    INFO(wrong);
    CHECK(wrong.empty());
    // Guards against a bound that lets everything pass.
    CHECK(within_rounding * 100 < compared);
}

/// Runs a command in the shell, its output in a file.
int run(const std::string& command, const test::TemporaryFolder& folder) {
    return std::system(
        fmt::format("{} >'{}' 2>'{}'", command, (folder / "out").string(), (folder / "err").string()).c_str());
}

void run_python(const report::SnippetKind& kind, bool with_native) {
    const test::TemporaryFolder folder;
    for (const Entry& entry : entries()) {
        const std::string code = code_of(entry, kind), module = "code/m_" + entry.activation->id;
        const Names names = names_of(entry, kind.language);
        folder.write(module + ".py", code);
        std::string wanted = requests(entry, names.function, names.derivative);
        if (with_native && code.find(names.native) != std::string::npos)
            for (const double x : points())
                wanted += request(names.native, x, entry.f(x));
        folder.write(module + ".points", wanted);
    }
    const std::string tests = ACTLAS_SOURCE_DIR "/tests/report/";
    const int status = run(fmt::format("{} -B '{}run_snippets.py' '{}' '{}stand_ins'", test::python(), tests,
                                       (folder / "code").string(), tests),
                           folder);
    INFO(test::bytes_of(folder / "err"));
    CHECK(status == 0);
    CHECK(test::bytes_of(folder / "err").empty());
    const Answers answers(test::bytes_of(folder / "out"));
    compare(answers, kind.language);

    std::size_t natives = 0;
    for (const Entry& entry : entries()) {
        const auto found = answers.of.find("m_" + entry.activation->id);
        const std::string native = names_of(entry, kind.language).native;
        if (found == answers.of.end() || !found->second.contains(native)) continue;
        ++natives;
        for (const auto& [x, value] : found->second.at(native)) {
            const double expected = entry.f(x);
            INFO(native << "(" << x << ")");
            // torch.nn.Softplus becomes the identity at 20, where that is off by 2e-9; others round plainly.
            CHECK(std::fabs(value - expected) <= 1e-9 * (1 + std::fabs(expected)));
        }
    }
    // Guards against a search that finds none.
    if (with_native) CHECK(natives > 15);
}

} // namespace

TEST_CASE("NumPy snippets give the evaluator's values, without a warning") {
    run_python(report::snippet_kinds[0], false);
}

TEST_CASE("PyTorch snippets have the right names, arguments and values") {
    run_python(report::snippet_kinds[1], true);
}

TEST_CASE("JAX snippets have the right names, arguments and values") {
    run_python(report::snippet_kinds[2], true);
}

TEST_CASE("C++ snippets give the evaluator's values, without a warning") {
    const test::TemporaryFolder folder;
    std::string source = "#include <cmath>\n#include <cstdio>\n";
    std::string body;
    for (const Entry& entry : entries()) {
        const Names names = names_of(entry, formula::CodeLanguage::cpp);
        const std::string space = "m_" + entry.activation->id;
        source += fmt::format("namespace {} {{\n{}}}\n", space, code_of(entry, report::snippet_kinds[3]));
        for (const std::string& function : {names.function, names.derivative})
            body += fmt::format("    for (double x : points) std::printf(\"{0} {1} %a %a\\n\", x, {0}::{1}(x));\n",
                                space, function);
    }
    source += "static const double points[] = {";
    for (const double x : points())
        source += hex(x) + ", ";
    source += "};\nint main() {\n" + body + "}\n";
    const auto file = folder.write("all.cpp", source);
    const auto program = folder / "all";
    const int compiled = run(fmt::format("c++ -std=c++17 -O0 -Wall -Wextra -Wpedantic -Wshadow -Werror '{}' -o '{}'",
                                         file.string(), program.string()),
                             folder);
    INFO(test::bytes_of(folder / "err"));
    REQUIRE(compiled == 0);
    REQUIRE(run("'" + program.string() + "'", folder) == 0);
    compare(Answers(test::bytes_of(folder / "out")), formula::CodeLanguage::cpp);
}

TEST_CASE("each C++ snippet compiles by itself beside <cmath>, whatever its name") {
    const test::TemporaryFolder folder;
    std::string source;
    for (const char* const id : {"tanh", "lambda", "log1p", "2x", "sech"}) {
        const auto entry =
            std::find_if(entries().begin(), entries().end(), [&](const Entry& e) { return e.activation->id == id; });
        REQUIRE(entry != entries().end());
        const auto file = folder.write("one.cpp", code_of(*entry, report::snippet_kinds[3]) + "int main() {}\n");
        INFO(id << "\n" << test::bytes_of(folder / "one.cpp"));
        CHECK(run(fmt::format("c++ -std=c++11 -fsyntax-only -Wall -Wextra -Werror '{}'", file.string()), folder) == 0);
    }
}

TEST_CASE("no line of a snippet is longer than 88 columns, in either language") {
    for (const Language language : all_languages) {
        const auto texts = report::strings(report::Templates::builtin(), language);
        for (const Entry& entry : entries()) {
            for (const auto& kind : report::snippet_kinds) {
                std::istringstream lines(
                    report::snippet(*entry.activation, entry.derivative, all(), kind, texts, language));
                for (std::string line; std::getline(lines, line);) {
                    INFO(kind.id << ": " << line);
                    CHECK(code_points(line).size() <= 88);
                }
            }
        }
    }
}
