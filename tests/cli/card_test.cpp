#include "base/utf8.hpp"
#include "base/wrap.hpp"
#include "cli/support.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <sstream>
#include <sys/ioctl.h>
#include <thread>
#include <unistd.h>

using namespace actlas;
using namespace actlas::test;

namespace {

/// A card in one line, so that facts are found wherever lines break: runs of blanks are one space, and there is none
/// at a break between Chinese characters.
std::string unfolded(const std::string& card) {
    std::string result;
    std::istringstream lines(card);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string text;
        for (std::string word; words >> word;)
            text += (text.empty() ? "" : " ") + word;
        const std::u32string before = code_points(result), after = code_points(text);
        const bool chinese =
            !before.empty() && !after.empty() && display_width(before.back()) == 2 && display_width(after.front()) == 2;
        result += (chinese ? "" : " ") + text;
    }
    return result;
}

std::string card_of(const std::vector<std::string>& subject, const std::string& language = "en") {
    std::vector<std::string> arguments{"show", "--lang", language};
    arguments.insert(arguments.end(), subject.begin(), subject.end());
    const Run run = run_actlas(arguments);
    CHECK(run.status == 0);
    CHECK(run.err.find("error") == std::string::npos); // a formula without a value somewhere has a warning
    return run.out;
}

void check_facts(const std::string& card, const std::vector<std::string>& facts) {
    INFO(card);
    const std::string text = unfolded(card);
    for (const std::string& fact : facts) {
        INFO(fact);
        CHECK(text.find(fact) != std::string::npos);
    }
}

int widest_line(const std::string& text) {
    int widest = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        widest = std::max(widest, text_width(line));
    return widest;
}

/// What the program writes to a terminal of that many columns.
std::string on_terminal(const std::vector<std::string>& arguments, unsigned short columns,
                        const std::vector<std::string>& environment) {
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY);
    REQUIRE(master >= 0);
    REQUIRE(::grantpt(master) == 0);
    REQUIRE(::unlockpt(master) == 0);
    const std::string name = ::ptsname(master);
    const int terminal = ::open(name.c_str(), O_RDWR | O_NOCTTY); // stays open, so that reading does not end early
    winsize size{};
    size.ws_row = 50;
    size.ws_col = columns;
    REQUIRE(::ioctl(terminal, TIOCSWINSZ, &size) == 0);
    std::string seen;
    std::thread reader([&] {
        char buffer[4096];
        while (seen.find("<end>") == std::string::npos) {
            const ssize_t count = ::read(master, buffer, sizeof buffer);
            if (count <= 0) break;
            seen.append(buffer, static_cast<std::size_t>(count));
        }
    });
    const Run run = run_actlas(arguments, {.environment = environment, .output = name});
    CHECK(run.status == 0);
    CHECK(::write(terminal, "<end>", 5) == 5);
    reader.join();
    ::close(terminal);
    ::close(master);
    std::string text;
    for (const char c : seen.substr(0, seen.find("<end>")))
        if (c != '\r') text += c;
    return text;
}

/// The text without escape codes for colour.
std::string plain(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\x1b')
            i = text.find('m', i);
        else
            result += text[i];
    }
    return result;
}

} // namespace

TEST_CASE("show prints a card in either language") {
    const Run english = run_actlas({"show", "leaky_relu", "--param", "alpha=0.25"});
    CHECK(english.status == 0);
    CHECK(english.err.empty());
    for (const char* part :
         {"(leaky_relu)", "\nPARAMETERS\n  alpha = 0.25", "\nIN FRAMEWORKS\n", "f(x) = ", "f′(x) = "}) {
        INFO(english.out);
        CHECK(english.out.find(part) != std::string::npos);
    }
    const Run chinese = run_actlas({"show", "leaky_relu", "--lang", "zh-CN"});
    CHECK(chinese.out.find("\n参数\n") != std::string::npos);
    CHECK(chinese.out.find("PARAMETERS") == std::string::npos);
}

