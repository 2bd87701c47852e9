#include "catalogue/builtin/index/writer.hpp"

#include "catalogue/heading.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

namespace actlas::catalogue {
namespace {

std::string literal(std::string_view text) {
    return fmt::format("R\"actlas~({})actlas~\"", text);
}

/// Defines arrays of strings before they are used.
class Lists {
public:
    /// The name of an array with these elements; "{}" for none, since C++ has no empty arrays.
    std::string define(const std::vector<std::string>& elements) {
        if (elements.empty()) return "{}";
        const std::string name = fmt::format("list_{}", count_++);
        text_ += fmt::format("constexpr std::string_view {}[] = {{", name);
        for (const std::string& element : elements)
            text_ += literal(element) + ", ";
        text_ += "};\n";
        return name;
    }

    const std::string& text() const { return text_; }

private:
    std::string text_;
    int count_ = 0;
};

} // namespace

std::string write_index(const Contents& contents, const std::map<std::string, std::string>& texts) {
    Lists lists;
    std::string tables = "constexpr IndexedActivation activations[] = {\n";
    for (const Activation& activation : contents.activations) {
        const Heading heading = heading_of(activation);
        tables += fmt::format("    {{{}, {}, {}, {}, {}, {}}},\n", literal(heading.id), literal(heading.name),
                              lists.define(heading.aliases), literal(heading.family), lists.define(heading.frameworks),
                              literal(texts.at(heading.id)));
    }
    tables += "};\nconstexpr IndexedFamily families[] = {\n";
    for (const Family& family : contents.families)
        tables += fmt::format("    {{{}, {}, {}, {}, {}}},\n", literal(family.id), literal(family.name.en),
                              literal(family.name.zh), literal(family.summary.en), literal(family.summary.zh));
    tables += "};\nconstexpr IndexedFramework frameworks[] = {\n";
    for (const Framework& framework : contents.frameworks)
        tables +=
            fmt::format("    {{{}, {}, {}}},\n", literal(framework.id), literal(framework.name), framework.complete);
    tables += "};\nconstexpr IndexedGroup groups[] = {\n";
    for (const Group& group : contents.groups)
        tables += fmt::format("    {{{}, {}}},\n", literal(group.id), lists.define(group.members));
    tables += "};\n";
    return "// Written while building, from config/catalogue/.\n#include \"catalogue/builtin_index.hpp\"\n\n"
           "namespace actlas::catalogue {\nnamespace {\n" +
           lists.text() + tables +
           "} // namespace\nconst BuiltinIndex builtin_index{activations, families, frameworks, groups};\n"
           "} // namespace actlas::catalogue\n";
}

} // namespace actlas::catalogue
