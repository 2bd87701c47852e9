#include "base/large_pages.hpp"
#include "support/catch.hpp"
#include "support/smaps.hpp"

#include <cstdint>
#include <memory>
#include <new>

using namespace actlas;

TEST_CASE("large pages are asked for in those of a block that lie wholly in it") {
    constexpr std::align_val_t alignment{large_page_size};
    struct Free {
        void operator()(std::uint8_t* bytes) const { ::operator delete(bytes, alignment); }
    };
    const std::size_t length = 4 * large_page_size;
    const std::unique_ptr<std::uint8_t, Free> block(static_cast<std::uint8_t*>(::operator new(length, alignment)));
    prefer_large_pages(block.get() + 1, large_page_size); // no whole page
    prefer_large_pages(block.get() + large_page_size - 5, 2 * large_page_size);

    const auto start = reinterpret_cast<std::uintptr_t>(block.get());
    const auto is_large = [&](std::size_t page) {
        const std::uintptr_t at = start + page * large_page_size;
        for (const test::Mapping& mapping : test::mappings("self"))
            if (mapping.first <= at && at < mapping.last) return mapping.wants_large_pages;
        return false;
    };
    if (test::has_large_pages()) {
        CHECK_FALSE(is_large(0));
        CHECK(is_large(1));
        CHECK_FALSE(is_large(2));
    } else {
        WARN("this kernel has no large pages to ask for");
    }
    for (std::size_t i = 0; i < length; ++i)
        block.get()[i] = static_cast<std::uint8_t>(i % 251);
    CHECK(block.get()[large_page_size] == large_page_size % 251);
}
