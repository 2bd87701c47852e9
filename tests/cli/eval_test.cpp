#include "base/number.hpp"
#include "cli/support.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <sstream>
#include <sys/resource.h>
#include <sys/wait.h>

using namespace actlas::test;

namespace {

/// CPU time of the runs so far.
double seconds_of_children() {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec) + 1e-6 * static_cast<double>(usage.ru_utime.tv_usec);
}

} // namespace

TEST_CASE("eval prints CSV in the shortest form that reads back") {
    const Run run = run_actlas({"eval", "relu", "--order", "1", "--at", "-inf,-2,0.1,1e22,inf,nan"});
    CHECK(run.status == 0);
    CHECK(run.err.empty());
    CHECK(run.out == "x,f,d1\n"
                     "-inf,0,0\n"
                     "-2,0,0\n"
                     "0.1,0.1,1\n"
                     "1e+22,1e+22,1\n"
                     "inf,inf,1\n"
                     "nan,nan,nan\n");
}

TEST_CASE("eval reads one x a line") {
    const Run run = run_actlas({"eval", "--formula", "x^2"}, {.input = "1\r\n\n  -3 \n0.5"});
    CHECK(run.status == 0);
    CHECK(run.out == "x,f\n1,1\n-3,9\n0.5,0.25\n");
    CHECK(run_actlas({"eval", "relu"}, {.input = ""}).out == "x,f\n");

    const Run wrong = run_actlas({"eval", "relu"}, {.input = "1\n2,3\n4\n"});
    CHECK(wrong.status == 2);
    CHECK(wrong.out == "x,f\n1,1\n");
    CHECK(wrong.err.starts_with("standard input:2:1: error: this line is not a number\n    2 | 2,3\n"));
}

TEST_CASE("eval takes parameters and derivatives of a formula") {
    // d/dx a x^3 = 3 a x^2, then 6 a x, then 6 a.
    const Run run = run_actlas({"eval", "--formula", "a*x^3", "--param", "a=0.5", "--order", "3", "--at", "2"});
    CHECK(run.out == "x,f,d1,d2,d3\n2,4,6,6,3\n");
    CHECK(run_actlas({"eval", "leaky_relu", "--param", "alpha=0.5", "--at", "-4,4"}).out == "x,f\n-4,-2\n4,4\n");
    CHECK(run_actlas({"eval", "Leaky-ReLU", "--at", "-4"}).out == "x,f\n-4,-0.04\n"); // by name
}

TEST_CASE("every number that eval prints reads back") {
    const Run run = run_actlas({"eval", "tanh", "--order", "2", "--at", "0.3,-1.7,40,1e-300"});
    std::istringstream lines(run.out);
    std::string line;
    std::getline(lines, line);
    int numbers = 0;
    while (std::getline(lines, line)) {
        std::istringstream fields(line);
        for (std::string field; std::getline(fields, field, ','); ++numbers) {
            INFO(field);
            const auto value = actlas::parse_number(field);
            REQUIRE(value.has_value());
            CHECK(actlas::shortest(*value) == field);
        }
    }
    CHECK(numbers == 16);
}

TEST_CASE("show --json follows the schema of studies") {
    const Run run = run_actlas({"show", "silu", "--json"});
    CHECK(run.status == 0);
    const auto json = nlohmann::json::parse(run.out);
    CHECK(json["schema"] == "actlas.study/1");
    CHECK(json["id"] == "silu");
    CHECK(json["name"] == "SiLU");
    CHECK(json["aliases"].is_array());
    CHECK(json["year"].is_number_integer());
    CHECK(json["references"].is_array());
    for (const char* part : {"formula", "derivative"}) {
        for (const char* notation : {"source", "text", "latex", "mathml"})
            CHECK_FALSE(json[part][notation].get<std::string>().empty());
    }
    CHECK(json["formula"]["mathml"].get<std::string>().starts_with("<math"));
    for (const char* part :
         {"range", "slope", "lipschitz", "monotonicity", "convexity", "parity", "continuity", "kinks", "zeros",
          "fixed_points", "extrema", "inflections", "asymptotes", "saturation", "dead_intervals", "gaussian"})
        CHECK(json["properties"].contains(part));
    // mpmath: min x σ(x) = -0.278464542761073795... at -1.27846454276107380
    CHECK(json["properties"]["range"]["infimum"]["evidence"] == "proved");
    CHECK(json["properties"]["range"]["infimum"]["value"].get<double>() ==
          Approx(-0.278464542761073795).epsilon(1e-15));
    CHECK(json["precision"].size() == 5);
    for (const char* part : {"limitations", "strengths", "claims"})
        CHECK_FALSE(json[part].empty());

    // The derivative's source is a formula again: x σ(x) has slope 1/2 at 0 and σ(1) + σ′(1) = 0.92767 at 1.
    const Run slope = run_actlas({"eval", "--formula", json["derivative"]["source"], "--at", "0,1"});
    std::istringstream lines(slope.out);
    std::string header, at_zero, at_one;
    std::getline(lines, header), std::getline(lines, at_zero), std::getline(lines, at_one);
    CHECK(at_zero == "0,0.5");
    CHECK(std::stod(at_one.substr(2)) == Approx(0.9276705118714867).epsilon(1e-14));

    const auto formula =
        nlohmann::json::parse(run_actlas({"show", "--formula", "b*x", "--param", "b=2.5", "--json"}).out);
    CHECK(formula["parameters"][0]["name"] == "b");
    CHECK(formula["parameters"][0]["value"] == 2.5);
    CHECK(formula["formula"]["source"] == "b*x");
    CHECK(formula["year"].is_null());
}