// Numbers: mpmath, 25 digits, from x σ(x), by findroot and quad.
TEST_CASE("SiLU's card has its extrema, slopes, tails and averages") {
    check_facts(card_of({"silu"}), {"SiLU (silu), 2016",
                                    "f(x) = ",
                                    "f′(x) = ",
                                    "■ proved = exact ≈ estimated ? undecided",
                                    "[−0.278465, ∞)",
                                    "■ smallest value −0.278465, taken at x = −1.27846",
                                    "[−0.0998394, 1.09984]", // outwards from −0.09983932… and 1.09983932…
                                    "Lipschitz constant ■ 1.09984",
                                    "Monotonicity ■ not monotone",
                                    "neither odd nor even",
                                    "C^∞: has derivatives of every order",
                                    "Zeros = x = 0",
                                    "minimum f(−1.27846) = −0.278465",
                                    "Inflections ■ x = −2.39936, 2.39936",
                                    "x → −∞: y = 0",
                                    "x → ∞: y = x",
                                    "|f′| < 0.01 for x < −6.26139",
                                    "|f′| < 0.001 for x < −8.98507", // −6.2613888…, −8.98506156…
                                    "≈ 0.206621",
                                    "≈ 0.313083",
                                    "≈ 0.379482",
                                    "≈ 1.67653",
                                    "≈ 1.62332",
                                    "W = 4, b = 0, in the limit q → 0", // slope 1/2 at 0
                                    "LOW PRECISION",
                                    "fp16 ■ f = 0 for x ≤ −20.3438",
                                    "●○○ minor",
                                    "STRENGTHS",
                                    "CLAIMS CHECKED",
                                    "IN FRAMEWORKS",
                                    "torch.nn.SiLU",
                                    "REFERENCES"});
    check_facts(card_of({"silu"}, "zh-CN"),
                {"■ 证明 = 精确 ≈ 估计 ? 未定", "值域 ■ [−0.278465, ∞)", "最小值 −0.278465，在 x = −1.27846 处取到",
                 "单调性 ■ 不单调", "非奇非偶", "极小值 f(−1.27846) = −0.278465", "x < −6.26139 时 |f′| < 0.01",
                 "●○○ 轻微", "说法核对", "框架中的名称", "参考文献"});
}

// For relu, E f = 1/√(2π) and E f² = E f′² = 1/2: half of E z² and half of 1. Half of N(0, 1) lies in the dead
// interval: moderate by the rule of limitations().
TEST_CASE("ReLU's card has its kink, its dead side and He's gain") {
    check_facts(card_of({"relu"}),
                {"[0, ∞)", "[0, 1]", "Lipschitz constant", "nowhere decreasing, constant in places", "Convexity",
                 "convex", "C⁰: f is continuous, f′ is not", "x = 0: f′ tends to 0 from the left, to 1 from the right",
                 "Dead intervals = f′ = 0 for x in (−∞, 0)", "●●○ moderate Dead interval", "Zeros = all x in (−∞, 0]",
                 "Fixed points = all x in [0, ∞)", "≈ 0.398942", "≈ 1.41421", "W = 2, b = 0, at every q",
                 "1.41421 (torch.nn.init.calculate_gain), that is W = 2",
                 "Signals keep their size. Gradients keep their size.", "fp32"});
    check_facts(card_of({"relu"}, "zh"),
                {"处处不减，有的地方为常数", "C⁰：f 连续，f′ 不连续", "x = 0：f′ 的左极限为 0，右极限为 1",
                 "x 在 (−∞, 0) 内时 f′ = 0", "●●○ 中等 死区", "信号大小不变。梯度大小不变。"});
}

// |tanh′| = t where cosh x = 1/√t: 2.99322285, 4.14677473, 7.60090221. The gain 5/3: mpmath iterates q = W E tanh(√q
// z)² to q = 1.178480490, where χ = 1.209831320 and 1/ln χ = 5.2499.
TEST_CASE("tanh's card has its open range and what PyTorch's gain does") {
    check_facts(card_of({"tanh"}),
                {"(−1, 1)", "(0, 1]", "largest value 1, taken at x = 0", "strictly increasing", "odd: f(−x) = −f(x)",
                 "x → −∞: y = −1", "x → ∞: y = 1", "|f′| < 0.01 for |x| > 2.99323", "|f′| < 0.001 for |x| > 4.14678",
                 "|x| > 7.60091", "≈ 0.394294", "1.66667 (torch.nn.init.calculate_gain), that is W = 2.77778",
                 "Signals settle at q = 1.17848.", "χ = 1.20983, which makes a factor e every 5.25 layers"});
    check_facts(card_of({"tanh"}, "zh"),
                {"(−1, 1)", "严格递增", "奇函数：f(−x) = −f(x)", "信号稳定在 q = 1.17848。", "每 5.25 层增大到 e 倍"});
}

