#pragma once

#include <string_view>

namespace actlas::formula {

/// How one language writes a call of a primitive.
struct Form {
    /// The call, {0}, {1}, ... standing for the arguments: "np.exp({0})". Without a helper it is the language's own
    /// function, or one of the library that the language stands for.
    std::string_view call;
    /// The definition of the function that the call names, which is the primitive's name; empty where there is one
    /// already. Its "np." stands for the arrays' module of whatever Python library it is. A line "# @key" or "// @key"
    /// stands for the comment of that key.
    std::string_view helper = {};
    /// The primitive whose helper this helper calls.
    std::string_view needs = {};
    /// The call where only the first argument depends on x; empty where that makes no difference.
    std::string_view with_numbers = {};
};

/// How the languages that formulas are printed as code in write a call of a primitive.
struct Spelling {
    Form numpy, torch, jax, cpp;
    /// Python's own function for a number; empty where it has none.
    std::string_view math = {};
};

/// The spellings that rows of the table of primitives refer to. Where a helper exists, it is there because the short
/// form overflows, cancels or is missing.
namespace spelling {

inline constexpr Spelling abs{{"np.abs({0})"}, {"torch.abs({0})"}, {"jnp.abs({0})"}, {"std::abs({0})"}, "abs({0})"};
inline constexpr Spelling asinh{
    {"np.arcsinh({0})"}, {"torch.asinh({0})"}, {"jnp.arcsinh({0})"}, {"std::asinh({0})"}, "math.asinh({0})"};
inline constexpr Spelling atan{
    {"np.arctan({0})"}, {"torch.atan({0})"}, {"jnp.arctan({0})"}, {"std::atan({0})"}, "math.atan({0})"};
inline constexpr Spelling clamp{{"np.clip({0}, {1}, {2})"},
                                {"torch.clamp({0}, {1}, {2})"},
                                {"jnp.clip({0}, {1}, {2})"},
                                {"std::fmin(std::fmax({0}, {1}), {2})"}};
inline constexpr Spelling cos{
    {"np.cos({0})"}, {"torch.cos({0})"}, {"jnp.cos({0})"}, {"std::cos({0})"}, "math.cos({0})"};
inline constexpr Spelling cosh{
    {"np.cosh({0})"}, {"torch.cosh({0})"}, {"jnp.cosh({0})"}, {"std::cosh({0})"}, "math.cosh({0})"};

inline constexpr Spelling erf{{"erf({0})", R"(
# @erf
erf = np.vectorize(math.erf, otypes=[float])
)"},
                              {"torch.erf({0})"},
                              {"jax.scipy.special.erf({0})"},
                              {"std::erf({0})"},
                              "math.erf({0})"};
inline constexpr Spelling erfc{{"erfc({0})", R"(
# @erf
erfc = np.vectorize(math.erfc, otypes=[float])
)"},
                               {"torch.erfc({0})"},
                               {"jax.scipy.special.erfc({0})"},
                               {"std::erfc({0})"},
                               "math.erfc({0})"};

inline constexpr Spelling exp{
    {"np.exp({0})"}, {"torch.exp({0})"}, {"jnp.exp({0})"}, {"std::exp({0})"}, "math.exp({0})"};
inline constexpr Spelling expm1{
    {"np.expm1({0})"}, {"torch.expm1({0})"}, {"jnp.expm1({0})"}, {"std::expm1({0})"}, "math.expm1({0})"};
inline constexpr Spelling floor{
    {"np.floor({0})"}, {"torch.floor({0})"}, {"jnp.floor({0})"}, {"std::floor({0})"}, "math.floor({0})"};
inline constexpr Spelling log{
    {"np.log({0})"}, {"torch.log({0})"}, {"jnp.log({0})"}, {"std::log({0})"}, "math.log({0})"};
inline constexpr Spelling log1p{
    {"np.log1p({0})"}, {"torch.log1p({0})"}, {"jnp.log1p({0})"}, {"std::log1p({0})"}, "math.log1p({0})"};

inline constexpr Spelling log_sigmoid{{"log_sigmoid({0})", R"(
def log_sigmoid(x):
    return -np.logaddexp(0, -x)
)"},
                                      {"F.logsigmoid({0})"},
                                      {"jax.nn.log_sigmoid({0})"},
                                      {"log_sigmoid({0})", R"(
inline double log_sigmoid(double x) {
    // @no_overflow
    return std::fmin(x, 0.0) - std::log1p(std::exp(-std::abs(x)));
}
)"}};

inline constexpr Spelling max{{"np.maximum({0}, {1})"},
                              {"torch.maximum({0}, {1})", {}, {}, "torch.clamp({0}, min={1})"},
                              {"jnp.maximum({0}, {1})"},
                              {"std::fmax({0}, {1})"}};
inline constexpr Spelling min{{"np.minimum({0}, {1})"},
                              {"torch.minimum({0}, {1})", {}, {}, "torch.clamp({0}, max={1})"},
                              {"jnp.minimum({0}, {1})"},
                              {"std::fmin({0}, {1})"}};

inline constexpr Spelling normal_cdf{{"normal_cdf({0})", R"(
def normal_cdf(x):
    # @left_tail
    return erfc(-x / math.sqrt(2)) / 2
)",
                                      "erfc"},
                                     {"torch.special.ndtr({0})"},
                                     {"jax.scipy.special.ndtr({0})"},
                                     {"normal_cdf({0})", R"(
inline double normal_cdf(double x) {
    // @left_tail
    return std::erfc(-x / std::sqrt(2.0)) / 2;
}
)"}};
inline constexpr std::string_view python_normal_pdf = R"(
def normal_pdf(x):
    return np.exp(-(x**2) / 2) / math.sqrt(2 * math.pi)
)";
inline constexpr Spelling normal_pdf{{"normal_pdf({0})", python_normal_pdf},
                                     {"normal_pdf({0})", python_normal_pdf},
                                     {"jax.scipy.stats.norm.pdf({0})"},
                                     {"normal_pdf({0})", R"(
inline double normal_pdf(double x) {
    const double sqrt_two_pi = 2.5066282746310002;
    return std::exp(-(x * x) / 2) / sqrt_two_pi;
}
)"}};

inline constexpr Spelling relu{{"np.maximum({0}, 0)"}, {"F.relu({0})"}, {"jax.nn.relu({0})"}, {"std::fmax({0}, 0.0)"}};

inline constexpr std::string_view python_sech = R"(
def sech(x):
    # @no_overflow
    e = np.exp(-np.abs(x))
    return 2 * e / (1 + e**2)
)";
inline constexpr Spelling sech{
    {"sech({0})", python_sech}, {"sech({0})", python_sech}, {"sech({0})", python_sech}, {"sech({0})", R"(
inline double sech(double x) {
    // @no_overflow
    const double e = std::exp(-std::abs(x));
    return 2 * e / (1 + e * e);
}
)"}};

inline constexpr Spelling sigmoid{{"sigmoid({0})", R"(
def sigmoid(x):
    # @no_overflow
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, e) / (1 + e)
)"},
                                  {"torch.sigmoid({0})"},
                                  {"jax.nn.sigmoid({0})"},
                                  {"sigmoid({0})", R"(
inline double sigmoid(double x) {
    // @no_overflow
    const double e = std::exp(-std::abs(x));
    return (x >= 0 ? 1 : e) / (1 + e);
}
)"}};

inline constexpr Spelling sign{{"np.sign({0})"}, {"torch.sign({0})"}, {"jnp.sign({0})"}, {"sign({0})", R"(
inline double sign(double x) {
    return (x > 0) - (x < 0);
}
)"}};
inline constexpr Spelling sin{
    {"np.sin({0})"}, {"torch.sin({0})"}, {"jnp.sin({0})"}, {"std::sin({0})"}, "math.sin({0})"};

inline constexpr Spelling sinc{
    {"np.sinc({0} / np.pi)"}, {"torch.sinc({0} / math.pi)"}, {"jnp.sinc({0} / jnp.pi)"}, {"sinc({0})", R"(
inline double sinc(double x) {
    return x == 0 ? 1 : std::sin(x) / x;
}
)"}};

inline constexpr Spelling sinh{
    {"np.sinh({0})"}, {"torch.sinh({0})"}, {"jnp.sinh({0})"}, {"std::sinh({0})"}, "math.sinh({0})"};

inline constexpr Spelling softplus{{"np.logaddexp(0, {0})"},
                                   {"softplus({0})", R"(
def softplus(x):
    # @threshold
    return F.softplus(x, threshold=40)
)"},
                                   {"jax.nn.softplus({0})"},
                                   {"softplus({0})", R"(
inline double softplus(double x) {
    // @no_overflow
    return std::fmax(x, 0.0) + std::log1p(std::exp(-std::abs(x)));
}
)"}};

inline constexpr std::string_view python_sph_bessel = R"(
def sph_bessel(n, x):
    # @bessel_series
    small = np.abs(x) < n + 1
    u = np.where(small, x, 0)
    term = 1 / math.prod(range(1, 2 * n + 2, 2)) * u**n
    series = term
    for k in range(1, 3 * n + 20):
        term = -term * u**2 / (2 * k * (2 * n + 2 * k + 1))
        series = series + term
    # @bessel_recurrence
    v = np.where(small, n + 1, x)
    a, b = np.cos(v) / v, np.sin(v) / v
    for k in range(n):
        a, b = b, (2 * k + 1) / v * b - a
    return np.where(small, series, b)
)";
inline constexpr Spelling sph_bessel{{"sph_bessel({0}, {1})", python_sph_bessel},
                                     {"sph_bessel({0}, {1})", python_sph_bessel},
                                     {"sph_bessel({0}, {1})", python_sph_bessel},
                                     {"sph_bessel({0}, {1})", R"(
inline double sph_bessel(int n, double x) {
    if (std::abs(x) < n + 1) {
        // @bessel_series
        double term = 1;
        for (int k = 1; k <= n; ++k) term *= x / (2 * k + 1);
        double sum = term;
        for (int k = 1; k < 3 * n + 20; ++k) {
            term *= -x * x / (2.0 * k * (2 * n + 2 * k + 1));
            sum += term;
        }
        return sum;
    }
    // @bessel_recurrence
    double a = std::cos(x) / x, b = std::sin(x) / x;
    for (int k = 0; k < n; ++k) {
        const double next = (2 * k + 1) / x * b - a;
        a = b;
        b = next;
    }
    return b;
}
)"}};

inline constexpr Spelling sqrt{
    {"np.sqrt({0})"}, {"torch.sqrt({0})"}, {"jnp.sqrt({0})"}, {"std::sqrt({0})"}, "math.sqrt({0})"};

inline constexpr std::string_view python_sqrt1pm1 = R"(
def sqrt1pm1(x):
    # @cancellation
    return x / (np.sqrt(1 + x) + 1)
)";
inline constexpr Spelling sqrt1pm1{{"sqrt1pm1({0})", python_sqrt1pm1},
                                   {"sqrt1pm1({0})", python_sqrt1pm1},
                                   {"sqrt1pm1({0})", python_sqrt1pm1},
                                   {"sqrt1pm1({0})", R"(
inline double sqrt1pm1(double x) {
    // @cancellation
    return x / (std::sqrt(1 + x) + 1);
}
)"}};

inline constexpr Spelling step{{"np.heaviside({0}, 1)"},
                               {"step({0})", R"(
def step(x):
    return torch.heaviside(x, torch.ones_like(x))
)"},
                               {"jnp.heaviside({0}, 1)"},
                               {"step({0})", R"(
inline double step(double x) {
    return x >= 0 ? 1 : 0;
}
)"}};
inline constexpr Spelling tan{
    {"np.tan({0})"}, {"torch.tan({0})"}, {"jnp.tan({0})"}, {"std::tan({0})"}, "math.tan({0})"};
inline constexpr Spelling tanh{
    {"np.tanh({0})"}, {"torch.tanh({0})"}, {"jnp.tanh({0})"}, {"std::tanh({0})"}, "math.tanh({0})"};

} // namespace spelling

} // namespace actlas::formula
