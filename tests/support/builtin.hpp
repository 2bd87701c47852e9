#pragma once

#include "catalogue/catalogue.hpp"

namespace actlas::test {

/// The catalogue, read once.
inline const catalogue::Catalogue& builtin() {
    static const catalogue::Catalogue catalogue = catalogue::Catalogue::builtin();
    return catalogue;
}

} // namespace actlas::test
