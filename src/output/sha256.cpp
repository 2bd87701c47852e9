#include "output/sha256.hpp"

#include <glib.h>

#include <memory>

namespace actlas::output {

std::string sha256(std::string_view bytes) {
    const std::unique_ptr<char, decltype(&g_free)> digest(
        g_compute_checksum_for_string(G_CHECKSUM_SHA256, bytes.data(), static_cast<gssize>(bytes.size())), &g_free);
    return digest.get();
}

} // namespace actlas::output
