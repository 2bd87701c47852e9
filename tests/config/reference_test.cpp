#include "config/keys.hpp"
#include "config/reference.hpp"
#include "config/support.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

using namespace actlas;
using namespace actlas::config;

namespace {

std::string example_of(const Key& row) {
    return std::string(row.example.empty() ? row.standard : row.example);
}

/// The keys of a table with the example of one: those that the table needs, and what that one needs.
std::string lines_with(const Key& row, std::string_view separator) {
    std::map<std::string, std::string> lines;
    for (const Key& each : keys()) {
        if (each.section == row.section && each.required) lines[std::string(each.name)] = example_of(each);
    }
    if (row.section == "activation") {
        lines["id"] = "\"mine\"";
        lines["parameters"] = example_of(key("activation", "parameters")); // those of the formula
    }
    lines[std::string(row.name)] = example_of(row);
    std::vector<std::string> all;
    for (const auto& [name, value] : lines)
        all.push_back(fmt::format("{} = {}", name, value));
    return fmt::format("{}", fmt::join(all, separator));
}

/// A config that holds a key with its example.
std::string config_with(const Key& row) {
    const std::string section(row.section);
    if (section.empty()) return lines_with(row, "\n");
    const std::size_t dot = section.find('.');
    if (dot == std::string::npos) {
        const bool many = key("", section).type == KeyType::tables;
        return fmt::format("{}\n{}\n", many ? "[[" + section + "]]" : "[" + section + "]", lines_with(row, "\n"));
    }
    std::string text = config_with(key(section.substr(0, dot), section.substr(dot + 1)));
    const std::string line = section.substr(dot + 1) + " = ";
    const std::size_t start = text.find("\n" + line) + 1 + line.size();
    return text.replace(start, text.find('\n', start) - start, fmt::format("[{{ {} }}]", lines_with(row, ", ")));
}

std::size_t rows_of(const std::string& page) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = page.find("\n| `", at)) != std::string::npos; ++at)
        ++count;
    return count;
}

} // namespace

TEST_CASE("the reader takes every example of the reference page") {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "my-templates");
    folder.write("my-catalogue/a.toml", test::bytes_of(ACTLAS_SOURCE_DIR "/config/catalogue/rectifier.toml"));
    folder.write("my-catalogue/b.toml", test::bytes_of(ACTLAS_SOURCE_DIR "/config/catalogue/frameworks.toml"));
    Vocabulary vocabulary = test::words();
    vocabulary.themes.emplace_back("print");
    for (const Key& row : keys()) {
        if (row.type == KeyType::table || (row.section.empty() && row.type == KeyType::tables)) continue;
        if (row.name == "catalogue") continue; // the built-in one is read from such files too
        const std::string text = config_with(row);
        INFO(text);
        REQUIRE_FALSE(example_of(row).empty());
        CHECK_NOTHROW(parse_config("example.toml", text, folder.path(), vocabulary));
    }
}

TEST_CASE("the keys of [[activation]] are those that its reader knows") {
    const auto known = [](const std::string& inner) {
        const std::string own = "zzzzzzzzzzzz = 1";
        const std::string text = "[[activation]]\nid = \"a\"\nformula = \"x\"\n" +
                                 (inner.empty() ? own : fmt::format("{} = [{{ {} }}]", inner, own)) + "\n";
        constexpr std::string_view start = "[known keys: ";
        for (const std::string& fault : test::faults(text)) {
            if (const std::size_t at = fault.find(start); at != std::string::npos)
                return fault.substr(at + start.size(), fault.size() - at - start.size() - 1);
        }
        return std::string();
    };
    for (const std::string inner : {"", "parameters", "relations", "references", "frameworks"}) {
        std::set<std::string> rows;
        for (const Key& row : keys()) {
            if (row.section == (inner.empty() ? "activation" : "activation." + inner)) rows.emplace(row.name);
        }
        CHECK(known(inner) == fmt::format("{}", fmt::join(rows, ", ")));
    }
}

TEST_CASE("the reference page has every key in each language") {
    const std::string en = reference_page(test::words(), Language::en);
    const std::string zh = reference_page(test::words(), Language::zh);
    CHECK(rows_of(en) == keys().size());
    CHECK(rows_of(zh) == keys().size());
    for (const Key& row : keys()) {
        INFO(row.section << "." << row.name);
        CHECK(en.find(row.meaning.en) != std::string::npos);
        CHECK(zh.find(row.meaning.zh) != std::string::npos);
    }
    CHECK(en.find("| `dpi` | number, 24 to 1200 | `192` |") != std::string::npos);
    CHECK(zh.find("| `dpi` | 数，24 至 1200 | `192` |") != std::string::npos);
    CHECK(en.find("| Parts of a formula: numbers, names and operations | 20,000 |") != std::string::npos);
}
