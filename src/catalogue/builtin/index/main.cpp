// usage: actlas_catalogue_index OUTPUT.cpp FILE.toml...
// Reads and checks the files of the catalogue while the program is built, and writes the C++ of its index.

#include "base/file.hpp"
#include "catalogue/builtin/index/slices.hpp"
#include "catalogue/builtin/index/writer.hpp"
#include "catalogue/contents.hpp"

#include <fmt/core.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <vector>

namespace {

using namespace actlas;

void write(const char* path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file) throw FileError(fmt::format("cannot write {}", path));
}

} // namespace

int main(int argc, char* argv[]) {
    if (argc < 3) {
        fmt::print(stderr, "usage: {} OUTPUT.cpp FILE.toml...\n", argv[0]);
        return 2;
    }
    try {
        std::vector<catalogue::TomlSource> files;
        for (int i = 2; i < argc; ++i)
            files.emplace_back(argv[i], read_file(argv[i]));
        const catalogue::Contents contents = catalogue::read_contents(files);
        write(argv[1], catalogue::write_index(contents, catalogue::slices(files)));
        return 0;
    } catch (const InputError& error) {
        for (const Diagnostic& diagnostic : error.diagnostics())
            fmt::print(stderr, "{}", format_for_people(diagnostic, false));
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
    }
    return 1;
}
