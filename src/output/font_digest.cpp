#include "output/font_digest.hpp"

#include "base/diagnostic.hpp"
#include "output/sha256.hpp"

#include <fmt/core.h>

#include <cstdint>
#include <fstream>

namespace actlas::output {
namespace {

class FontFileReader {
public:
    explicit FontFileReader(const std::filesystem::path& path) : path_(path), file_(path, std::ios::binary) {}

    std::string bytes(std::uint32_t offset, std::size_t count) {
        std::string result(count, '\0');
        file_.seekg(offset);
        file_.read(result.data(), static_cast<std::streamsize>(count));
        if (!file_) throw FileError(fmt::format("cannot read {} as an OpenType font", path_.string()));
        return result;
    }

    /// A big-endian number of two or four bytes.
    std::uint32_t number(std::uint32_t offset, std::size_t count) {
        std::uint32_t value = 0;
        for (const char byte : bytes(offset, count))
            value = value << 8U | static_cast<unsigned char>(byte);
        return value;
    }

private:
    const std::filesystem::path& path_;
    std::ifstream file_;
};

} // namespace

std::string font_digest(const std::filesystem::path& path) {
    FontFileReader file(path);
    std::string directories;
    const auto add = [&](std::uint32_t offset) { // the header's 12 bytes, then 16 a table
        directories += file.bytes(offset, 12 + 16 * std::size_t{file.number(offset + 4, 2)});
    };
    if (file.bytes(0, 4) == "ttcf") {
        const std::uint32_t fonts = file.number(8, 4);
        for (std::uint32_t i = 0; i < fonts; ++i)
            add(file.number(12 + 4 * i, 4));
    } else {
        add(0);
    }
    return sha256(directories);
}

} // namespace actlas::output
