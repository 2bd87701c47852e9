#include "base/large_pages.hpp"

#include <cstdint>
#include <cstdlib>

#ifdef __linux__
#include <sys/mman.h>
#endif
#if defined(__linux__) && defined(__GLIBC__) && defined(__LP64__)
#define ACTLAS_KNOWS_HEAP
#include <malloc.h>
#include <unistd.h>
#endif

namespace actlas {

void prefer_large_pages(void* block, std::size_t length) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    const auto start = reinterpret_cast<std::uintptr_t>(block);
    const std::uintptr_t first = (start + large_page_size - 1) / large_page_size * large_page_size;
    const std::uintptr_t last = (start + length) / large_page_size * large_page_size;
    // A kernel without large pages refuses, and then small ones do.
    if (first < last) static_cast<void>(madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE));
#else
    static_cast<void>(block);
    static_cast<void>(length);
#endif
}

void enlarge_heap() {
#ifdef ACTLAS_KNOWS_HEAP
    // Freed memory is kept and used again: blocks of megabytes, which Cairo takes for every font of a PDF, would
    // otherwise go back to the system each time.
    constexpr int step = 32 << 20;
    mallopt(M_MMAP_THRESHOLD, 32 << 20); // the most that it takes
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_TOP_PAD, step);
    // The C library goes on after a break that somebody else has moved. Of the next step it writes to the first bytes
    // before the pages can be made large: these shall lie before the first multiple of a large page.
    constexpr std::size_t more_than_is_left = std::size_t{144} << 10U; // of the 132 kB that every program begins with
    constexpr std::size_t before = more_than_is_left + (std::size_t{16} << 10U);
    const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
    const std::uintptr_t missing = (2 * large_page_size - before - end % large_page_size) % large_page_size;
    if (sbrk(static_cast<std::intptr_t>(missing)) == reinterpret_cast<void*>(-1)) return;
    char* const from = static_cast<char*>(sbrk(0)) + before;
    void* volatile block = std::malloc(more_than_is_left); // volatile: a compiler may leave out what is not used
    std::free(block);
    mallopt(M_TOP_PAD, 128 << 10); // as it was: the heaps of other threads would grow by it too
    char* const to = static_cast<char*>(sbrk(0));
    if (from < to) prefer_large_pages(from, static_cast<std::size_t>(to - from));
#endif
}

} // namespace actlas
