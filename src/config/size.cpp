#include "config/size.hpp"

#include "base/number.hpp"

#include <array>
#include <string>

namespace actlas::config {
namespace {

struct Unit {
    std::string_view name;
    double px;
};
constexpr std::array<Unit, 5> units{
    {{"px", 1}, {"pt", 96.0 / 72}, {"mm", 96.0 / 25.4}, {"cm", 96.0 / 2.54}, {"in", 96}}};

} // namespace

std::optional<Size> parse_size(std::string_view text) {
    double scale = 1;
    for (const Unit& unit : units) {
        if (text.ends_with(unit.name)) {
            text.remove_suffix(unit.name.size());
            scale = unit.px;
            break;
        }
    }
    std::string_view sign = "x";
    std::size_t middle = text.find(sign);
    if (middle == std::string_view::npos) {
        sign = "×";
        middle = text.find(sign);
    }
    if (middle == std::string_view::npos) return std::nullopt;
    const auto width = parse_number(text.substr(0, middle));
    const auto height = parse_number(text.substr(middle + sign.size()));
    if (!width || !height || !(*width > 0) || !(*height > 0)) return std::nullopt;
    return Size{*width * scale, *height * scale};
}

} // namespace actlas::config
