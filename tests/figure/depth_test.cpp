#include "base/diagnostic.hpp"
#include "scenes.hpp"

using namespace actlas;
using namespace scenes;

TEST_CASE("with variance 2 ReLU keeps gradients, with 1 it halves their mean square in every layer") {
    figure::Options options;
    options.weight_variance = 2;
    // E relu'(z)^2 = 1/2 at every length.
    CHECK(figure::depth({&study_of("relu")}, context(), options)
              .description.find("after 50 layers the gradient is 1 times") != std::string::npos);
    options.weight_variance = 1;
    // 2^-25 = 2.98e-8
    CHECK(figure::depth({&study_of("relu")}, context(), options).description.find("3 × 10⁻⁸ times") !=
          std::string::npos);
}

TEST_CASE("the edge of chaos stands beside PyTorch's gain where they differ") {
    const auto scene = figure::depth({&study_of("tanh"), &study_of("relu")}, context());
    CHECK(marks(scene, plot::Role::curve, "tanh 1").size() == 2); // gradient and signal
    CHECK(says(scene, "2.78"));                                   // (5/3)^2
    CHECK(marks(scene, plot::Role::curve, "relu 2").size() == 2); // both are 2
    CHECK(scene.description.find("ReLU with weight variance 2") != std::string::npos);
}

TEST_CASE("depth figures of the whole catalogue are laid out without a fault", "[catalogue]") {
    figure::Options quick;
    quick.experiments.width = 20;
    quick.experiments.networks = 1;
    for (const auto& activation : scenes::catalogue().activations())
        for (const Language language : all_languages) {
            INFO(activation.id << ' ' << code(language));
            require_faultless(figure::depth({&study_of(activation.id)}, context(language), quick));
        }
    const std::vector<const analysis::Study*> six{&study_of("relu"), &study_of("sigmoid"), &study_of("tanh"),
                                                  &study_of("gelu"), &study_of("selu"),    &study_of("softplus")};
    for (const Language language : all_languages)
        require_faultless(figure::depth(six, context(language)));
    std::vector<const analysis::Study*> seven = six;
    seven.push_back(&study_of("elu"));
    CHECK_THROWS_AS(figure::by_name("depth", seven, context()), InputError);
}
