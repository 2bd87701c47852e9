#include "base/file.hpp"

#include "base/diagnostic.hpp"

#include <fmt/core.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace actlas {

std::string read_file(const std::filesystem::path& path) {
    const auto fail = [&](int error) {
        throw FileError(fmt::format("cannot read {}: {}", path.string(), std::generic_category().message(error)));
    };
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file) fail(errno);
    std::string bytes;
    char block[65536];
    while (const std::size_t count = std::fread(block, 1, sizeof block, file.get()))
        bytes.append(block, count);
    if (std::ferror(file.get()) != 0) fail(errno);
    return bytes;
}

} // namespace actlas
