#include "cli/support.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

#include <map>

using namespace actlas::test;

TEST_CASE("plot writes the format of the file's ending") {
    const TemporaryFolder folder;
    const auto plot = [&](const std::string& file) {
        const Run run = run_actlas({"plot", "silu", "-o", file}, {.folder = folder.path()});
        INFO(run.err);
        CHECK(run.status == 0);
        CHECK(run.out.empty());
        return bytes_of(folder / file);
    };
    CHECK(plot("a.svg").find("<svg") != std::string::npos);
    CHECK(plot("a.png").starts_with("\x89PNG\r\n"));
    CHECK(plot("a.pdf").starts_with("%PDF-"));
    CHECK(tree(folder.path()).size() == 3);
}

TEST_CASE("the options of plot show in the figure, and the same command gives the same bytes") {
    const TemporaryFolder folder;
    const auto plot = [&](std::vector<std::string> options) {
        std::vector<std::string> arguments{"plot", "--formula", "a*tanh(x)", "--param", "a=2", "-o", "a.svg"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const Run run = run_actlas(arguments, {.folder = folder.path()});
        INFO(run.err);
        REQUIRE(run.status == 0);
        return bytes_of(folder / "a.svg");
    };
    const std::string plain = plot({});
    CHECK(plot({}) == plain);
    CHECK(plot({"--theme", "dark"}) != plain);
    CHECK(plot({"--lang", "zh-CN"}) != plain);
    CHECK(plot({"--range", "-2,9"}) != plain);
    CHECK(plot({"--kind", "grid"}) != plain);
}

TEST_CASE("plot draws a family over chosen values and a limitation by name, and refuses others with a hint") {
    const TemporaryFolder folder;
    const auto plot = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "plot");
        arguments.insert(arguments.end(), {"-o", "a.svg"});
        return run_actlas(arguments, {.folder = folder.path()});
    };
    CHECK(plot({"swish", "--kind", "family", "--vary", "beta=0.5,2"}).status == 0);
    const Run no_parameter = plot({"relu", "--kind", "family"});
    CHECK(no_parameter.status == 2);
    CHECK(no_parameter.err.find("relu has no parameter") != std::string::npos);
    CHECK(plot({"swish", "--kind", "family", "--vary", "beta=1,x"}).status == 2);
    CHECK(plot({"swish", "--kind", "family", "--vary", "beta=inf,1"}).status == 2);
    CHECK(plot({"sigmoid", "--kind", "limitation"}).status == 0);
    CHECK(plot({"sigmoid", "--kind", "limitation", "--limitation", "not_zero_centred"}).status == 0);
    const Run absent = plot({"sigmoid", "--kind", "limitation", "--limitation", "kink"});
    CHECK(absent.status == 2);
    CHECK(absent.err.find("does not have the limitation \"kink\"") != std::string::npos);
    CHECK(plot({"--formula", "x^2", "--kind", "precision"}).status == 0);
    CHECK(plot({"--formula", "x^2", "--kind", "depth"}).status == 0);
}

TEST_CASE("the layout file says where the marks stand") {
    const TemporaryFolder folder;
    const Run run = run_actlas({"plot", "relu", "-o", "a.svg", "--range", "-8,8", "--layout-json", "a.json"},
                               {.folder = folder.path()});
    REQUIRE(run.status == 0);
    const auto json = nlohmann::json::parse(bytes_of(folder / "a.json"));
    CHECK(json["schema"] == "actlas.layout/1");
    CHECK(json["width"] == 720.0);
    CHECK(json["language"] == "en");
    bool curve = false;
    bool text = false;
    for (const auto& mark : json["marks"]) {
        curve = curve || mark["role"] == "curve";
        text = text || mark.contains("text");
        CHECK(mark["box"].size() == 4);
    }
    CHECK(curve);
    CHECK(text);
}

TEST_CASE("a plot that cannot be written leaves the old file") {
    const TemporaryFolder folder;
    folder.write("file", "old");
    CHECK(run_actlas({"plot", "relu", "-o", "file/a.svg"}, {.folder = folder.path()}).status == 3);
    CHECK(bytes_of(folder / "file") == "old");
    folder.write("a.svg", "old");
    CHECK(run_actlas({"plot", "--formula", "tanhh(x)", "-o", "a.svg"}, {.folder = folder.path()}).status == 2);
    CHECK(bytes_of(folder / "a.svg") == "old");
    CHECK(tree(folder.path()).size() == 2);
}

TEST_CASE("a layout that cannot be written leaves the picture as it was") {
    const TemporaryFolder folder;
    folder.write("a.svg", "old");
    const Run run =
        run_actlas({"plot", "silu", "-o", "a.svg", "--layout-json", "absent/a.json"}, {.folder = folder.path()});
    CHECK(run.status == 3);
    CHECK(bytes_of(folder / "a.svg") == "old");
    const Run other =
        run_actlas({"plot", "silu", "-o", "absent/a.svg", "--layout-json", "a.json"}, {.folder = folder.path()});
    CHECK(other.status == 3);
    CHECK(tree(folder.path()).size() == 1);
    const Run full =
        run_actlas({"plot", "silu", "-o", "a.svg", "--layout-json", "/dev/full"}, {.folder = folder.path()});
    CHECK(full.status == 3);
    CHECK(bytes_of(folder / "a.svg") == "old");
}

TEST_CASE("the layout file has every mark of the picture with its box, on the page") {
    const TemporaryFolder folder;
    for (const char* id : {"silu", "relu", "hardtanh"}) {
        CAPTURE(id);
        REQUIRE(run_actlas({"plot", id, "-o", "a.svg", "--layout-json", "a.json", "--lang", "zh"},
                           {.folder = folder.path()})
                    .status == 0);
        const auto json = nlohmann::json::parse(bytes_of(folder / "a.json"));
        std::map<std::string, int> roles;
        for (const auto& mark : json["marks"]) {
            ++roles[mark["role"].get<std::string>()];
            CHECK_FALSE(mark["name"].get<std::string>().empty());
            REQUIRE(mark["box"].size() == 4);
            const auto edge = [&](std::size_t i) { return mark["box"][i].get<double>(); };
            CHECK(0 <= edge(0));
            CHECK(edge(0) <= edge(2));
            CHECK(edge(2) <= json["width"].get<double>());
            CHECK(0 <= edge(1));
            CHECK(edge(1) <= edge(3));
            CHECK(edge(3) <= json["height"].get<double>());
        }
        CHECK(roles["curve"] == 2);
        CHECK(roles["title"] >= 3);
        CHECK(roles["label"] >= 3);
        CHECK(roles["point"] >= 1);
        CHECK(roles["tick_label"] >= 7);
        CHECK(json["dropped"].empty());
    }
}

TEST_CASE("a label that found no room is named in the layout file and on standard error") {
    const TemporaryFolder folder;
    // A wave with more extrema than a figure has notes.
    const Run run =
        run_actlas({"plot", "--formula", "x/4 + sin(2*x)", "--range", "-9,9", "-o", "a.svg", "--layout-json", "a.json"},
                   {.folder = folder.path()});
    REQUIRE(run.status == 0);
    const auto json = nlohmann::json::parse(bytes_of(folder / "a.json"));
    REQUIRE_FALSE(json["dropped"].empty());
    std::string lines;
    for (const auto& label : json["dropped"])
        lines += "no room for the label \"" + label.get<std::string>() + "\"\n";
    CHECK(run.err == lines);
}
