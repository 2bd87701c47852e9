// Which identifiers generated code may not use, and what stands for them.

#include "base/ascii.hpp"
#include "formula/code.hpp"

#include <algorithm>

namespace actlas::formula {

namespace {

// Keywords, built-in names and the names that the snippets import.
constexpr std::string_view python[] = {
    "False",   "None",      "True",       "and",       "as",      "assert",    "async",      "await",        "break",
    "class",   "continue",  "def",        "del",       "elif",    "else",      "except",     "finally",      "for",
    "from",    "global",    "if",         "import",    "in",      "is",        "lambda",     "nonlocal",     "not",
    "or",      "pass",      "raise",      "return",    "try",     "while",     "with",       "yield",        "match",
    "case",    "type",      "_",          "abs",       "aiter",   "all",       "anext",      "any",          "ascii",
    "bin",     "bool",      "breakpoint", "bytearray", "bytes",   "callable",  "chr",        "classmethod",  "compile",
    "complex", "copyright", "credits",    "delattr",   "dict",    "dir",       "divmod",     "enumerate",    "eval",
    "exec",    "exit",      "filter",     "float",     "format",  "frozenset", "getattr",    "globals",      "hasattr",
    "hash",    "help",      "hex",        "id",        "input",   "int",       "isinstance", "issubclass",   "iter",
    "len",     "license",   "list",       "locals",    "map",     "max",       "memoryview", "min",          "next",
    "object",  "oct",       "open",       "ord",       "pow",     "print",     "property",   "quit",         "range",
    "repr",    "reversed",  "round",      "set",       "setattr", "slice",     "sorted",     "staticmethod", "str",
    "sum",     "super",     "tuple",      "vars",      "zip",     "math",      "np",         "numpy",        "torch",
    "F",       "jax",       "jnp",        "x"};

// Keywords, macros of <cmath>, and names that the snippets use.
constexpr std::string_view cpp[] = {
    "alignas",     "alignof",   "and",        "and_eq",      "asm",      "auto",         "bitand",
    "bitor",       "bool",      "break",      "case",        "catch",    "char",         "char8_t",
    "char16_t",    "char32_t",  "class",      "compl",       "concept",  "const",        "consteval",
    "constexpr",   "constinit", "const_cast", "continue",    "co_await", "co_return",    "co_yield",
    "decltype",    "default",   "delete",     "do",          "double",   "dynamic_cast", "else",
    "enum",        "explicit",  "export",     "extern",      "false",    "float",        "for",
    "friend",      "goto",      "if",         "inline",      "int",      "long",         "mutable",
    "namespace",   "new",       "noexcept",   "not",         "not_eq",   "nullptr",      "operator",
    "or",          "or_eq",     "private",    "protected",   "public",   "register",     "reinterpret_cast",
    "requires",    "return",    "short",      "signed",      "sizeof",   "static",       "static_assert",
    "static_cast", "struct",    "switch",     "template",    "this",     "thread_local", "throw",
    "true",        "try",       "typedef",    "typeid",      "typename", "union",        "unsigned",
    "using",       "virtual",   "void",       "volatile",    "wchar_t",  "while",        "xor",
    "xor_eq",      "linux",     "unix",       "fpclassify",  "isfinite", "isgreater",    "isinf",
    "isless",      "isnan",     "isnormal",   "isunordered", "signbit",  "signgam",      "std",
    "x",           "NAN",       "INFINITY",   "HUGE_VAL",    "main"};

// What <cmath> puts into the global namespace, where a function of the same name would clash with it.
constexpr std::string_view cpp_functions[] = {
    "abs",       "acos",        "acosh",  "asin",   "asinh",     "atan",   "atan2",  "atanh",  "cbrt",   "ceil",
    "copysign",  "cos",         "cosh",   "drem",   "erf",       "erfc",   "exp",    "exp10",  "exp2",   "expm1",
    "fabs",      "fdim",        "finite", "floor",  "fma",       "fmax",   "fmin",   "fmod",   "frexp",  "gamma",
    "hypot",     "ilogb",       "j0",     "j1",     "jn",        "labs",   "ldexp",  "lgamma", "llrint", "llround",
    "log",       "log10",       "log1p",  "log2",   "logb",      "lrint",  "lround", "modf",   "nan",    "nearbyint",
    "nextafter", "nexttoward",  "pow",    "pow10",  "remainder", "remquo", "rint",   "round",  "scalb",  "scalbln",
    "scalbn",    "significand", "sin",    "sincos", "sinh",      "sqrt",   "tan",    "tanh",   "tgamma", "trunc",
    "y0",        "y1",          "yn"};

} // namespace

std::string code_identifier(std::string_view name, CodeLanguage language, NameOf what) {
    std::string result;
    for (const char c : name) {
        const char kept = is_letter_or_digit(c) ? c : '_';
        // C++ keeps names with two underscores in a row to itself, and some that begin with one.
        const bool reserved = language == CodeLanguage::cpp && kept == '_' && (result.empty() || result.back() == '_');
        if (!reserved) result += kept;
    }
    if (result.empty() || is_digit(result.front())) result.insert(0, "f_");
    const auto taken = [&](const auto& words) {
        return std::find(std::begin(words), std::end(words), result) != std::end(words);
    };
    const bool is_cpp = language == CodeLanguage::cpp;
    if (is_cpp ? taken(cpp) || (what == NameOf::function && taken(cpp_functions)) : taken(python)) result += '_';
    return result;
}

} // namespace actlas::formula
