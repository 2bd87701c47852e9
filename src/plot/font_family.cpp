#include "plot/font_family.hpp"

#include <hb-ot.h>

#include <array>

namespace actlas::plot {
namespace {

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
    std::array<char, 128> name{};
    auto length = static_cast<unsigned>(name.size());
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &length, name.data());
    return {name.data(), length};
}

} // namespace

std::string family_name(hb_face_t* face) {
    const std::string typographic = name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    return typographic.empty() ? name_of(face, HB_OT_NAME_ID_FONT_FAMILY) : typographic;
}

} // namespace actlas::plot
