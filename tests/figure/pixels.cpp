#include "pixels.hpp"

#include <spng.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace pixels {

namespace {

using Context = std::unique_ptr<spng_ctx, decltype(&spng_ctx_free)>;

void require(int error) {
    if (error != 0) throw std::runtime_error(spng_strerror(error));
}

} // namespace

Picture decode(const std::string& png) {
    const Context context(spng_ctx_new(0), &spng_ctx_free);
    require(spng_set_png_buffer(context.get(), png.data(), png.size()));
    spng_ihdr header{};
    require(spng_get_ihdr(context.get(), &header));
    Picture picture{header.width, header.height, {}};
    std::size_t size = 0;
    require(spng_decoded_image_size(context.get(), SPNG_FMT_RGBA8, &size));
    picture.rgba.resize(size);
    require(spng_decode_image(context.get(), picture.rgba.data(), size, SPNG_FMT_RGBA8, SPNG_DECODE_TRNS));
    return picture;
}

std::string encode(const Picture& picture) {
    const Context context(spng_ctx_new(SPNG_CTX_ENCODER), &spng_ctx_free);
    require(spng_set_option(context.get(), SPNG_ENCODE_TO_BUFFER, 1));
    spng_ihdr header{picture.width, picture.height, 8, SPNG_COLOR_TYPE_TRUECOLOR_ALPHA, 0, 0, 0};
    require(spng_set_ihdr(context.get(), &header));
    require(
        spng_encode_image(context.get(), picture.rgba.data(), picture.rgba.size(), SPNG_FMT_PNG, SPNG_ENCODE_FINALIZE));
    std::size_t size = 0;
    int error = 0;
    const std::unique_ptr<void, decltype(&std::free)> bytes(spng_get_png_buffer(context.get(), &size, &error),
                                                            &std::free);
    require(error);
    return {static_cast<const char*>(bytes.get()), size};
}

Difference difference(const Picture& before, const Picture& now) {
    if (before.width != now.width || before.height != now.height)
        throw std::invalid_argument("pictures of different sizes");
    Difference result;
    result.picture = now;
    double sum = 0;
    std::size_t clear = 0;
    for (std::size_t i = 0; i < now.rgba.size(); i += 4) {
        int most = 0;
        for (std::size_t channel = 0; channel < 4; ++channel) {
            const int apart = std::abs(int{before.rgba[i + channel]} - int{now.rgba[i + channel]});
            most = std::max(most, apart);
            sum += apart;
        }
        result.greatest = std::max(result.greatest, most);
        if (most > 32) ++clear;
        auto* pixel = &result.picture.rgba[i];
        for (std::size_t channel = 0; channel < 3; ++channel)
            pixel[channel] = static_cast<std::uint8_t>(pixel[channel] / 4 + 160);
        if (most > 0) {
            pixel[0] = 255;
            pixel[1] = pixel[2] = static_cast<std::uint8_t>(std::max(0, 160 - 4 * most));
        }
        pixel[3] = 255;
    }
    const auto count = static_cast<double>(std::max<std::size_t>(now.rgba.size(), 1));
    result.mean = sum / count;
    result.share = static_cast<double>(clear) / (count / 4);
    return result;
}

} // namespace pixels
