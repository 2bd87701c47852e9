#include "output/sha256.hpp"

#include "base/diagnostic.hpp"

#include <fmt/core.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <stdexcept>
#include <system_error>
#include <vector>

namespace actlas::output {
namespace {

const EVP_MD* algorithm() {
    static const EVP_MD* const found = [] {
        // Settings of the machine have no say in what a digest is.
        OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
        return EVP_sha256();
    }();
    return found;
}

/// OpenSSL uses the processor's own instructions for SHA-256, which takes a fifth of the time of portable code: a
/// Chinese font has 20 MB.
class Digest {
public:
    Digest() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
        require(context_ != nullptr && EVP_DigestInit_ex(context_.get(), algorithm(), nullptr) == 1);
    }

    void add(std::string_view bytes) { require(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1); }

    std::string hexadecimal() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned length = 0;
        require(EVP_DigestFinal_ex(context_.get(), digest.data(), &length) == 1);
        std::string text;
        for (unsigned i = 0; i < length; ++i)
            text += fmt::format("{:02x}", digest[i]);
        return text;
    }

private:
    static void require(bool done) {
        if (!done) throw std::runtime_error("OpenSSL cannot compute SHA-256");
    }

    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
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
