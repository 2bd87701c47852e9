// The catalogue that is compiled into the program: complete, bilingual, unambiguous.

#include "catalogue/catalogue.hpp"
#include "support/builtin.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

using actlas::LocalizedText;
using actlas::catalogue::Activation;
using actlas::catalogue::Catalogue;
using actlas::catalogue::Family;
using actlas::catalogue::Framework;
using actlas::test::builtin;

namespace {

std::vector<std::string> sorted_group(std::string_view name) {
    std::vector<std::string> ids = builtin().group(name);
    std::sort(ids.begin(), ids.end());
    return ids;
}

bool has_han(const std::string& text) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        // U+4E00 to U+9FFF begin with the bytes E4 B8 to E9 BF.
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead >= 0xE4 && lead <= 0xE9) return true;
    }
    return false;
}

bool ends_with_any(const std::string& text, const std::vector<std::string>& endings) {
    return std::any_of(endings.begin(), endings.end(), [&](const std::string& end) { return text.ends_with(end); });
}

/// A whole sentence in each language, in that language and with its punctuation.
void check_sentence(const LocalizedText& text) {
    CHECK_FALSE(has_han(text.en));
    CHECK(has_han(text.zh));
    CHECK(ends_with_any(text.en, {".", "?"}));
    CHECK(ends_with_any(text.zh, {"。", "？"}));
    CHECK(text.zh.find(", ") == std::string::npos);
    CHECK(text.zh.find(';') == std::string::npos);
}

} // namespace

TEST_CASE("the built-in catalogue holds the classics and more") {
    CHECK(builtin().activations().size() >= 65);
    for (const char* id :
         {"swish", "squareplus", "arctan", "isru", "isrlu", "bent_identity", "lecun_tanh", "gaussian", "sinc",
          "elliott", "sqnl", "symlog", "lisht", "logish", "serf", "tanhexp", "identity", "binary_step"}) {
        INFO(id);
        CHECK(builtin().find(id) != nullptr);
    }
}

TEST_CASE("every text of the catalogue exists in both languages") {
    for (const Activation& activation : builtin().activations()) {
        INFO(activation.id);
        for (const LocalizedText& text : {activation.summary, activation.note, activation.uncertain})
            if (!text.en.empty() || !text.zh.empty()) check_sentence(text);
        CHECK_FALSE(activation.label.en.empty());
        CHECK(has_han(activation.label.zh));
        for (const auto& parameter : activation.parameters) {
            CHECK_FALSE(parameter.meaning.en.empty());
            CHECK(has_han(parameter.meaning.zh));
            REQUIRE(parameter.usual_low.has_value());
            CHECK(*parameter.usual_low <= parameter.value);
            CHECK(parameter.value <= *parameter.usual_high);
        }
        for (const auto& name : activation.frameworks) {
            if (!name.note.en.empty() || !name.note.zh.empty()) check_sentence(name.note);
        }
        for (const auto& relation : activation.relations) {
            if (!relation.note.en.empty() || !relation.note.zh.empty()) check_sentence(relation.note);
        }
    }
    for (const Family& family : builtin().families()) {
        INFO(family.id);
        CHECK_FALSE(has_han(family.name.en));
        CHECK(has_han(family.name.zh));
        check_sentence(family.summary);
    }
}

TEST_CASE("a label is the name, with the Chinese word for it") {
    CHECK(builtin().find("sigmoid")->label == LocalizedText{"Sigmoid", "Sigmoid 激活函数"});
    CHECK(builtin().find("leaky_relu")->label == LocalizedText{"Leaky ReLU", "Leaky ReLU 激活函数"});
    CHECK(builtin().find("identity")->label == LocalizedText{"Identity", "恒等函数"});
}

TEST_CASE("no two built-in entries share an id or a name, and none is user-defined") {
    std::set<std::string> ids;
    std::set<std::string> names;
    for (const Activation& activation : builtin().activations()) {
        CHECK(ids.insert(activation.id).second);
        CHECK(names.insert(activation.name).second);
        CHECK_FALSE(activation.user_defined);
        CHECK_FALSE(activation.source.empty());
    }
}

TEST_CASE("families come in their order and hold all activations together") {
    std::vector<std::string> families;
    for (const Family& family : builtin().families())
        families.push_back(family.id);
    // Those that a textbook would have; others stand between them.
    const std::vector<std::string> main{"sigmoidal", "tanh_like", "rectifier", "smooth_rectifier", "exponential_linear",
                                        "gated",     "shrinkage", "wave",      "elementary"};
    std::vector<std::string> main_in_order;
    std::copy_if(families.begin(), families.end(), std::back_inserter(main_in_order),
                 [&](const std::string& id) { return std::find(main.begin(), main.end(), id) != main.end(); });
    CHECK(main_in_order == main);
    std::vector<std::string> all;
    for (const std::string& family : families) {
        const auto members = builtin().group("@" + family);
        CHECK_FALSE(members.empty());
        all.insert(all.end(), members.begin(), members.end());
    }
    CHECK(all == builtin().group("@all"));
    CHECK(all == builtin().ids());
}

