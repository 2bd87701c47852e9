#include "base/large_pages.hpp"
#include "plot/cairo_handles.hpp"
#include "plot/draw.hpp"
#include "plot/render.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <libdeflate.h>
#include <memory>
#include <new>
#include <span>
#include <string_view>

namespace actlas::plot {
namespace {

constexpr double px_per_metre = 96 / 0.0254;

/// Of libdeflate's 12 levels the last before time grows faster than files shrink.
constexpr int compression_level = 6;

/// Megabytes that need not be cleared before they are written. They are kept for the thread's next picture: getting as
/// many pages from the system anew takes longer than drawing on them.
class Buffer {
public:
    /// At least so many bytes, their contents whatever they were; valid until the next call.
    std::uint8_t* of_size(std::size_t length) {
        if (length > size_) {
            const std::size_t whole_pages = (length + large_page_size - 1) / large_page_size * large_page_size;
            bytes_.reset(static_cast<std::uint8_t*>(::operator new(whole_pages, alignment)));
            size_ = whole_pages;
            prefer_large_pages(bytes_.get(), size_);
        }
        return bytes_.get();
    }

private:
    static constexpr std::align_val_t alignment{large_page_size};
    struct Free {
        void operator()(std::uint8_t* bytes) const { ::operator delete(bytes, alignment); }
    };

    std::unique_ptr<std::uint8_t, Free> bytes_;
    std::size_t size_ = 0;
};

struct Buffers {
    Buffer pixels, rows, compressed;
};

Buffers& buffers() {
    thread_local Buffers own;
    return own;
}

using Bytes = std::span<const std::uint8_t>;

/// The number whose bytes in memory are those of `value` from the highest to the lowest.
constexpr std::uint32_t in_order_of_bytes(std::uint32_t value) {
    if constexpr (std::endian::native == std::endian::big) return value;
    return value << 24 | (value & 0xFF00U) << 8 | (value >> 8 & 0xFF00U) | value >> 24;
}

/// The rows of a PNG file before compression: a byte that says "no filter" (figures are flat: none of the filters makes
/// them smaller), then red, green, blue, and alpha where the figure is transparent.
Bytes rows_of(cairo_surface_t* image, bool opaque) {
    const auto width = static_cast<std::size_t>(cairo_image_surface_get_width(image));
    const auto height = static_cast<std::size_t>(cairo_image_surface_get_height(image));
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(image));
    const unsigned char* data = cairo_image_surface_get_data(image);
    const std::size_t length = height * (1 + width * (opaque ? 3 : 4));
    std::uint8_t* const bytes = buffers().rows.of_size(length + 1);
    std::uint8_t* out = bytes;
    for (std::size_t y = 0; y < height; ++y) {
        *out++ = 0; // no filter
        for (std::size_t x = 0; x < width; ++x) {
            std::uint32_t pixel = 0; // in the machine's own order of bytes
            std::memcpy(&pixel, data + y * stride + x * 4, 4);
            if (opaque) {
                // A fourth byte goes with them, which the next pixel or row overwrites: one store is faster than three.
                const std::uint32_t colour = in_order_of_bytes(pixel << 8);
                std::memcpy(out, &colour, 4);
                out += 3;
                continue;
            }
            const std::uint32_t alpha = pixel >> 24;
            for (const unsigned shift : {16U, 8U, 0U}) {
                const std::uint32_t channel = (pixel >> shift) & 255U;
                // Cairo premultiplies, PNG does not.
                *out++ = static_cast<std::uint8_t>(alpha == 0 ? channel : (channel * 255 + alpha / 2) / alpha);
            }
            *out++ = static_cast<std::uint8_t>(alpha);
        }
    }
    return {bytes, length};
}

void append_number(std::string& out, std::uint32_t value) {
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        out += static_cast<char>(value >> shift & 255U);
}

void append_chunk(std::string& file, std::string_view type, std::string_view data) {
    append_number(file, static_cast<std::uint32_t>(data.size()));
    const std::size_t checked = file.size();
    file.append(type).append(data);
    append_number(file, libdeflate_crc32(0, file.data() + checked, file.size() - checked));
}

struct CompressorDeleter {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

std::string compressed(Bytes bytes) {
    const std::unique_ptr<libdeflate_compressor, CompressorDeleter> compressor(
        libdeflate_alloc_compressor(compression_level));
    if (!compressor) throw std::bad_alloc();
    const std::size_t most = libdeflate_zlib_compress_bound(compressor.get(), bytes.size());
    std::uint8_t* const result = buffers().compressed.of_size(most);
    const std::size_t length = libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), result, most);
    return {reinterpret_cast<const char*>(result), length};
}

/// Portable Network Graphics (second edition), ISO/IEC 15948.
std::string encode(Bytes rows, std::uint32_t width, std::uint32_t height, bool opaque, double scale) {
    std::string header;
    append_number(header, width);
    append_number(header, height);
    constexpr char truecolour = 2, truecolour_with_alpha = 6;
    header += {8, opaque ? truecolour : truecolour_with_alpha, 0, 0, 0}; // 8 bits; the standard methods, not interlaced
    std::string resolution;
    const auto density = static_cast<std::uint32_t>(std::lround(px_per_metre * scale));
    append_number(resolution, density);
    append_number(resolution, density);
    resolution += char{1}; // metre
    std::string file = "\x89PNG\r\n\x1a\n";
    append_chunk(file, "IHDR", header);
    append_chunk(file, "pHYs", resolution);
    append_chunk(file, "IDAT", compressed(rows));
    append_chunk(file, "IEND", {});
    return file;
}

} // namespace

std::string render_png(const Scene& scene, double scale) {
    const double width = std::round(scene.width * scale), height = std::round(scene.height * scale);
    if (!(width >= 1 && height >= 1 && width <= 32767 && height <= 32767)) { // Cairo's own limit
        throw std::invalid_argument("a PNG file has 1 to 32767 pixels a side");
    }
    const bool opaque = scene.background.has_value();
    const cairo_format_t format = opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32;
    const int stride = cairo_format_stride_for_width(format, static_cast<int>(width));
    const std::size_t length = static_cast<std::size_t>(stride) * static_cast<std::size_t>(height);
    std::uint8_t* const pixels = buffers().pixels.of_size(length);
    std::memset(pixels, 0, length);
    const SurfaceHandle image(
        cairo_image_surface_create_for_data(pixels, format, static_cast<int>(width), static_cast<int>(height), stride));
    require(cairo_surface_status(image.get()));
    {
        const ContextHandle cairo(cairo_create(image.get()));
        cairo_scale(cairo.get(), width / scene.width, height / scene.height);
        draw(scene, cairo.get());
        require(cairo_status(cairo.get()));
    }
    cairo_surface_flush(image.get());
    return encode(rows_of(image.get(), opaque), static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height),
                  opaque, scale);
}

} // namespace actlas::plot
