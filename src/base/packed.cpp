#include "base/packed.hpp"

#include <libdeflate.h>
#include <memory>
#include <new>
#include <stdexcept>

namespace actlas {
namespace {

struct Free {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
    void operator()(libdeflate_decompressor* decompressor) const { libdeflate_free_decompressor(decompressor); }
};

/// Making one takes longer than packing a page, so each thread keeps one.
libdeflate_compressor& compressor() {
    constexpr int fastest = 1;
    thread_local const std::unique_ptr<libdeflate_compressor, Free> kept(libdeflate_alloc_compressor(fastest));
    if (!kept) throw std::bad_alloc();
    return *kept;
}

libdeflate_decompressor& decompressor() {
    thread_local const std::unique_ptr<libdeflate_decompressor, Free> kept(libdeflate_alloc_decompressor());
    if (!kept) throw std::bad_alloc();
    return *kept;
}

} // namespace

Packed::Packed(std::string_view text) : size_(text.size()) {
    thread_local std::string room; // so that what is kept takes no more than it needs
    room.resize(libdeflate_deflate_compress_bound(&compressor(), text.size()));
    const std::size_t length =
        libdeflate_deflate_compress(&compressor(), text.data(), text.size(), room.data(), room.size());
    if (length == 0) throw std::logic_error("a text could not be packed");
    data_.assign(room, 0, length);
}

std::string Packed::text() const {
    std::string text(size_, '\0');
    if (libdeflate_deflate_decompress(&decompressor(), data_.data(), data_.size(), text.data(), text.size(), nullptr) !=
        LIBDEFLATE_SUCCESS)
        throw std::logic_error("a packed text is damaged");
    return text;
}

} // namespace actlas
