#include "support.hpp"
#include "support/catch.hpp"

using actlas::test::run_actlas;

TEST_CASE("show --code prints code with the parameters given") {
    const auto run = run_actlas({"show", "leaky_relu", "--code", "cpp", "--param", "alpha=0.25"});
    CHECK(run.status == 0);
    CHECK(run.err.empty());
    CHECK(run.out == "#include <cmath>\n\ninline double leaky_relu(double x, double alpha = 0.25) {\n"
                     "    if (x > 0) return x;\n    return alpha * x;\n}\n\n"
                     "inline double leaky_relu_derivative(double x, double alpha = 0.25) {\n"
                     "    if (x > 0) return 1;\n    return alpha;\n}\n");
}

TEST_CASE("show --code shows PyTorch's own only where its parameters are the same") {
    CHECK(run_actlas({"show", "leaky_relu", "--code", "torch"}).out.find("torch.nn.LeakyReLU(negative_slope=0.01)") !=
          std::string::npos);
    CHECK(run_actlas({"show", "leaky_relu", "--code", "torch", "--param", "alpha=0.25"}).out.find("torch.nn.") ==
          std::string::npos);
}

TEST_CASE("show --code names the languages it knows") {
    const auto run = run_actlas({"show", "silu", "--code", "numpi"});
    CHECK(run.status == 2);
    CHECK(run.out.empty());
    CHECK(run.err.find("numpy") != std::string::npos);
}
