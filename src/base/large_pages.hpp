#pragma once

#include <cstddef>

namespace actlas {

/// The size in bytes, and the alignment, of the large pages of x86 processors and of ARM processors with pages of 4 kB.
inline constexpr std::size_t large_page_size = std::size_t{2} << 20U;

/// Asks for large pages in those of a block that lie wholly in it: each page touched for the first time costs an
/// interrupt, which for a picture of several megabytes takes longer than drawing it. Where the system has no such pages
/// nothing happens.
void prefer_large_pages(void* block, std::size_t length);

/// Gives the heap of the main thread 32 MB more address space in large pages, more than drawing a figure takes, and has
/// it keep freed memory. For the start of a program; nothing happens but on 64-bit Linux with the GNU C library.
void enlarge_heap();

} // namespace actlas
