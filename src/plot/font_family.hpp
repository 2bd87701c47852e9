#pragma once

#include <hb.h>

#include <string>

namespace actlas::plot {

/// The English name of the family that all weights of a design share; "" where a font has none.
std::string family_name(hb_face_t* face);

} // namespace actlas::plot
