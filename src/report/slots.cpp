#include "report/slots.hpp"

#include <charconv>

namespace actlas::report {
namespace {

constexpr std::string_view open = "\uE000";
constexpr std::string_view close = "\uE001";

} // namespace

std::string Slots::put(Kind kind, std::string html) {
    slots_.push_back({kind, std::move(html)});
    std::string token(open);
    token += std::to_string(slots_.size() - 1);
    return token += close;
}

const Slots::Slot* Slots::at(std::string_view text, std::size_t& offset) const {
    if (!text.substr(offset).starts_with(open)) return nullptr;
    const char* const begin = text.data() + offset + open.size();
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), index);
    const auto past = static_cast<std::size_t>(end - text.data());
    if (error != std::errc{} || index >= slots_.size() || !text.substr(past).starts_with(close)) return nullptr;
    offset = past + close.size();
    return &slots_[index];
}

const Slots::Slot* Slots::only(std::string_view text) const {
    std::size_t offset = 0;
    const Slot* const slot = at(text, offset);
    return offset == text.size() ? slot : nullptr;
}

std::string without_tokens(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (text.substr(i).starts_with(open) || text.substr(i).starts_with(close)) {
            out += "\uFFFD";
            i += open.size();
        } else {
            out += text[i++];
        }
    }
    return out;
}

} // namespace actlas::report