TEST_CASE("the group of a framework is its list of scalar activations") {
    // torch.nn, "Non-linear Activations (weighted sum, nonlinearity)" without GLU and MultiheadAttention.
    CHECK(sorted_group("@torch") ==
          std::vector<std::string>{"celu",       "elu",       "gelu",       "gelu_tanh",  "hard_sigmoid",
                                   "hard_swish", "hard_tanh", "hardshrink", "leaky_relu", "log_sigmoid",
                                   "mish",       "prelu",     "relu",       "relu6",      "rrelu",
                                   "selu",       "sigmoid",   "silu",       "softplus",   "softplus_beta",
                                   "softshrink", "softsign",  "tanh",       "tanhshrink", "threshold"});
    // keras.activations and keras.layers without softmax, log_softmax, sparsemax and glu.
    CHECK(sorted_group("@keras") ==
          std::vector<std::string>{
              "celu",      "elu",         "exponential",    "gelu",       "gelu_tanh",   "hard_sigmoid", "hard_swish",
              "hard_tanh", "hardshrink",  "identity",       "leaky_relu", "log_sigmoid", "mish",         "prelu",
              "relu",      "relu6",       "selu",           "sigmoid",    "silu",        "softplus",     "softshrink",
              "softsign",  "sparse_plus", "sparse_sigmoid", "squareplus", "tanh",        "tanhshrink",   "threshold"});
    // jax.nn, "Activation functions" without glu.
    CHECK(sorted_group("@jax") ==
          std::vector<std::string>{"celu",       "elu",       "gelu",     "gelu_tanh",   "hard_sigmoid",
                                   "hard_swish", "hard_tanh", "identity", "leaky_relu",  "log_sigmoid",
                                   "mish",       "relu",      "relu6",    "selu",        "sigmoid",
                                   "silu",       "softplus",  "softsign", "sparse_plus", "sparse_sigmoid",
                                   "squareplus", "tanh"});
    // ONNX operators that are activations; mathematical functions such as Erf and general ones such as Clip do not
    // count.
    CHECK(sorted_group("@onnx") == std::vector<std::string>{"celu", "elu", "gelu", "gelu_tanh", "hard_sigmoid_02",
                                                            "hard_swish", "leaky_relu", "mish", "prelu", "relu", "selu",
                                                            "shrink", "sigmoid", "silu", "softplus", "softsign",
                                                            "swish", "tanh", "thresholded_relu"});
}

TEST_CASE("groups have names, and unknown ones are empty") {
    CHECK(builtin().group("@seed") == std::vector<std::string>{"sigmoid", "tanh", "relu", "leaky_relu"});
    CHECK(builtin().group("@nonsense").empty());
    CHECK(builtin().group("seed").empty());
    CHECK(builtin().group("@tensorflow").empty()); // named in entries, but not completely
    const std::vector<std::string> names = builtin().group_names();
    for (const char* name : {"@seed", "@common", "@torch", "@keras", "@jax", "@onnx", "@all", "@rectifier", "@gated"}) {
        INFO(name);
        CHECK(std::count(names.begin(), names.end(), name) == 1);
    }
    for (const std::string& name : names)
        CHECK_FALSE(builtin().group(name).empty());
}

TEST_CASE("an activation is found by id, name and alias") {
    const auto id = [](std::string_view name) {
        const Activation* found = builtin().find(name);
        return found != nullptr ? found->id : std::string("none");
    };
    CHECK(id("leaky_relu") == "leaky_relu");
    CHECK(id("LeakyReLU") == "leaky_relu");
    CHECK(id("leaky relu") == "leaky_relu");
    CHECK(id("Heaviside") == "binary_step");
    CHECK(id("h-swish") == "hard_swish");
    CHECK(id("Hardswish") == "hard_swish");
    CHECK(id("swish") == "swish");
    CHECK(id("Swish-1") == "silu");
    CHECK(id("TeLU") == "telu");
    CHECK(id("nothing") == "none");
    CHECK(id("") == "none");
}

TEST_CASE("framework defaults that disagree are all there") {
    const auto names = [](std::string_view activation, std::string_view framework) {
        std::vector<std::string> result;
        for (const auto& name : builtin().find(activation)->frameworks) {
            if (name.framework == framework) result.push_back(name.name);
        }
        return result;
    };
    CHECK(names("leaky_relu", "torch") == std::vector<std::string>{"torch.nn.LeakyReLU(negative_slope=0.01)"});
    CHECK(names("leaky_relu", "keras") == std::vector<std::string>{"keras.activations.leaky_relu(negative_slope=0.2)",
                                                                   "keras.layers.LeakyReLU(negative_slope=0.3)"});
    CHECK(names("hard_sigmoid_02", "onnx") == std::vector<std::string>{"HardSigmoid(alpha=0.2, beta=0.5)"});
    CHECK(names("gelu_tanh", "jax") == std::vector<std::string>{"jax.nn.gelu(approximate=True)"});
    CHECK(names("softplus_beta", "torch") == std::vector<std::string>{"torch.nn.Softplus(beta=1.0, threshold=20.0)"});
    for (const char* id :
         {"hard_sigmoid", "hard_sigmoid_02", "hard_tanh", "leaky_relu", "gelu", "gelu_tanh", "threshold", "celu"}) {
        INFO(id);
        CHECK_FALSE(builtin().find(id)->note.en.empty());
    }
}

TEST_CASE("SELU has the published constants to full double precision") {
    const Activation& selu = *builtin().find("selu");
    REQUIRE(selu.parameters.size() == 2);
    CHECK(selu.parameters[0].name == "lambda");
    CHECK(selu.parameters[0].value == 1.0507009873554804934193349852946);
    CHECK(selu.parameters[1].value == 1.6732632423543772848170429916717);
    const auto bindings = selu.bindings();
    REQUIRE(bindings.size() == 2);
    CHECK(bindings[1].name == "alpha");
    CHECK(bindings[1].value == selu.parameters[1].value);
}