// E sin² z = (1 − e⁻²)/2, E cos² z = (1 + e⁻²)/2.
TEST_CASE("sine's card cuts what never ends") {
    const std::string english = card_of({"sine"});
    check_facts(card_of({"css"}), {"−1 ≤ f ≤ 2"}); // whether it takes them is not decided
    check_facts(english, {"odd", "[−1, 1]", "smallest value −1, taken at x = −1.5708", "≈ 0.432332", "≈ 0.567668",
                          "≈ 1.52087", "≈ 1.32725", "and 6 more", "and 7 more", "whether there are others is undecided",
                          "maximum f(1.5708) = 1"});
    check_facts(card_of({"sine"}, "zh"), {"奇函数", "另有 6 处", "是否还有，未能判定", "极大值 f(1.5708) = 1"});
}

TEST_CASE("cards of formulas say what is not known") {
    check_facts(card_of({"--formula", "log(x)"}),
                {"Your formula", "x = 1", "strictly increasing", "|f′| < 0.01 for x > 100"});
    check_facts(card_of({"--formula", "1/x"}),
                {"x = 0: f tends to −∞ from the left, to ∞ from the right", "x = −1, x = 1"});
    check_facts(card_of({"--formula", "2"}), {"2 only", "constant", "a straight line", "|f′| < 0.01 everywhere"});
    check_facts(card_of({"--formula", "floor(x)"}, "zh"), {"f 有跳跃", "未能判定"});
}

TEST_CASE("no line is wider than the paper, and files get no escape codes") {
    for (const char* subject : {"silu", "relu", "tanh", "sine", "gelu", "selu", "hard_swish", "prelu"}) {
        for (const char* language : {"en", "zh"}) {
            CAPTURE(subject, language);
            const std::string card = card_of({subject}, language);
            CHECK(widest_line(card) <= 80);
            CHECK(widest_line(card) > 70);
            CHECK(card.find('\x1b') == std::string::npos);
        }
    }
}

TEST_CASE("a terminal gives the width and has colours unless NO_COLOR is set") {
    const std::vector<std::string> show{"show", "gelu", "--lang", "zh"};
    const std::string coloured = on_terminal(show, 90, {"NO_COLOR="});
    CHECK(coloured.find("\x1b[1m") != std::string::npos);
    CHECK(widest_line(plain(coloured)) <= 90);
    CHECK(widest_line(plain(coloured)) > 80);
    const std::string narrow = on_terminal(show, 20, {"NO_COLOR=1"});
    CHECK(narrow.find('\x1b') == std::string::npos);
    CHECK(widest_line(narrow) <= 60);
    CHECK(widest_line(narrow) > 40);
    CHECK(widest_line(plain(on_terminal(show, 300, {"NO_COLOR="}))) <= 100);
}

TEST_CASE("a stranger's catalogue does not steer the terminal") {
    const TemporaryFolder folder;
    folder.write("own.toml", R"([family]
id = "f"
order = 1
name = { en = "F", zh = "F" }
summary = { en = "F", zh = "F" }
[[activation]]
id = "own"
name = "a\u001b[31mb"
formula = "x"
summary = { en = "s\u001b]0;t\u0007", zh = "s" }
)");
    const Run run = run_actlas({"show", "own", "--catalogue", folder.path().string()});
    INFO(run.err);
    CHECK(run.status == 2); // control characters are refused
    for (const std::string& text : {run.out, run.err}) {
        CHECK(text.find('\x1b') == std::string::npos);
        CHECK(text.find('\x07') == std::string::npos);
    }
}
