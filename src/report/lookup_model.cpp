#include "report/lookup_model.hpp"

#include "report/last.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace actlas::report {
namespace {

using nlohmann::ordered_json;

/// A term of the index; `of` is empty where it is the function's own name.
struct Entry {
    std::string key; ///< what it is sorted by
    std::string term;
    std::string of;
    std::string page;
};

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

void add(std::vector<Entry>& entries, const std::string& term, const Listed& of) {
    entries.push_back({lower(term), term, term == of.activation->name ? "" : of.activation->name, of.page});
}

ordered_json sorted(std::vector<Entry> entries) {
    const auto key = [](const Entry& entry) { return std::tie(entry.key, entry.term, entry.of, entry.page); };
    std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
    ordered_json list = ordered_json::array();
    for (const Entry& entry : entries)
        list.push_back({{"term", entry.term}, {"of", entry.of}, {"page", entry.page}});
    mark_last(list);
    return list;
}

/// The letter a term stands under: "A" to "Z", or "#".
char letter_of(const Entry& entry) {
    const char first = entry.key.empty() ? ' ' : entry.key.front();
    return first >= 'a' && first <= 'z' ? static_cast<char>(first - 'a' + 'A') : '#';
}

ordered_json letters(const std::vector<Listed>& functions) {
    std::vector<Entry> all;
    for (const Listed& function : functions) {
        add(all, function.activation->name, function);
        for (const std::string& alias : function.activation->aliases)
            add(all, alias, function);
    }
    std::map<char, std::vector<Entry>> by_letter; // "#" comes before the letters
    for (Entry& entry : all)
        by_letter[letter_of(entry)].push_back(std::move(entry));
    ordered_json list = ordered_json::array();
    for (auto& [letter, entries] : by_letter)
        list.push_back({{"letter", std::string(1, letter)},
                        {"heading", letter == '#' ? std::string("other") : lower(std::string(1, letter))},
                        {"entries", sorted(std::move(entries))}});
    return list;
}

ordered_json frameworks(const std::vector<Listed>& functions, const catalogue::Catalogue& catalogue) {
    ordered_json list = ordered_json::array();
    for (const auto& framework : catalogue.frameworks()) {
        std::vector<Entry> entries;
        for (const Listed& function : functions)
            for (const auto& name : function.activation->frameworks)
                if (name.framework == framework.id) add(entries, name.name, function);
        if (!entries.empty())
            list.push_back({{"name", framework.name}, {"id", framework.id}, {"entries", sorted(std::move(entries))}});
    }
    return list;
}

ordered_json years(const std::vector<Listed>& functions) {
    std::map<int, std::vector<Entry>> by_year;
    for (const Listed& function : functions)
        if (const auto year = function.activation->year) add(by_year[*year], function.activation->name, function);
    ordered_json list = ordered_json::array();
    for (auto& [year, entries] : by_year)
        list.push_back({{"year", std::to_string(year)}, {"entries", sorted(std::move(entries))}});
    return list;
}

} // namespace

ordered_json lookup_model(const std::vector<Listed>& functions, const catalogue::Catalogue& catalogue) {
    ordered_json model{
        {"letters", letters(functions)}, {"frameworks", frameworks(functions, catalogue)}, {"years", years(functions)}};
    model["has_frameworks"] = !model["frameworks"].empty();
    model["has_years"] = !model["years"].empty();
    return model;
}

} // namespace actlas::report
