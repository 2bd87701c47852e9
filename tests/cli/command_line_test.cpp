#include "cli/support.hpp"
#include "support/catch.hpp"

using namespace actlas::test;

TEST_CASE("help and version are results") {
    const Run version = run_actlas({"--version"});
    CHECK(version.status == 0);
    CHECK(version.out.starts_with("actlas "));
    CHECK(version.err.empty());
    const Run help = run_actlas({"--help"});
    CHECK(help.status == 0);
    for (const char* command : {"build", "list", "show", "eval", "plot", "init", "schema"}) {
        CHECK(contains(help.out, std::string("\n  ") + command));
        const Run own = run_actlas({command, "--help"});
        CHECK(own.status == 0);
        CHECK(own.err.empty());
        CHECK(contains(own.out, "Usage: actlas " + std::string(command)));
    }
}

TEST_CASE("a wrong command line is status 2 with a suggestion") {
    const auto wrong = [](const std::vector<std::string>& arguments, std::string_view part) {
        const Run run = run_actlas(arguments);
        INFO(run.err);
        CHECK(run.status == 2);
        CHECK(run.out.empty());
        CHECK(run.err.starts_with("error: "));
        CHECK(contains(run.err, part));
    };
    wrong({}, "no command is given");
    wrong({"biuld", "a.toml"}, "unknown command \"biuld\"\n  hint: did you mean \"build\"?");
    wrong({"frobnicate"}, "`actlas --help` lists the commands");
    wrong({"build"}, "CONFIG");
    wrong({"build", "a.toml", "--qiet"}, "unknown option --qiet\n  hint: did you mean \"--quiet\"?");
    wrong({"build", "a.toml", "--jobs", "0"}, "--jobs");
    wrong({"build", "a.toml", "--jobs", "many"}, "--jobs");
    wrong({"build", "a.toml", "b.toml"}, "unexpected argument \"b.toml\"");
    wrong({"build", "a.toml", "--quiet", "--verbose"}, "--quiet");
    wrong({"eval", "relu", "--order", "-1"}, "--order");
    wrong({"eval", "relu", "--order", "11"}, "--order");
    wrong({"show"}, "an activation's ID or --formula TEXT is needed");
    wrong({"show", "relu", "--formula", "x"}, "--formula");
    wrong({"show", "relu", "--lang", "fr"}, "there is no language \"fr\"");
    wrong({"show", "sigmiod"}, "there is no activation \"sigmiod\"\n  hint: did you mean \"sigmoid\"?");
    wrong({"list", "@troch"}, "there is no group \"@troch\"\n  hint: did you mean \"@torch\"?");
    wrong({"plot", "relu"}, "--output");
    wrong({"plot", "relu", "-o", "a.jpg"}, "the ending of a.jpg names no format of figures");
    wrong({"plot", "relu", "-o", "a.svg", "--theme", "drak"},
          "there is no theme \"drak\"\n  hint: did you mean \"dark\"?");
    wrong({"plot", "relu", "-o", "a.svg", "--kind", "curv"},
          "there is no figure of kind \"curv\"\n  hint: did you mean \"curve\"?");
}

TEST_CASE("faults in values from the command line are pointed at") {
    CHECK(run_actlas({"eval", "relu", "--at", "1,2x,3"}).err ==
          "line 1, column 3: error: --at takes numbers separated by commas\n"
          "    1 | 1,2x,3\n"
          "      |   ^~\n");
    CHECK(run_actlas({"plot", "relu", "-o", "a.svg", "--range", "4,-4"}).err ==
          "line 1, column 1: error: --range takes two numbers A,B with A below B\n"
          "    1 | 4,-4\n"
          "      | ^~~~\n"
          "  hint: for example --range -4,4\n");
    const Run formula = run_actlas({"eval", "--formula", "1 + tanhh(x)", "--at", "0"});
    CHECK(formula.status == 2);
    CHECK(contains(formula.err, "    1 | 1 + tanhh(x)\n      |     ^~~~~\n"));
    CHECK(contains(formula.err, "did you mean \"tanh\"?"));
    CHECK(
        contains(run_actlas({"eval", "leaky_relu", "--param", "alpah=1", "--at", "0"}).err, "did you mean \"alpha\"?"));
    CHECK(contains(run_actlas({"eval", "leaky_relu", "--param", "alpha", "--at", "0"}).err,
                   "a parameter is set by NAME=VALUE"));
    CHECK(contains(run_actlas({"eval", "leaky_relu", "--param", "alpha=nan", "--at", "0"}).err,
                   "    1 | alpha=nan\n      |       ^~~\n"));
    CHECK(contains(run_actlas({"eval", "--formula", "a*x", "--param", "a=1", "--param", "b=1", "--at", "0"}).err,
                   "the formula does not use the parameter \"b\""));
}

