#pragma once

#include <cstddef>

namespace actlas {

/// The size in bytes, and the alignment, of the large pages of today's processors.
inline constexpr std::size_t large_page_size = std::size_t{2} << 20U;

/// Asks for large pages in those of a block that lie wholly in it: each page touched for the first time costs an
/// interrupt, which for a picture of several megabytes takes longer than drawing it. Where the system has no such pages
/// nothing happens.
void prefer_large_pages(void* block, std::size_t length);

/// Has the heap of the main thread take its memory from the system in large pages and keep it. For the start of a
/// program; nothing happens outside of Linux with the GNU C library.
void enlarge_heap();

} // namespace actlas
