#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// Pictures read, compared and written with a codec that is not ours.
namespace pixels {

struct Picture {
    std::uint32_t width = 0, height = 0;
    std::vector<std::uint8_t> rgba; ///< rows from the top, 4 bytes a pixel
};

/// Throws std::runtime_error for what is no PNG.
Picture decode(const std::string& png);
std::string encode(const Picture& picture);

/// How far two pictures of one size are apart, of 255.
struct Difference {
    double mean = 0;  ///< over all channels
    int greatest = 0; ///< in any channel
    double share = 0; ///< of pixels that differ by more than 32 in some channel
    Picture picture;  ///< the second one, faint, with all that differs in red
};
Difference difference(const Picture& before, const Picture& now);

} // namespace pixels
