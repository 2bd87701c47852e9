#include "output/sha256.hpp"

#include "base/diagnostic.hpp"

#include <fmt/core.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <nettle/sha2.h>
#include <nettle/version.h>
#include <system_error>
#include <vector>

namespace actlas::output {
namespace {

/// Nettle uses the processor's own instructions for SHA-256 where it has them: a Chinese font has 20 MB. OpenSSL would
/// be a little faster, but loading its library takes a program that draws one figure a twentieth of its time.
class Digest {
public:
    Digest() { sha256_init(&context_); }

    void add(std::string_view bytes) {
        sha256_update(&context_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    }

    std::string hexadecimal() {
        std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
#if NETTLE_VERSION_MAJOR >= 4
        sha256_digest(&context_, digest.data());
#else
        sha256_digest(&context_, digest.size(), digest.data());
#endif
        std::string text;
        for (const std::uint8_t byte : digest)
            text += fmt::format("{:02x}", byte);
        return text;
    }

private:
    sha256_ctx context_{};
};

} // namespace

std::string sha256(std::string_view bytes) {
    Digest digest;
    digest.add(bytes);
    return digest.hexadecimal();
}

std::string sha256_of_file(const std::filesystem::path& path) {
    const auto fail = [&] {
        throw FileError(fmt::format("cannot read {}: {}", path.string(), std::generic_category().message(errno)));
    };
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file) fail();
    Digest digest;
    std::vector<char> block(std::size_t{1} << 20U);
    while (const std::size_t count = std::fread(block.data(), 1, block.size(), file.get()))
        digest.add({block.data(), count});
    if (std::ferror(file.get()) != 0) fail();
    return digest.hexadecimal();
}

} // namespace actlas::output
