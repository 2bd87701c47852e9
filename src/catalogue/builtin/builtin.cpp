#include "catalogue/builtin_index.hpp"
#include "catalogue/catalogue.hpp"

namespace actlas::catalogue {

// Apart from the rest of the catalogue, which the program that writes the index is made of.
Catalogue Catalogue::builtin() {
    return Catalogue(builtin_index);
}

} // namespace actlas::catalogue
