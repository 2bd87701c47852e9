#include "plot/pdf_language.hpp"

#include "base/ascii.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace actlas::plot {
namespace {

[[noreturn]] void fail() {
    throw std::runtime_error("Cairo wrote a PDF document of an unknown form");
}

/// The number after the last occurrence of `key`.
unsigned long number_after(std::string_view document, std::string_view key) {
    const auto at = document.rfind(key);
    if (at == std::string_view::npos) fail();
    const auto digit = document.find_first_not_of(" \n", at + key.size());
    if (digit == std::string_view::npos) fail();
    unsigned long value = 0;
    const auto result = std::from_chars(document.data() + digit, document.data() + document.size(), value);
    if (result.ec != std::errc()) fail();
    return value;
}

/// What stands between "<<" and ">>" in the body of an object without nested dictionaries.
std::string_view dictionary(std::string_view document, unsigned long object) {
    const std::string head = fmt::format("\n{} 0 obj\n<<", object);
    const auto start = document.rfind(head);
    if (start == std::string_view::npos) fail();
    const auto from = start + head.size();
    const auto end = document.find(">>", from);
    const auto nested = document.find("<<", from);
    if (end == std::string_view::npos || nested < end) fail();
    return document.substr(from, end - from);
}

} // namespace

std::string with_pdf_language(std::string document, std::string_view language) {
    const bool plain =
        std::all_of(language.begin(), language.end(), [](char c) { return is_letter_or_digit(c) || c == '-'; });
    if (language.empty() || !plain) return document;
    const auto root = number_after(document, "/Root");
    const auto info = number_after(document, "/Info");
    const auto size = number_after(document, "/Size");
    const auto previous = number_after(document, "startxref");
    const std::string catalogue(dictionary(document, root));

    const auto object_at = document.size();
    document +=
        fmt::format("{} 0 obj\n<<{}   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                    root, catalogue, language);
    const auto table_at = document.size();
    document += fmt::format("xref\n{} 1\n{:010} 00000 n \n", root, object_at);
    document +=
        fmt::format("trailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n",
                    size, root, info, previous, table_at);
    return document;
}

} // namespace actlas::plot