TEST_CASE("init writes the starter once") {
    const TemporaryFolder folder;
    const std::string shipped = bytes_of(ACTLAS_SOURCE_DIR "/config/starter.toml");
    CHECK(run_actlas({"init"}, {.folder = folder.path()}).status == 0);
    const std::string starter = bytes_of(folder / "actlas.toml");
    // It says how to get the schema instead of naming one that is not there.
    CHECK(starter.starts_with("# Editors complete and check this file"));
    CHECK(starter.ends_with(shipped.substr(shipped.find('\n') + 1)));
    CHECK_FALSE(std::filesystem::exists(folder / "actlas.schema.json"));
    folder.write("actlas.toml", "mine");
    const Run again = run_actlas({"init"}, {.folder = folder.path()});
    CHECK(again.status == 3);
    CHECK(contains(again.err, "cannot write actlas.toml: it exists already"));
    CHECK(bytes_of(folder / "actlas.toml") == "mine");
    CHECK(run_actlas({"init", "--force"}, {.folder = folder.path()}).status == 0);
    CHECK(bytes_of(folder / "actlas.toml") == starter);
    CHECK(run_actlas({"init", "no/such/folder.toml"}, {.folder = folder.path()}).status == 3);
}

TEST_CASE("init puts the schema beside the starter where that is wanted") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "sub");
    CHECK(run_actlas({"init", "sub/a.toml", "--schema"}, {.folder = folder.path()}).status == 0);
    CHECK(bytes_of(folder / "sub/a.toml") == bytes_of(ACTLAS_SOURCE_DIR "/config/starter.toml"));
    CHECK(bytes_of(folder / "sub/actlas.schema.json") == run_actlas({"schema"}).out);
    const Run again = run_actlas({"init", "sub/b.toml", "--schema"}, {.folder = folder.path()});
    CHECK(again.status == 3);
    CHECK(contains(again.err, "actlas.schema.json: it exists already"));
    CHECK_FALSE(std::filesystem::exists(folder / "sub/b.toml"));
}

TEST_CASE("the committed schema and reference pages are what the program prints") {
    const auto is_printed_by = [](const std::string& file, const std::vector<std::string>& words) {
        std::string command = "build/release/actlas";
        for (const std::string& word : words)
            command += " " + word;
        INFO("after a change of the keys run: " << command << " > " << file);
        const Run run = run_actlas(words);
        CHECK(run.status == 0);
        CHECK(run.err.empty());
        const bool same = run.out == bytes_of(std::filesystem::path(ACTLAS_SOURCE_DIR) / file);
        CHECK(same);
    };
    is_printed_by("config/actlas.schema.json", {"schema"});
    is_printed_by("config/README.md", {"schema", "--markdown", "--lang", "en"});
    is_printed_by("config/README.zh.md", {"schema", "--markdown", "--lang", "zh"});
    CHECK(run_actlas({"schema", "--lang", "zh"}).status == 2);
}

TEST_CASE("every shipped config names its schema on its first line") {
    std::size_t configs = 0;
    for (const auto& entry : std::filesystem::directory_iterator(ACTLAS_SOURCE_DIR "/config")) {
        if (entry.path().extension() != ".toml") continue;
        INFO(entry.path());
        CHECK(bytes_of(entry.path()).starts_with("#:schema ./actlas.schema.json\n"));
        ++configs;
    }
    CHECK(configs > 0);
}

TEST_CASE("a result that cannot be written is status 3") {
    if (!std::filesystem::exists("/dev/full")) return;
    const Run run = run_actlas({"eval", "relu", "--at", "1"}, {.output = "/dev/full"});
    CHECK(run.status == 3);
    CHECK(run.err == "error: cannot write standard output: No space left on device\n");
}

TEST_CASE("what is wrong with a value is said, whatever follows it") {
    const auto message = [](const std::vector<std::string>& arguments) {
        const Run run = run_actlas(arguments);
        CHECK(run.status == 2);
        return run.err.substr(0, run.err.find('\n'));
    };
    CHECK(message({"check", "--jobs=x", "--", "a.toml"}) == "error: --jobs: Value x not in range 1 to 256");
    CHECK(message({"check", "--", "a", "b"}) == "error: unexpected argument \"b\"");
    CHECK(message({"check", "--"}) == "error: CONFIG is required");
    CHECK(contains(message({"--messages", "xml", "check", "a.toml"}), "--messages: xml not in {human,json}"));
    CHECK(contains(message({"--messages"}), "--messages"));
    CHECK(message({"--quiet", "check", "a.toml"}) == "error: the option --quiet stands before its command");
    CHECK(message({"frobnicate"}) == "error: unknown command \"frobnicate\"");
    CHECK(message({}) == "error: no command is given");
}