TEST_CASE("list prints ids, names and formulas") {
    const Run run = run_actlas({"list", "@seed"});
    CHECK(run.status == 0);
    std::istringstream lines(run.out);
    std::vector<std::string> ids;
    for (std::string line; std::getline(lines, line);)
        ids.push_back(line.substr(0, line.find(' ')));
    CHECK(ids == std::vector<std::string>{"sigmoid", "tanh", "relu", "leaky_relu"});
    const auto all = nlohmann::json::parse(run_actlas({"list", "--json"}).out);
    CHECK(all.size() > 45);
    CHECK(all[0].contains("id"));
    CHECK(all[0].contains("formula"));
    const auto seed = nlohmann::json::parse(run_actlas({"list", "seed", "--json"}).out);
    CHECK(seed.size() == 4);
}

TEST_CASE("where a formula has no value, eval gives no derivative either") {
    CHECK(run_actlas({"eval", "--formula", "log(x)", "--order", "2", "--at", "-1,1"}).out ==
          "x,f,d1,d2\n-1,nan,nan,nan\n1,0,1,-1\n");
}

TEST_CASE("eval gives limits at infinity") {
    // x/(1 + e^-x) -> 0, slope -> 0; x e^-x^2 -> 0; x^2 - x -> inf; sin has no limit.
    CHECK(run_actlas({"eval", "silu", "--order", "1", "--at", "-inf,inf"}).out == "x,f,d1\n-inf,0,0\ninf,inf,1\n");
    CHECK(run_actlas({"eval", "--formula", "x*exp(-x^2)", "--at", "-inf,inf"}).out == "x,f\n-inf,0\ninf,0\n");
    CHECK(run_actlas({"eval", "--formula", "x^2 - x", "--at", "inf"}).out == "x,f\ninf,inf\n");
    CHECK(run_actlas({"eval", "--formula", "sin(x)", "--at", "inf"}).out == "x,f\ninf,nan\n");
}

TEST_CASE("eval refuses a derivative that would be too long") {
    std::string product = "x";
    for (int k = 1; k < 300; ++k)
        product += "*tanh(x - " + std::to_string(k) + ")";
    const Run run = run_actlas({"eval", "--formula", product, "--order", "1", "--at", "1"});
    CHECK(run.status == 2);
    CHECK(run.out.empty());
    CHECK(run.err.find("the derivative of order 1 would have some") != std::string::npos);
}

TEST_CASE("eval of a directory fails as an unreadable file does") {
    const int status = std::system(("\"" ACTLAS_BINARY "\" eval relu < /tmp > /dev/null 2>&1"));
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 3);
}

TEST_CASE("deep nesting is an error at once, however deep") {
    for (const std::string part : {"(", "-", "sin(", "exp(-"}) {
        std::string text;
        for (int k = 0; k < 10'000; ++k)
            text += part;
        INFO(part);
        const double before = seconds_of_children();
        const Run run = run_actlas({"eval", "--formula", text + "x", "--at", "1"});
        CHECK(run.status == 2);
        CHECK(run.err.find("nested deeper than 200 levels") != std::string::npos);
        CHECK(run.err.size() < 1000);
        CHECK(seconds_of_children() - before < 1);
    }
}

TEST_CASE("parameters are finite numbers") {
    for (const char* value : {"a=nan", "a=inf", "a=-inf", "a=1e999", "a="}) {
        const Run run = run_actlas({"show", "--formula", "a*x", "--param", value});
        INFO(value);
        CHECK(run.status == 2);
        CHECK(run.err.find("must be a finite number") != std::string::npos);
    }
}
